"""What is said in Teams alone."""
