"""Speed and memory, measured on the sample grown to size."""
