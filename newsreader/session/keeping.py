"""The sessions of one run of the program: the story that is shown, and all that is not saved yet.

Must stay true: a tag that could not be saved is never dropped. The session that holds it is kept
when its story is left, and taken up again when the story is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from newsreader.library import Library
from newsreader.model.event import Draft
from newsreader.session import Advance, Session
from newsreader.session.digits import Digits, NumberKeys


class Sessions:
    """What an editor has open."""

    def __init__(self, library: Library, advance: Advance, number_keys: NumberKeys) -> None:
        """Begin with nothing open.

        Args:
            library: open.
            advance: where tagging moves on to, in all stories.
            number_keys: what digits are.
        """
        self._library = library
        self._advance = advance
        self._number_keys = number_keys
        self._sessions: dict[int, Session] = {}  # of the story shown and those with unsaved acts
        self._places: dict[int, int] = {}  # story → statement, where the library keeps no place

    def __iter__(self) -> Iterator[Session]:
        """All that are kept."""
        return iter(self._sessions.values())

    def open(self, story: int) -> Session:
        """The session of a story: the one that holds something unsaved, else a new one.

        Raises:
            LibraryError, UsageError: the story cannot be opened; what was open stays so.
        """
        session = self._sessions.get(story)
        if session is None or not session.unsaved:
            session = self._made(story)
        self.keep(story, session)
        return session

    def keep(self, story: int, session: Session) -> None:
        """Keep a story's session, and of the others those that hold something unsaved."""
        held = {known: each for known, each in self._sessions.items() if each.unsaved}
        self._sessions = {**held, story: session}

    def _made(self, story: int) -> Session:
        library, reopen = self._library, partial(self._library.open, story)
        opened = reopen()
        session = Session(
            opened, library.editor, library.record, advance=self._advance, reopen=reopen
        )
        session.left_off(*library.unseen(opened))
        session.digits = Digits(self._number_keys)
        session.go(self._places.get(story) or library.place(opened))
        return session

    def keep_places(self) -> None:
        """Remember where one is in the stories that are open, and what one has not seen there."""
        for story, each in self._sessions.items():
            if (unseen := each.to_keep()) is not None:
                self._library.keep_unseen(each.opened, unseen)
            if self._library.keep_place(each.opened, each.n):
                self._places.pop(story, None)
            else:
                self._places[story] = each.n

    def unsaved(self) -> dict[int, int]:
        """How many acts are not saved, by the number of their story; no story without any."""
        return {story: len(each.unsaved) for story, each in self._sessions.items() if each.unsaved}

    def waiting(self) -> list[Sequence[Draft]]:
        """The acts that are not saved, in all stories."""
        return [acts for each in self for acts in each.unsaved]

    def write_again(self) -> str:
        """Try to write all that is not saved; returns what went wrong, "" for nothing."""
        outcomes = [each.retry() for each in self if each.unsaved]
        return next((each.message for each in outcomes if not each.saved), "")
