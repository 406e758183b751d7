"""The collection as lists: documents, decisions, timelines, and the files themselves."""
