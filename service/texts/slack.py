"""What is said in Slack alone."""
