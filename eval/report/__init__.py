"""Reports: what a run is worth, as a page for people and as a table for the terminal."""
