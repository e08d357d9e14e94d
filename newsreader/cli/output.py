"""Where the words go: data to standard output, talk to standard error, all made safe to show."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from newsreader.errors import WriteError
from newsreader.visible import visible


class Output:
    """Writes the results of one command and remembers whether something failed."""

    def __init__(self) -> None:
        self.status = 0
        self._failures: list[str] = []
        # Letters that the terminal's encoding lacks become "?", never an exception.
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
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

    def talk(self, line: str) -> None:
        """A line about the work itself, to standard error."""
        try:
            sys.stderr.write(visible(line, one_line=True) + "\n")
            sys.stderr.flush()
        except OSError:  # nobody listens
            return

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
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python complains again at exit
            raise WriteError(f"standard output: {error.strerror}") from error

    def write_file(self, target: str | None, pieces: Iterable[bytes]) -> None:
        """Write ``pieces`` to a file, whole or not at all, or to standard output.

        Raises:
            WriteError: the file cannot be written; what stood there before is unharmed.
        """
        if target is None:
            for piece in pieces:
                self._write(piece.decode("utf-8"))
            return
        path = Path(target)
        try:
            _replace(path, pieces)
        except OSError as error:
            reason = error.strerror or errno.errorcode.get(error.errno or 0, "cannot be written")
            raise WriteError(f"{target}: {reason}") from error


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    """Write beside the file, make it durable, then put it in its place."""
    if path.exists() and not path.is_file():  # a device or a pipe is written through
        with path.open("wb") as through:
            through.writelines(pieces)
        return
    import tempfile  # noqa: PLC0415  -- only where a file is written

    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.writelines(pieces)
            out.flush()
            os.fsync(out.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(beside).chmod(0o666 & ~umask)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
