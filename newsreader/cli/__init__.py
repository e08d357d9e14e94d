"""The command line: arguments in, text or JSON out, by the contract in docs/commands.md."""

from newsreader.cli.main import run

__all__ = ["run"]
