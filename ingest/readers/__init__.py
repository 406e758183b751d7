"""Readers: the bytes of a file become its text and lines, a module for each format."""
