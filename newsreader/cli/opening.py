"""Opening the program: the library, what is to be added before, the screens.

Start-up time is a feature: what is needed is imported when it is, click is not, and the terminal is
held before anything else takes time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import NamedTuple

from newsreader.cli.output import Output
from newsreader.config import Config, editor_name, is_served, library_path, load_config
from newsreader.config.first_run import is_first_run
from newsreader.errors import UsageError
from newsreader.tui import run as run_program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsreader.library import Library
    from newsreader.model.followed import Followed
    from newsreader.tui.first_frame.held import HeldTerminal


class Common(NamedTuple):
    """What the global options say, wherever on the line they stand."""

    library: str | None = None
    editor: str | None = None

    def config(self) -> Config:
        """The settings in force."""
        return load_config()

    @contextmanager
    def open(self, *, patience: float = 30.0) -> Iterator[Library]:
        """The library, opened for the editor who acts.

        Raises:
            LibraryError: it cannot be opened; or, when all that can be read of it was told, that
                it is damaged.
        """
        with self.open_any(patience=patience) as library:
            yield library
            library.need_sound()

    def open_any(self, *, patience: float = 30.0) -> Library:
        """Likewise, for those who tell of damage themselves."""
        from newsreader.library import Library  # noqa: PLC0415  -- not before it is opened

        config = self.config()
        return Library(
            library_path(self.library, config),
            editor=editor_name(self.editor, config),
            patience=patience,
            config=config,
        )


def open_program(common: Common, sources: Sequence[str]) -> int:
    """Add the sources, if any, and show the program until the editor leaves it.

    Returns:
        The exit status.

    Raises:
        NewsreaderError: it cannot be opened.
    """
    if not (is_served() or (sys.stdout.isatty() and (sys.stdin.isatty() or "-" in sources))):
        raise UsageError(
            "the program needs a terminal", "for scripts: newsreader show, list, tag, export"
        )
    if os.environ.get("TERM") == "dumb" and not is_served():
        raise UsageError(
            "a terminal with TERM=dumb cannot draw the screens",
            "newsreader show STORY prints a story, newsreader tag tags in it",
        )
    out = Output()
    with held_terminal(sources) as held, common.open(patience=2.0) as library:
        adding, stories = None, list[int]()
        beside: Sequence[Followed] = ()
        if sources:
            from newsreader.cli.adding import add_all, in_background  # noqa: PLC0415  -- only here
            from newsreader.library.watching.followed import while_open  # noqa: PLC0415

            adding = in_background(library, sources)
            stories = [] if adding is not None else add_all(library, sources, out)
            if not stories and adding is None:
                return out.status
            beside = while_open(sources)
        status = run_program(
            library,
            story=stories[0] if len(stories) == 1 else None,
            config=common.config(),
            welcome=is_first_run(),
            adding=adding,
            beside=beside,
            held=held,
        )
    out.repeat_failures()
    if adding is not None:
        for problem in (*adding.failures, *([adding.wrong] if adding.wrong else [])):
            out.failed(problem)
        if adding.stopped:
            out.talk(
                f"newsreader: adding stopped after {adding.done:,} (add the same again to go on)"
            )
    return status or out.status


def held_terminal(sources: Sequence[str]) -> AbstractContextManager[HeldTerminal | None]:
    """The terminal, its keys kept from now on; None where it is not a terminal of ours to hold.

    While many or slow sources are added first, it is left as it is: who waits may interrupt.
    """
    few = len(sources) == 1 and os.path.isfile(sources[0])  # noqa: PTH113
    if os.name != "posix" or is_served() or (sources and not few):
        return nullcontext()
    from newsreader.tui.first_frame.held import holding  # noqa: PLC0415  -- POSIX only

    return holding()
