"""All settings there are, in one table: name, type, default and what each is for.

A new setting is one more field of :class:`Config`. Its check, its line in the commented default
file, its section in docs/configuration.md and the errors about it follow from that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, NamedTuple

from newsreader.config.kinds import (
    Choice,
    Duration,
    FilterLine,
    Flag,
    Kind,
    Networks,
    Number,
    TableOf,
    Text,
    Texts,
)
from newsreader.config.origin import Origin

THEMES = ("auto", "dark", "light", "high-contrast")
"""The themes that can be asked for; ``auto`` takes dark or light."""


class Setting(NamedTuple):
    """One setting; its default is that of the field.

    ``example`` is the TOML that the commented default file shows, as it stands after the name
    (for a table: the lines below its head).
    """

    name: str
    kind: Kind
    help: str
    example: str

    @property
    def is_table(self) -> bool:
        """Whether it is a table of many values."""
        return isinstance(self.kind, TableOf)


def setting(kind: Kind, default: Any, help: str, example: str) -> Any:  # noqa: A002, ANN401 -- a field of any type
    """A field of :class:`Config` with what is to be known of it."""
    told = {"kind": kind, "help": help, "example": example}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=told)
    return field(default=default, metadata=told)


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force."""

    editor: str | None = setting(
        Text(), None, "Who reads and tags. Default: the login name.", '"ana"'
    )
    library: str | None = setting(
        Text(), None, "The library to use. Default: newsreader.library in the platform's folder "
        "for user data.", '"~/desk.library"',
    )  # fmt: skip
    advance: bool | Literal["open"] = setting(
        Flag("open"), True, 'Whether tagging a statement moves on to the next one; "open": to '
        "the next one that you have not tagged.", "true",
    )  # fmt: skip
    number_keys: Literal["both", "labels", "counts"] = setting(
        Choice("both", "labels", "counts"), "both", "What digits are in the reader. labels: 1 "
        "confirmed, 2 speculative, 3 opinion, 0 clear. counts: how often the next key is meant, as "
        "in 12j. both: 4 to 9 begin a number, 0 to 3 are labels where none has begun. Whatever is "
        "chosen, the key # begins a number with any digit, as in #12j.", '"both"',
    )  # fmt: skip
    guidelines: str | None = setting(
        Text(), None, "A Markdown file that says what confirmed, speculative and opinion mean at "
        "this desk; the key i shows it. A path that is not absolute counts from the folder of this "
        "file. Default: the guidelines that come with the program.", '"our-guidelines.md"',
    )  # fmt: skip
    speculative_limit: str = setting(
        Duration(), "24h", "After what time a speculative tag is listed as one that nobody looked "
        "at for too long (the key O). Minutes, hours or days.", '"24h"',
    )  # fmt: skip
    carry_cosmetic: bool = setting(
        Flag(), False, "Whether a tag is kept where only the looks of its words changed: case, "
        "white space, quotation marks, the spelling of a common word. Each that is kept so is an "
        "event that says so. Otherwise every change asks.", "false",
    )  # fmt: skip
    fetch_networks: tuple[str, ...] = setting(
        Networks(), (), "Addresses that are not public, and of which pages may be fetched all the "
        "same: those of the house, or of this machine. Default: none.",
        '["10.1.0.0/16", "127.0.0.1"]',
    )  # fmt: skip
    proxy: str | None = setting(
        Text(), None, "Through which proxy pages are fetched. environment: the one that "
        "HTTP_PROXY, HTTPS_PROXY and NO_PROXY name. A proxy looks up names by itself, so that only "
        "addresses written as numbers are checked to be public. Default: none, whatever the "
        "environment says.", '"http://proxy.desk.example:3128"',
    )  # fmt: skip
    follow: bool = setting(
        Flag(), True, "Whether the program, while it is open, looks at what it was started with "
        "and at what is followed (newsreader follow): files and folders each second, pages and "
        "feeds that are followed when they are due.",
        "true",
    )  # fmt: skip
    follow_every: int = setting(
        Number(15, 86_400), 120, "Seconds between two looks at a page or a feed that is followed. "
        "What fails is asked less and less often, up to once an hour, and a server that asks to be "
        "left alone for a while is.", "120",
    )  # fmt: skip
    backups: int = setting(
        Number(0, 1000), 7, "How many backups the program keeps beside the library, in a folder of "
        "the library's name and .backups; 0: it makes none. newsreader restore lists them and puts "
        "one back.", "7",
    )  # fmt: skip
    backup_every: str = setting(
        Duration(), "24h", "After what time the program makes the next backup, if anything was "
        "written since. Minutes, hours or days.", '"24h"',
    )  # fmt: skip
    theme: str = setting(
        Choice(*THEMES), "auto", "The colours. auto: light where the terminal says that it is "
        "light (COLORFGBG), else dark. NEWSREADER_THEME comes before it; the key T changes it for "
        "one run.", '"auto"',
    )  # fmt: skip
    glyphs: str = setting(
        Choice("auto", "plain", "full"), "auto", "What bars, marks, cards and ticks are drawn "
        "with. plain: ASCII only. auto: plain where the locale is not UTF-8 or the terminal is a "
        "bare console, else full.", '"auto"',
    )  # fmt: skip
    keys: Mapping[str, tuple[str, ...]] = setting(
        TableOf(Texts()), {}, "Other keys for commands, by the command's name in docs/keys.md; "
        "they replace all of its keys. Each command needs one key without ctrl, and no key may "
        "stand for two commands in one place.",
        'reader.confirmed = ["c", "1"]\nreader.next-update = ["]", "ctrl+n"]',
    )  # fmt: skip
    filters: Mapping[str, str] = setting(
        TableOf(FilterLine()), {}, "Filters of the list of stories that the key F offers, each by "
        "a name; docs/filter.md has the language.",
        'to-do = "is:mine untagged:>0 sort:open"\nweek = "since:7d -is:done"',
    )  # fmt: skip
    origin: Origin = field(default=Origin(), compare=False, repr=False)


def settings() -> dict[str, Setting]:
    """All settings by name, in the order of the table; tables last, as TOML wants them."""
    told = [
        Setting(each.name, each.metadata["kind"], each.metadata["help"], each.metadata["example"])
        for each in fields(Config)
        if each.metadata
    ]
    return {each.name: each for each in sorted(told, key=lambda each: each.is_table)}
