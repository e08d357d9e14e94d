"""All settings there are, in one table: name, kind, what each is for, and an example.

Their check, their lines in the commented default file, their sections in docs/configuration.md and
the errors about them follow from it. Their types and defaults are those of
:class:`newsreader.config.settings.Config`.
"""

from __future__ import annotations

from typing import NamedTuple

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
from newsreader.config.settings import THEMES


class Setting(NamedTuple):
    """One setting.

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


_SETTINGS = (
    Setting(
        "editor",
        Text(),
        "Who reads and tags. Default: the login name.",
        '"ana"',
    ),
    Setting(
        "library",
        Text(),
        "The library to use. Default: newsreader.library in the platform's folder for user data.",
        '"~/desk.library"',
    ),
    Setting(
        "advance",
        Flag("open"),
        'Whether tagging a statement moves on to the next one; "open": to the next one '
        "that you have not tagged.",
        "true",
    ),
    Setting(
        "number_keys",
        Choice("both", "labels", "counts"),
        "What digits are in the reader. labels: 1 confirmed, 2 speculative, 3 opinion, 0 "
        "clear. counts: how often the next key is meant, as in 12j. both: 4 to 9 begin a "
        "number, 0 to 3 are labels where none has begun. Whatever is chosen, the key # "
        "begins a number with any digit, as in #12j.",
        '"both"',
    ),
    Setting(
        "guidelines",
        Text(),
        "A Markdown file that says what confirmed, speculative and opinion mean at this "
        "desk; the key i shows it. A path that is not absolute counts from the folder of "
        "this file. Default: the guidelines that come with the program.",
        '"our-guidelines.md"',
    ),
    Setting(
        "speculative_limit",
        Duration(),
        "After what time a speculative tag is listed as one that nobody looked at for too"
        " long (the key O). Minutes, hours or days.",
        '"24h"',
    ),
    Setting(
        "carry_cosmetic",
        Flag(),
        "Whether a tag is kept where only the looks of its words changed: case, white "
        "space, quotation marks, the spelling of a common word. Each that is kept so is "
        "an event that says so. Otherwise every change asks.",
        "false",
    ),
    Setting(
        "fetch_networks",
        Networks(),
        "Addresses that are not public, and of which pages may be fetched all the same: "
        "those of the house, or of this machine. Default: none.",
        '["10.1.0.0/16", "127.0.0.1"]',
    ),
    Setting(
        "proxy",
        Text(),
        "Through which proxy pages are fetched. environment: the one that HTTP_PROXY, "
        "HTTPS_PROXY and NO_PROXY name. A proxy looks up names by itself, so that only "
        "addresses written as numbers are checked to be public. Default: none, whatever "
        "the environment says.",
        '"http://proxy.desk.example:3128"',
    ),
    Setting(
        "follow",
        Flag(),
        "Whether the program, while it is open, looks at what it was started with and at "
        "what is followed (newsreader follow): files and folders each second, pages and "
        "feeds that are followed when they are due.",
        "true",
    ),
    Setting(
        "follow_every",
        Number(15, 86_400),
        "Seconds between two looks at a page or a feed that is followed. What fails is "
        "asked less and less often, up to once an hour, and a server that asks to be left"
        " alone for a while is.",
        "120",
    ),
    Setting(
        "backups",
        Number(0, 1000),
        "How many backups the program keeps beside the library, in a folder of the "
        "library's name and .backups; 0: it makes none. newsreader restore lists them and"
        " puts one back.",
        "7",
    ),
    Setting(
        "backup_every",
        Duration(),
        "After what time the program makes the next backup, if anything was written "
        "since. Minutes, hours or days.",
        '"24h"',
    ),
    Setting(
        "theme",
        Choice(*THEMES),
        "The colours. auto: light where the terminal says that it is light (COLORFGBG), "
        "else dark. NEWSREADER_THEME comes before it; the key T changes it for one run.",
        '"auto"',
    ),
    Setting(
        "glyphs",
        Choice("auto", "plain", "full"),
        "What bars, marks, cards and ticks are drawn with. plain: ASCII only. auto: plain"
        " where the locale is not UTF-8 or the terminal is a bare console, else full.",
        '"auto"',
    ),
    Setting(
        "keys",
        TableOf(Texts()),
        "Other keys for commands, by the command's name in docs/keys.md; they replace all"
        " of its keys. Each command needs one key without ctrl, and no key may stand for "
        "two commands in one place.",
        'reader.confirmed = ["c", "1"]\nreader.next-update = ["]", "ctrl+n"]',
    ),
    Setting(
        "filters",
        TableOf(FilterLine()),
        "Filters of the list of stories that the key F offers, each by a name; "
        "docs/filter.md has the language.",
        'to-do = "is:mine untagged:>0 sort:open"\nweek = "since:7d -is:done"',
    ),
)


def settings() -> dict[str, Setting]:
    """All settings by name, in the order of the table; tables last, as TOML wants them."""
    return {each.name: each for each in sorted(_SETTINGS, key=lambda each: each.is_table)}
