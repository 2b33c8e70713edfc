"""Rules about headings and what stands under them: a rule a file."""
