"""Make docs/recording.svg: twenty seconds of the program, as a moving picture.

    python -m scripts.make_recording

The program is driven by keys on a desk of its own, with a fixed clock. What stands on the screen
after each key is drawn as SVG, row by row; a row that does not change is drawn once, and shown
for as long as it stands. No player, no script: a browser, or a page of the repository, shows it.
"""

from __future__ import annotations

import asyncio
from html import escape
from typing import NamedTuple

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual._compositor import Compositor

from scripts.scenes import ROOT, app_on, desk

COLUMNS, ROWS = 120, 32
CELL, LINE, SIZE = 8.4, 18, 14  # width and height of a cell, and of the letters
EDGE, BAR = 12, 30  # around the screen, and for the words below it
GROUND, INK, SOFT = "#14171a", "#e6e8ea", "#a8b0b8"


class Step(NamedTuple):
    """Keys that are pressed together, how long one looks at what comes of it, and what to say."""

    keys: tuple[str, ...]
    seconds: float
    said: str


STEPS = (
    Step((), 1.4, "the list of stories"),
    Step(("enter",), 1.6, "Enter · open the story"),
    Step(("c",), 0.8, "c · confirmed: saved, and on to the next"),
    Step(("s",), 0.8, "s · speculative"),
    Step(("c",), 0.6, "c · confirmed"),
    Step(("c",), 0.6, "c · confirmed"),
    Step(("s",), 0.6, "s · speculative"),
    Step(("c",), 0.6, "c · confirmed"),
    Step(("o",), 0.9, "o · opinion"),
    Step(("u",), 0.9, "u · undo"),
    Step(("o",), 0.7, "o · opinion"),
    Step(("v",), 0.7, "v · select several"),
    Step(("j",), 0.8, "j · down to the next"),
    Step(("s",), 1.1, "s · tagged as one action"),
    Step(("k", "m"), 0.6, "m · a note"),
    *(Step((key,), 0.07, "m · a note") for key in (*"one", "space", *"origin")),
    Step(("enter",), 1.2, "Enter · saved with its words"),
    Step(("right_square_bracket",), 1.2, "] · the next update"),
    Step(("slash",), 0.4, "/ · search as you type"),
    *(Step((key,), 0.12, "/ · search as you type") for key in "police"),
    Step(("enter",), 0.9, "Enter · to the first hit"),
    Step(("escape",), 0.9, "Esc · back to where one was"),
    Step(("q",), 1.6, "q · back to the list"),
)
"""What is done, in order."""


class Shown(NamedTuple):
    """A row as it is drawn, and the stretches of time in which it stands."""

    y: int
    drawn: str
    times: list[tuple[float, float]]


async def frames() -> list[tuple[float, str, list[list[Segment]]]]:
    """After each step: how long it is seen, what is said of it, and the rows of the screen."""
    made = []
    with desk() as library:
        app = app_on(library, reading=False)
        async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
            for keys, seconds, said in STEPS:
                await pilot.press(*keys)
                await pilot.pause()
                compositor: Compositor = app.screen._compositor  # noqa: SLF001  no other way
                rows = [list(strip) for strip in compositor.render_strips()]
                made.append((seconds, said, rows))
    return made


def row_of(segments: list[Segment]) -> str:
    """A row of the screen as SVG, at the top of its own."""
    grounds, words, column = [], [], 0
    for text, style, _ in segments:
        cells = cell_len(text)
        ink, ground, looks = _looks(style or Style.null())
        x, width = round(column * CELL, 1), round(cells * CELL, 1)
        if ground != GROUND:
            grounds.append(f'<rect x="{x}" width="{width}" height="{LINE}" fill="{ground}"/>')
        if text.strip():
            start = len(text) - len(text.lstrip())
            bare = text.strip()
            place = round((column + start) * CELL, 1)
            long = round(cell_len(bare) * CELL, 1)
            words.append(
                f'<text x="{place}" y="{SIZE}" textLength="{long}" fill="{ink}"{looks}>'
                f"{escape(bare)}</text>"
            )
        column += cells
    return "".join(grounds + words)


def _looks(style: Style) -> tuple[str, str, str]:
    """Colour of the letters, of the ground, and what else there is to them."""
    ink, ground = _hex(style.color, INK), _hex(style.bgcolor, GROUND)
    if style.reverse:
        ink, ground = ground, ink
    lines = [name for name, on in (("underline", style.underline), ("line-through", style.strike))
             if on]  # fmt: skip
    looks = ' font-weight="bold"' if style.bold else ""
    looks += ' font-style="italic"' if style.italic else ""
    looks += f' text-decoration="{" ".join(lines)}"' if lines else ""
    return ink, ground, looks


def _hex(colour: Color | None, otherwise: str) -> str:
    if colour is None or colour.is_default:
        return otherwise
    return colour.get_truecolor().hex


def timed(made: list[tuple[float, str, list[list[Segment]]]]) -> tuple[list[Shown], float]:
    """The rows with the times at which they stand, and how long it all takes."""
    shown: dict[tuple[int, str], Shown] = {}
    now = 0.0
    for seconds, said, rows in made:
        words = f'<text x="0" y="{SIZE}" fill="{SOFT}">{escape(said)}</text>'
        for y, drawn in enumerate([*map(row_of, rows), words]):
            row = shown.setdefault((y, drawn), Shown(y, drawn, []))
            if row.times and row.times[-1][1] == now:
                row.times[-1] = (row.times[-1][0], now + seconds)
            else:
                row.times.append((now, now + seconds))
        now = round(now + seconds, 3)
    return [row for row in shown.values() if row.drawn], now


def moving(row: Shown, whole: float) -> str:
    """A row that is seen only at its times; without animation, the rows of the beginning are."""
    y = EDGE + row.y * LINE + (8 if row.y == ROWS else 0)
    if row.times == [(0.0, whole)]:
        return f'<g transform="translate({EDGE} {y})">{row.drawn}</g>'
    at_start = row.times[0][0] == 0
    values, keys = ["visible" if at_start else "hidden"], [0.0]
    for start, end in row.times:
        for time, value in ((start, "visible"), (end, "hidden")):
            if 0 < time < whole:
                values.append(value)
                keys.append(round(time / whole, 5))
    return (
        f'<g transform="translate({EDGE} {y})" visibility="{values[0]}">'
        f'<animate attributeName="visibility" dur="{whole}s" repeatCount="indefinite" '
        f'calcMode="discrete" values="{";".join(values)}" keyTimes="{";".join(map(str, keys))}"/>'
        f"{row.drawn}</g>"
    )


def recording() -> str:
    """The moving picture."""
    rows, whole = timed(asyncio.run(frames()))
    width, height = round(COLUMNS * CELL + 2 * EDGE), ROWS * LINE + 2 * EDGE + BAR
    drawn = "\n".join(moving(row, whole) for row in sorted(rows, key=lambda row: row.y))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f"font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" "
        f'font-size="{SIZE}" xml:space="preserve">\n'
        f"<title>newsreader: {round(whole)} seconds at the desk</title>\n"
        f'<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>\n{drawn}\n</svg>\n'
    )


def main() -> None:
    """Write it."""
    (ROOT / "docs" / "recording.svg").write_text(recording(), encoding="utf-8")


if __name__ == "__main__":
    main()
