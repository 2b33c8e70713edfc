"""Data tables, each with its source, version and licence."""
