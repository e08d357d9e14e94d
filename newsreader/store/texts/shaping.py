"""How editors shaped an article: which statements and which sections it has for its story.

Pure. Statements and sections do not depend on each other: both are made from what the splitter
gave, so that it never matters in which order cuts and corrections were made.
"""

from __future__ import annotations

from typing import NamedTuple

from newsreader.model.event import Act
from newsreader.store.texts.cutting import Cutting
from newsreader.store.texts.sectioning import Sections


class Shape(NamedTuple):
    """What editors made of one article; None where they made nothing of it."""

    cutting: Cutting | None
    sections: Sections | None

    def of(self, n: int) -> list[Act]:
        """The acts that statement ``n`` shows in its history."""
        acts = [] if self.cutting is None else self.cutting.of(n)
        if self.sections is None:
            return acts
        spans = self.sections.spans if self.cutting is None else self.cutting.spans
        after = spans[n - 2][1] if n > 1 else 0
        return acts + self.sections.headed(after, spans[n - 1][0])


UNSHAPED = Shape(None, None)
"""An article as the splitter gave it."""


def same(one: Shape, other: Shape) -> bool:
    """Whether an article comes to the same statements and sections."""
    return _alike(
        one.cutting and (one.cutting.spans, one.cutting.base),
        other.cutting and (other.cutting.spans, other.cutting.base),
    ) and _alike(
        one.sections and (one.sections.updates, one.sections.base),
        other.sections and (other.sections.updates, other.sections.base),
    )


def _alike(one: tuple[object, object] | None, other: tuple[object, object] | None) -> bool:
    """Whether two lists are equal, each given with what the splitter gave; None is just that."""
    if one is None or other is None:
        return all(each is None or each[0] == each[1] for each in (one, other))
    return one[0] == other[0]
