"""What the parts of all screens look like, by name; pure, without Textual.

A part of a line is a look and a text. A look is a name of :data:`LOOKS`, or several of them with
blanks between, each laid over those before it; "" is the look of what the part stands on.
"""

from __future__ import annotations

LOOKS = {
    "here": "on$primary-muted",
    "chosen": "on$secondary-muted",
    "match": "on$match $match-text underline",
    "match-here": "bold reverse underline",
    "strong": "bold",
    "dim": "$foreground-muted",
    "line": "$foreground-disabled",
    "gone": "$foreground-muted strike",
    "head": "$foreground-muted bold",
    "time": "$text-primary bold",
    "title": "bold underline",
    "rule": "$text-primary",
    "sticky": "on$panel $text-primary bold",
    "note-mark": "$text-accent bold",
    "went": "$text-error strike",
    "came": "$text-accent bold underline",
    "fresh": "$text-warning bold",
    "caption": "$foreground-muted italic",
    "note": "italic",
    "note-head": "$text-warning bold",
    "key": "$text-accent bold",
    "cursor": "reverse",
    "loud": "$text-error bold reverse",
    "done": "$text-success",
    "tint": "on$boost bold",
    "mark--confirmed": "$label-confirmed bold",
    "mark--speculative": "$label-speculative bold",
    "mark--opinion": "$label-opinion bold",
    "mark--open": "$foreground-muted",
    "mark--alarm": "$text-error bold",
}
"""What the parts of all screens look like, in colours of the theme; ``on$`` means the ground.

Component classes would say the same, but each costs a node in the style sheet per widget: all of
them together a good part of the time until the first screen.
"""


def over(ground: str, look: str) -> str:
    """``look`` laid over ``ground``."""
    return f"{ground} {look}" if ground and look else ground or look


def tinted(look: str) -> str:
    """``look`` on the ground of the current row, but for what has a ground of its own."""
    grounded = any("on$" in LOOKS[each] for each in look.split())
    return look if grounded else over(look, "tint")
