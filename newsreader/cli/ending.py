"""What became of a run, told in one line and in the exit status, however it ended."""

from __future__ import annotations

from collections.abc import Callable

from newsreader.cli.output import Output, ReaderGoneError, abandon
from newsreader.errors import NewsreaderError, WriteError


def ended(work: Callable[[], object]) -> int:
    """Do ``work``; returns the exit status that it gives, or that what went wrong stands for."""
    out = Output()
    try:
        status = work()
        out.flush()
    except KeyboardInterrupt:
        out.talk("newsreader: interrupted")
        return 130
    except ReaderGoneError as gone:
        return gone.exit_code
    except NewsreaderError as error:
        out.failed(str(error))
        return error.exit_code
    except OSError as error:  # click could not print its help
        abandon()
        out.talk(f"newsreader: standard output: {error.strerror}")
        return WriteError.exit_code
    return status if isinstance(status, int) else 0
