"""What came to a story between two revisions: counted, and as statements that somebody has to see.

Statements are named by their numbers as the splitter gave them: those of one revision never change,
whatever editors cut and join. Asked for beside what somebody does (:func:`beside`): comparing may
take a while, and no key waits for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newsreader.errors import NewsreaderError

if TYPE_CHECKING:
    from newsreader.library import Library

T = TypeVar("T")

Fresh = dict[int, str]
"""Statements that somebody has not seen: what each said before, "" for a new one."""

_TURN = 0.0005
"""Seconds a thread computes while another one waits; Python's own are ten times that."""


class Since(NamedTuple):
    """What came between two revisions."""

    old: int
    new: int
    fresh: Fresh  # statements of the new one
    gone: int
    partners: Mapping[int, int]  # number then → number now

    @property
    def changed(self) -> int:
        """How many have other words."""
        return sum(1 for was in self.fresh.values() if was)

    def told(self) -> str:
        """``3 new · 2 changed · 1 gone``, "" where nothing of this came."""
        counts = {
            "new": len(self.fresh) - self.changed, "changed": self.changed, "gone": self.gone,
        }  # fmt: skip
        return " · ".join(f"{count} {what}" for what, count in counts.items() if count)

    def carried(self, unseen: Mapping[int, str]) -> Fresh:
        """What is still to be seen of the old one, and what came."""
        left = {self.partners[n]: was for n, was in unseen.items() if n in self.partners}
        return dict(sorted((self.fresh | left).items()))


def since(library: Library, story: int, old: int, new: int) -> Since:
    """What came to a story between two of its revisions.

    Raises:
        UnknownStoryError: no such story, or no such revision.
        LibraryError: the library is damaged or locked.
    """
    from newsreader.library.revisions import difference  # noqa: PLC0415  (loads all of revising)

    told = difference(library, str(story), old, new).told
    return Since(
        old,
        new,
        {each.new: each.was or "" for each in told if each.new and each.state in _FRESH},
        sum(1 for each in told if each.state == "gone"),
        {each.old: each.new for each in told if each.old and each.new},
    )


_FRESH = {"new", "stale"}


def beside(library: Library, ask: Callable[[Library], T], done: Callable[[T | None], None]) -> None:
    """Ask a library something in a thread, with an opening of its own.

    Args:
        library: which.
        ask: what to ask it.
        done: is called in that thread with the answer, None where there is none.
    """

    def run() -> None:
        usual = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        answer: T | None = None
        try:
            with library.again() as own:
                answer = ask(own)
        except NewsreaderError:
            answer = None  # it is only that nothing can be told
        finally:
            sys.setswitchinterval(usual)
        done(answer)

    Thread(target=run, name="comparing", daemon=True).start()
