"""Rules about scripts and variants that were mixed: a rule a file."""
