"""Rules about bytes, byte order marks and control characters: a rule a file."""
