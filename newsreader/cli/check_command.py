"""``newsreader check``: whether a library is whole, and saving one that is not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsreader.cli.opening import Common
from newsreader.cli.options import common_options, json_option
from newsreader.cli.output import Output
from newsreader.errors import UsageError

if TYPE_CHECKING:
    from newsreader.library.safekeeping.repairing import Repaired


@click.command()
@click.option("--deep", is_flag=True, help="Re-hash every article and event, re-fold the events.")
@click.option(
    "--repair-to",
    "target",
    metavar="FILE",
    help="Write a new library with all that can be saved; this one is only read.",
)
@json_option("One JSON object.")
@common_options
def check(*, deep: bool, target: str | None, as_json: bool, common: Common) -> int:
    """Check the library's integrity; exit status 3 when something is wrong.

    With --repair-to: exit status 0 when all was saved, 1 when something is lost.
    """
    from newsreader.cli.shapes import json_line

    out = Output()
    if target is not None:
        if deep:
            raise UsageError("--repair-to looks at everything, --deep or not")
        return _repair(common, target, out, as_json=as_json)
    with common.open_any() as opened:
        report = opened.check(deep=deep)
    if as_json:
        shape = {"ok": report.ok, "problems": list(report.problems)}
        out.data(json_line({**shape, "deep": deep, "counts": dict(report.counts)}))
    else:
        out.say(f"{'ok' if report.ok else 'DAMAGED'}: {_told(report.counts)}")
    for problem in report.problems:
        out.failed(problem)
    return 0 if report.ok else 3


def _repair(common: Common, target: str, out: Output, *, as_json: bool) -> int:
    from newsreader.cli.shapes import json_line
    from newsreader.config import library_path
    from newsreader.library.safekeeping.repairing import repair

    path = library_path(common.library, common.config())
    done = repair(_place(path), Path(target))
    counts = _counts(done)
    if as_json:
        ok = not done.lost
        out.data(json_line({"ok": ok, "to": target, "saved": counts, "lost": done.lost}))
    else:
        out.say(f"saved to {target}: {_told(counts)}; {len(done.lost)} lost or not as it was")
    for lost in done.lost:
        out.failed(f"lost: {lost}")
    return out.status


def _told(counts: Mapping[str, int]) -> str:
    """The counts for people; one of them is no plural."""
    one = {"stories": "story"}
    return ", ".join(
        f"{count} {one.get(name, name.removesuffix('s')) if count == 1 else name}"
        for name, count in counts.items()
    )


def _place(path: Path | None) -> Path:
    from newsreader.config import default_library

    return default_library() if path is None else path


def _counts(done: Repaired) -> dict[str, int]:
    return {
        "stories": done.stories,
        "revisions": done.revisions,
        "events": done.events,
        "tags": done.tags,
    }
