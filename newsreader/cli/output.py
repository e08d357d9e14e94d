"""Where the words go: data to standard output, talk to standard error, all made safe to show."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

from newsreader.errors import WriteError
from newsreader.visible import visible


class ReaderGoneError(WriteError):
    """Whoever read standard output has closed it: nobody is left to be told."""


class Output:
    """Writes the results of one command and remembers whether something failed."""

    def __init__(self) -> None:
        self.status = 0
        self._failures: list[str] = []
        # Letters that the terminal's encoding lacks become "?", never an exception.
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # a stream that was closed is None
                stream.reconfigure(errors="replace")

    def data(self, line: str) -> None:
        """A line for programs, already ASCII JSON; out at once, so that a pipe can follow."""
        self._write(line + "\n")

    def say(self, line: str) -> None:
        """A line for people."""
        self._write(visible(line, one_line=True) + "\n")

    def say_all(self, lines: Iterable[str]) -> None:
        """Lines for people."""
        for line in lines:
            self.say(line)

    def draw(self, rows: Iterable[Sequence[tuple[str, str]]]) -> None:
        """Rows of parts for people, each a look and a text: with colour only where it is seen."""
        from newsreader.cli.colours import painted, wanted  # noqa: PLC0415  -- where it is drawn

        coloured = wanted()
        for row in rows:
            parts = [(look, visible(text, one_line=True)) for look, text in row]
            self._write(painted(parts, coloured=coloured).rstrip() + "\n")

    def talk(self, line: str) -> None:
        """A line about the work itself, to standard error."""
        if sys.stderr is None:
            return
        with suppress(OSError):  # nobody listens
            sys.stderr.write(visible(line, one_line=True) + "\n")
            sys.stderr.flush()

    def failed(self, problem: str) -> None:
        """One input failed: a line on standard error, exit status 1; the rest goes on."""
        self.status = 1
        self._failures.append(problem)
        self.talk(f"newsreader: {problem}")

    def repeat_failures(self) -> None:
        """Say again what failed, once the program has given the terminal back."""
        for problem in self._failures:
            self.talk(f"newsreader: {problem}")

    def done(self, acknowledgement: str, words: str, *, as_json: bool) -> None:
        """Say that a tag is on disk: the promise may be relied on at once."""
        if as_json:
            self.data(acknowledgement)
        else:
            self.say(words)

    def flush(self) -> None:
        """Make sure that all is out, and say so if it cannot be."""
        self._write("")

    def _write(self, text: str) -> None:
        with _told():
            sys.stdout.write(text)
            sys.stdout.flush()

    def write_file(self, target: str | None, pieces: Iterable[bytes]) -> None:
        """Write ``pieces`` to a file, whole or not at all, or as they are to standard output.

        Raises:
            WriteError: it cannot be written; what stood in the file before is unharmed.
        """
        if target is None:
            with _told():
                sys.stdout.flush()
                sys.stdout.buffer.writelines(pieces)
                sys.stdout.buffer.flush()
            return
        from newsreader.export.files import write_file  # noqa: PLC0415  -- only where one is written

        write_file(target, pieces)


def abandon() -> None:
    """Write no more to standard output, or Python complains again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


@contextmanager
def _told() -> Iterator[None]:
    """Turn what goes wrong with standard output into our errors."""
    if sys.stdout is None:
        raise WriteError("standard output: it is closed")
    try:
        yield
    except OSError as error:
        abandon()
        if isinstance(error, BrokenPipeError):
            raise ReaderGoneError("standard output was closed") from error
        raise WriteError(f"standard output: {error.strerror}") from error
