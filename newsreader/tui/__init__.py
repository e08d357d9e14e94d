"""The screens: the only package that imports Textual.

Rich is used outside of it for one thing only: the line of progress that ``newsreader add`` draws.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.config import Config
    from newsreader.library import Library
    from newsreader.library.accession.background import Background
    from newsreader.model.followed import Followed
    from newsreader.session import Session
    from newsreader.session.keeping import Sessions
    from newsreader.tui.first_frame.held import HeldTerminal


def run(  # noqa: PLR0913  -- what the command line says, each by its name
    library: Library,
    *,
    story: int | None = None,
    config: Config | None = None,
    welcome: bool = False,
    adding: Background | None = None,
    beside: Sequence[Followed] = (),
    held: HeldTerminal | None = None,
) -> int:
    """Show the program until the editor leaves it.

    Args:
        library: open; it stays the caller's to close.
        story: number of the story to begin with; None for the list.
        config: the settings in force; None for the defaults.
        welcome: whether to show the guidance of a first run.
        adding: what to add in the background; ended when the program is.
        beside: what to look at, too, beside what is followed.
        held: the terminal, if keys are kept there already; the first frame is drawn on it before
            Textual is loaded, unless something else comes first (a first run's guidance, adding).

    What could not be saved is tried once more at the end, and told on standard error if in vain.

    Returns:
        The exit status: 0, or 128 plus the number of the signal that ended the program.

    Raises:
        UsageError: there is no terminal.
        NewsreaderError: the story cannot be opened.
    """
    gc.disable()  # until the app is ready: nothing that starting makes is garbage
    from newsreader.config import Config  # noqa: PLC0415  -- at once with what is needed below

    config = config or Config()
    sessions, session = (None, None) if story is None else _begun(library, story, config)
    if held is not None and not welcome and adding is None:
        _show_first(held, library, session, config)
    from newsreader.tui.app import NewsreaderApp  # noqa: PLC0415  -- loads Textual
    from newsreader.tui.tty.terminal import need_terminal  # noqa: PLC0415  -- loads Textual

    need_terminal()
    app = NewsreaderApp(library, sessions=sessions, session=session, config=config, welcome=welcome)
    app.adding, app.beside, app.held = adding, beside, held
    try:
        app.run()
    finally:  # the terminal is given back, whatever ended the program
        for told in app.lost():
            with suppress(OSError, ValueError):  # a closed standard error: nobody is there
                sys.stderr.write(f"{told}\n")
    return app.return_code or 0


def _begun(library: Library, story: int, config: Config) -> tuple[Sessions, Session]:
    """The sessions of this run of the program, the story's begun."""
    from newsreader.session.keeping import Sessions  # noqa: PLC0415  -- with a story only

    sessions = Sessions(library, config.advance, config.number_keys)
    return sessions, sessions.open(story)


def _show_first(
    held: HeldTerminal, library: Library, session: Session | None, config: Config
) -> None:
    """Draw the first frame, with the keys in force."""
    from newsreader.tui.commands.keymap import remapped  # noqa: PLC0415
    from newsreader.tui.first_frame.showing import show_first  # noqa: PLC0415
    from newsreader.tui.plain.clock import local_now  # noqa: PLC0415  -- on a terminal only

    commands = remapped(config.keys, config.origin)
    show_first(held, library, session, config=config, commands=commands, now=local_now)
