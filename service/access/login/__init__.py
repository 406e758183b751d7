"""Logging in on the page: with a personal key, or at the issuer that the house trusts."""
