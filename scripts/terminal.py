"""A program in a pseudo terminal, driven by keys: for the smoke run, the tests and benchmarks.

Standard library only. Nothing here sleeps: one waits for words, for silence, or for the end.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence


class Terminal:
    """Starts ``command`` in a pseudo terminal and talks to it."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (120, 40),
        env: Mapping[str, str] | None = None,
    ) -> None:
        """Start it.

        Args:
            command: program and arguments.
            size: columns and rows.
            env: added to this process's environment.
        """
        self.output = b""  # all that was ever written
        self._mark = 0
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            columns, rows = size
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            environment = {**os.environ, "TERM": "xterm-256color", **(env or {})}
            os.execvpe(command[0], list(command), environment)  # noqa: S606 -- our own command

    def type(self, keys: str | bytes) -> None:
        """Type ``keys``; what is expected next must come after this."""
        self._mark = len(self.output)
        os.write(self.fd, keys.encode() if isinstance(keys, str) else keys)

    def expect(self, words: bytes, seconds: float = 20.0) -> float:
        """Wait until ``words`` were written since the last key; returns the moment it was so.

        Raises:
            TimeoutError: they never came; the message ends with the last of the output.
        """
        end = time.perf_counter() + seconds
        while words not in self.output[self._mark :]:
            left = end - time.perf_counter()
            if left <= 0 or not self.read(left):
                tail = self.output[-2000:].decode(errors="replace")
                raise TimeoutError(f"{words!r} never came; the last output was {tail!r}")
        return time.perf_counter()

    def settle(self, quiet: float = 0.3, seconds: float = 20.0) -> None:
        """Read until nothing was written for ``quiet`` seconds."""
        end = time.perf_counter() + seconds
        size = -1
        while size != len(self.output) and time.perf_counter() < end:
            size = len(self.output)
            if not self.read(quiet):
                return

    def read(self, seconds: float) -> bool:
        """Take in what there is, waiting for it; False when the program has ended."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:  # the other side is closed
            return False
        self.output += data
        return bool(data)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def wait(self, seconds: float = 20.0) -> int:
        """Wait for the end; returns the exit status, negative for a signal."""
        end = time.perf_counter() + seconds
        while self.read(0.1):
            if time.perf_counter() > end:
                self.signal(signal.SIGKILL)
                raise TimeoutError("the program did not end")
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self.fd)
        return status
