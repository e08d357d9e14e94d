"""Morning or afternoon, where a clock of twelve hours does not say.

The half is taken from the entry before, as the reading that goes on from it in the order of the
page; where nothing decides, noon to seven is read as afternoon and the rest as morning. What is
taken is always marked as assumed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from newsreader.splitting.clocks import Clock, Half
from newsreader.splitting.sequence import DAY, counting_to_24

_LATE = frozenset({12, 1, 2, 3, 4, 5, 6, 7})  # hours that news is rather written after noon


def settle_halves(
    clocks: Sequence[Clock | None],
    published: datetime | None,
    *,
    forward: bool,
    language: str | None,
) -> list[tuple[Half | None, str | None]]:
    """The half of the day to read each clock in, and the name of what was assumed, if anything.

    Args:
        clocks: the clocks in the order of the text, None where there is none.
        published: when the article says it was published, in the clocks' zone.
        forward: whether the page runs oldest first.
        language: the article's; only English counts to twelve.
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
            half = _half(clock, before, published, ahead=ahead)
        halves.append((half, half.value if half else None))
        if clock is not None:
            last = clock.minutes(half)
    return halves


def _known_after(clocks: Sequence[Clock | None], number: int) -> int | None:
    """The first clock further down that says its half."""
    after = islice(clocks, number + 1, None)
    return next((c.minutes() for c in after if c is not None and not c.twelve), None)


def _half(clock: Clock, near: int | None, published: datetime | None, *, ahead: bool) -> Half:
    """The likelier half: the one nearer to its neighbour, else to the time of publication."""
    if near is not None:
        sign = 1 if ahead else -1
        return min(Half, key=lambda half: (clock.minutes(half) - near) * sign % DAY)
    if published is not None and (published.hour or published.minute):
        at = published.hour * 60 + published.minute
        return min(Half, key=lambda half: abs(clock.minutes(half) - at))
    return Half.PM if clock.hour in _LATE else Half.AM
