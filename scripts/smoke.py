"""Run a command in a pseudo terminal as a person would, and see it start and end well.

    python -m scripts.smoke 'COMMAND'

The command is run by the shell. When the stories are added, one is opened, a statement is tagged,
and the program is left by its keys. Exit status 0 when all of that happened. Standard
library only: it runs before anything is installed.
"""

from __future__ import annotations

import sys

from scripts.terminal import Terminal

INSTALLING = 300.0  # seconds that an installation before the program may take


def main() -> int:
    """Open, tag, leave."""
    terminal = Terminal(["bash", "-c", sys.argv[1]])
    try:
        terminal.expect(b" added", INSTALLING)
        terminal.type("\r")
        terminal.expect(b"confirmed")
        terminal.type("s")
        terminal.expect(b"saved")
        terminal.type("Q")
        status = terminal.wait()
    except TimeoutError as late:
        print(f"smoke: {late}")
        return 1
    print(f"smoke: opened, tagged, left; exit status {status}")
    return status


if __name__ == "__main__":
    sys.exit(main())
