"""`python -m textproof` is the command line."""

import sys

from textproof.cli import main

if __name__ == "__main__":
    sys.exit(main())
