"""Everything that can go wrong and is not a bug: one tree, each with its exit status.

The message is one plain line that says what is wrong, the hint what to do about it. Exit
statuses are those of the command line's contract (docs/commands.md).
"""

from __future__ import annotations

from typing import ClassVar, Self

from newsreader.visible import visible


class NewsreaderError(Exception):
    """Base of all expected errors; ``str(error)`` is one printable line without control codes."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        line = f"{self.message} ({self.hint})" if self.hint else self.message
        return visible(line, one_line=True)


class SourceError(NewsreaderError):
    """One input could not be read; the others go on."""

    exit_code = 1

    def __init__(self, source: str, problem: str, hint: str | None = None) -> None:
        super().__init__(f"{source}: {problem}", hint)
        self.source = source
        self.problem = problem

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, str | None]]:
        return type(self), (self.source, self.problem, self.hint)


class AnsweredError(SourceError):
    """A server was reached and answered something else than the page."""

    def __init__(self, source: str, problem: str, status: int, wait: float = 0.0) -> None:
        """Say what it answered.

        Args:
            source: the address as the user named it.
            problem: what is wrong.
            status: of the answer, as in HTTP.
            wait: seconds for which the server asks to be left alone; 0 where it does not.
        """
        super().__init__(source, problem)
        self.status = status
        self.wait = wait

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, int, float]]:  # type: ignore[override]
        return type(self), (self.source, self.problem, self.status, self.wait)


class SkippedError(SourceError):
    """Nothing failed, something was passed over: other files of a folder, a link, a pipe."""


class UnknownStoryError(NewsreaderError):
    """No story of that number, URI or path in the library."""

    exit_code = 1


class UsageError(NewsreaderError):
    """The command was called wrongly."""

    exit_code = 2


class LibraryError(NewsreaderError):
    """The library cannot be opened: missing rights, not ours, newer schema, damaged, locked."""

    exit_code = 3


class WriteError(NewsreaderError):
    """A write failed: disk full, read-only, locked for too long."""

    exit_code = 4
