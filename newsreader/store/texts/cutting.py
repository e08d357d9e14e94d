"""The statements of an article as editors cut and joined them.

Pure. What the splitter gave, and each active cut and join in the order in which they were made,
where it stands in this article (``carrying.py``). One whose statement is not there (because
the cut before it was undone, or the words changed) does nothing, until its statement is back.

What must stay true: the statements are ordered, tight, never empty, each inside one block and one
update, and together they cover the same visible characters as those that the splitter gave.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

from newsreader.model.article import Span
from newsreader.model.event import Act, EventKind
from newsreader.model.spans import halves, joinable
from newsreader.store.texts.carrying import Carried, Key
from newsreader.store.texts.wording import Wording


class Cutting(NamedTuple):
    """How one article is cut into statements for this story."""

    spans: tuple[Span, ...]  # of the statements, in reading order
    base: tuple[Span, ...]  # as the splitter gave them
    acts: tuple[tuple[Act, Span], ...]  # cuts and joins whose words stand here, and where

    def of(self, n: int) -> list[Act]:
        """The cuts and joins that had words of statement ``n`` in them."""
        return [act for act, span in self.acts if n in self.covering(span)]

    def covering(self, span: Span) -> range:
        """The numbers of the statements that share words with ``span``."""
        first = bisect_right(self.spans, span[0], key=itemgetter(1))  # the first to end after it
        return range(first + 1, bisect_left(self.spans, span[1], key=itemgetter(0)) + 1)


def key_of(act: Act) -> Key:
    """What the event's anchor says."""
    body = act.event.body
    return body["article"], body["start"], body["end"], body["exact"]


def cut_up(
    wording: Wording, acts: Sequence[Act], carried: Callable[[Key], Carried | None]
) -> Cutting:
    """The article's statements after all cuts and joins.

    Args:
        wording: the article's statements as the splitter gave them.
        acts: the story's cuts and joins, in the order in which they were made.
        carried: where the words of an anchor stand in this article.
    """
    places = ((act, carried(key_of(act))) for act in acts)
    here = tuple((act, place.span) for act, place in places if place is not None)
    spans = list(wording.spans)
    for act, span in here:
        if act.active and act.event.kind is EventKind.CUT:
            _cut(wording.text, spans, span, act.event.body["at"])
        elif act.active:
            _join(wording, spans, span)
    return Cutting(tuple(spans), wording.spans, here)


def _cut(text: str, spans: list[Span], span: Span, at: int) -> None:
    """Cut the statement that is exactly ``span``, if there is one and both parts have words."""
    i = bisect_left(spans, span)
    parts = halves(text, span, at)
    if parts and i < len(spans) and spans[i] == span:
        spans[i : i + 1] = parts


def _join(wording: Wording, spans: list[Span], span: Span) -> None:
    """Join the two neighbours that together are exactly ``span``, if they may be joined."""
    i = bisect_left(spans, (span[0], 0))
    both = spans[i : i + 2]
    if len(both) < 2 or (both[0][0], both[1][1]) != span:
        return
    if _home(wording, both[0]) == _home(wording, both[1]) and joinable(wording.text, *both):
        spans[i : i + 2] = [span]


def _home(wording: Wording, span: Span) -> tuple[int, int | None]:
    """Block and update of a statement: those of the one that the splitter gave where it begins."""
    return wording.homes[bisect_right(wording.spans, (span[0], len(wording.text))) - 1]
