"""Morning or afternoon, where a clock of twelve hours does not say.

The half is taken from the entry before, as the reading that goes on from it in the order of the
page; where nothing decides, noon to seven is read as afternoon and the rest as morning. What is
taken is always marked as assumed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from newsreader.splitting.candidates.sequence import DAY, counting_to_24
from newsreader.splitting.grammar.clocks import Clock, Half

_LATE = frozenset({12, 1, 2, 3, 4, 5, 6, 7})  # hours that news is rather written after noon


_SOON = 180  # minutes between a clock that the page names and its entries
_INTRODUCTION = 3000  # code points above the first marker that are looked at
_SPOKEN = re.compile(r"(?<![\d:.])(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?\s?m\b", re.IGNORECASE)


def settle_halves(
    clocks: Sequence[Clock | None],
    published: datetime | None,
    *,
    forward: bool,
    language: str | None,
    said: Sequence[int] = (),
) -> list[tuple[Half | None, str | None]]:
    """The half of the day to read each clock in, and the name of what was assumed, if anything.

    Args:
        clocks: the clocks in the order of the text, None where there is none.
        published: when the article says it was published, in the clocks' zone.
        forward: whether the page runs oldest first.
        language: the article's; only English counts to twelve.
        said: the minutes of the day of the clocks that the page names, halves told, above its
            first marker ("we begin at 10 a.m.").
    """
    halves: list[tuple[Half | None, str | None]] = []
    last: int | None = None
    # Another clock written the same way may show that the page counts to 24.
    to_24 = counting_to_24(clocks)
    english = language is None or language.lower().startswith("en")
    for number, clock in enumerate(clocks):
        half: Half | None = None
        if clock is not None and clock.twelve and english and clock.style not in to_24:
            before = last if last is not None else _known_after(clocks, number)
            ahead = forward if last is not None else not forward
            half = _half(clock, before, published, said, ahead=ahead)
        halves.append((half, half.value if half else None))
        if clock is not None:
            last = clock.minutes(half)
    return halves


def _known_after(clocks: Sequence[Clock | None], number: int) -> int | None:
    """The first clock further down that says its half."""
    after = islice(clocks, number + 1, None)
    return next((c.minutes() for c in after if c is not None and not c.twelve), None)


def spoken_clocks(text: str, end: int) -> list[int]:
    """The clocks, as minutes of the day, whose half is told in the text before ``end``."""
    return [
        Clock(int(found[1]), int(found[2] or 0), Half(f"{found[3].lower()}m")).minutes()
        for found in _SPOKEN.finditer(text, max(0, end - _INTRODUCTION), end)
        if 1 <= int(found[1]) <= 12
    ]


def _half(
    clock: Clock,
    near: int | None,
    published: datetime | None,
    said: Sequence[int],
    *,
    ahead: bool,
) -> Half:
    """The likelier half: nearer to its neighbour, else to what the page says of its time."""
    if near is not None:
        sign = 1 if ahead else -1
        return min(Half, key=lambda half: (clock.minutes(half) - near) * sign % DAY)
    if published is not None and (published.hour or published.minute):
        at = published.hour * 60 + published.minute
        return min(Half, key=lambda half: abs(clock.minutes(half) - at))
    away = {half: min((abs(clock.minutes(half) - at) for at in said), default=DAY) for half in Half}
    if min(away.values()) <= _SOON:
        return min(Half, key=lambda half: away[half])
    return Half.PM if clock.hour in _LATE else Half.AM
