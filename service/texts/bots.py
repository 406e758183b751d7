"""What Slack and Teams both say."""
