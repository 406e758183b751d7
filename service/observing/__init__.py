"""What those who run the service get to know: log lines and measures, and nothing of questions."""
