"""``python -m newsreader``."""

import sys

from newsreader.cli import run

if __name__ == "__main__":
    sys.exit(run())
