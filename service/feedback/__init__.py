"""Opinions of answers: kept for those who run the service, for a while, without who gave them."""
