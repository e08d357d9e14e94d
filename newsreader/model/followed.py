"""What is followed: sources that are looked at again and again, and what is wrong with them.

Times are UTC, ISO 8601 with milliseconds, so that they sort as text; "" is before all of them.
"""

from __future__ import annotations

from typing import NamedTuple

NEVER = "9999-12-31T00:00:00.000Z"
"""When an address is asked next that said it is gone for good: only by hand."""


class Followed(NamedTuple):
    """A source that is followed."""

    source: str  # the absolute path of a file or a folder, or an address
    named: str  # the story's URI, where the user stated one, else ""
    format: str  # the name of the format, where the user stated one, else ""
    host: str  # of an address; "" for what is on the disk
    every: int | None  # seconds between two looks at an address; None as the settings say
    since: str  # when following began
    looked_at: str = ""  # when an address was asked last
    due_at: str = ""  # when an address is to be asked next
    held_until: str = ""  # before when its server does not want to be asked
    failures: int = 0  # how often an address failed since it last did not


class Trouble(NamedTuple):
    """Something that is followed and cannot be read."""

    source: str  # the path or the address
    followed: str  # of which followed source that is, or is a part
    problem: str  # in a few plain words
    since: str  # when it failed first
    due_at: str = ""  # when it is looked at again; "" as soon as it changes, or NEVER
