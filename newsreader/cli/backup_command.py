"""``newsreader backup`` and ``newsreader restore``: copies of the library, and putting one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsreader.cli.opening import Common
from newsreader.cli.options import common_options, json_option
from newsreader.cli.output import Output

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("file", required=False, metavar="[FILE]")
@common_options
def backup(file: str | None, common: Common) -> int:
    """Write a consistent copy of the library while others go on writing.

    Without FILE: among the backups that the program makes by itself, of which as many are kept as
    the settings say.
    """
    from newsreader.library.safekeeping.backups import make

    with common.open() as opened:
        if file is not None:
            opened.backup(file)
        else:
            Output().say(str(make(opened, common.config().backups)))
    return 0


@click.command()
@click.argument("chosen", required=False, metavar="[BACKUP]")
@json_option("One JSON object a line, for each backup; or one of what was restored.")
@common_options
def restore(chosen: str | None, *, as_json: bool, common: Common) -> int:
    """Put a backup in the place of the library; without BACKUP, list them.

    BACKUP is a number of the list, or a file. The library that was there is kept under another
    name. Refused while the library is open elsewhere.
    """
    from newsreader.cli.shapes import json_line
    from newsreader.config import default_library, library_path
    from newsreader.library.safekeeping.restoring import choose
    from newsreader.library.safekeeping.restoring import restore as put_back

    out = Output()
    path = (library_path(common.library, common.config()) or default_library()).absolute()
    if chosen is None:
        _list(path, out, as_json=as_json)
        return 0
    done = put_back(path, choose(path, chosen))
    if as_json:
        aside = str(done.aside) if done.aside is not None else None
        out.data(json_line({"library": str(path), "backup": str(done.backup), "aside": aside}))
    else:
        out.say(f"restored: {done.backup}")
        if done.aside is not None:
            out.say(f"the library that was there: {done.aside}")
    return 0


def _list(path: Path, out: Output, *, as_json: bool) -> None:
    from newsreader.cli.shapes import json_line
    from newsreader.library.safekeeping.backups import backups

    found = backups(path)
    for n, each in enumerate(found, 1):
        if as_json:
            shape = {"n": n, "at": f"{each.at:%Y-%m-%dT%H:%M:%SZ}", "bytes": each.size}
            out.data(json_line({**shape, "path": str(each.path)}))
        else:
            out.say(f"{n:>3}  {each.at:%Y-%m-%d %H:%M}Z  {each.size / 1e6:8.1f} MB  {each.path}")
    if not found and not as_json:
        out.say(f"no backups of {path} (newsreader backup makes one)")
