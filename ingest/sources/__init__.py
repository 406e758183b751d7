"""Sources: where documents come from. Each lists its files; how they are read is the same."""
