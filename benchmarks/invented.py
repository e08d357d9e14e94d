"""Invented plain articles of about four kilobytes each, no two alike, always the same ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

SIZE = 4_000
"""Bytes of an article, about."""

_NAMES = (
    "Mara Lindqvist", "Tomas Okafor", "Ines Carrow", "Pavel Drummond", "Aiko Renner",
    "Lucia Fairweather", "Jonas Abebe", "Petra Haldane", "Samir Wexford", "Greta Molnar",
)  # fmt: skip
_ROLES = (
    "the harbour master", "a spokeswoman for the council", "the fire chief",
    "the transport minister",
    "a union official", "the head of the clinic",
    "two people familiar with the talks", "the mayor",
)  # fmt: skip
_PLACES = (
    "Eastholm", "Port Maren", "the old quay", "Bridge Street", "the northern suburbs",
    "Kestrel Bay",
    "the central station", "Lower Wick", "the ferry terminal", "Saint Orla",
)  # fmt: skip
_THINGS = (
    "warehouse", "tram line", "water main", "grain silo", "school", "power station", "market hall",
    "footbridge", "hospital wing", "customs shed", "runway", "library", "reservoir",
    "housing block",
)  # fmt: skip
_DOES = (
    "was closed", "will be rebuilt", "caught fire", "was flooded", "lost its roof", "was evacuated",
    "reopened early", "had been inspected", "was sold", "is under review",
)  # fmt: skip
# As in news, four of nine say who says so.
_SENTENCES = """
{role} said the {thing} in {place} {does} on {day}, two weeks after the {thing2} {does2}.
“The {thing} {does} and nobody was told,” said {name}, {role2}.
According to {role}, {number} people left {place} before the {thing2} {does2} on {day}.
The {thing} near {place} {does}, and with it a row of houses that the town had bought in the \
hope of a new {thing2} with room for {number} families.
It is the second time this year that the {thing} in {place} {does}; in spring the {thing2} \
{does2} for {number} days while engineers from the {word2} company looked for a leak.
{name}, who runs the {thing}, told reporters that it would cost {number} million to repair.
Residents of {place} went without water from {hour}:{minute:02} a.m. until the evening, and \
the {word} road to the {thing} stayed closed over the weekend.
Nobody should be surprised: the {thing} {does} {number} times in as many years.
Behind the {thing2}, which {does2} last year, lie {number} acres of {word} that belong to the \
U.S. firm {word2} Holdings and were to become a park with a {thing} at its centre.
""".strip().split("\n")
_SOUNDS = ("ka", "lo", "mir", "ten", "sha", "dor", "vel", "rin", "gu", "pos", "eth", "un", "bra")


def articles(count: int, seed: int = 4) -> Iterator[str]:
    """``count`` articles as texts."""
    draw = random.Random(seed)
    for n in range(count):
        yield _article(draw, n)


def write(folder: Path, count: int, seed: int = 4) -> None:
    """Write ``count`` articles to files in ``folder``, a thousand to a folder."""
    for n, text in enumerate(articles(count, seed)):
        path = folder / f"{n // 1000:03}" / f"{n:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _article(draw: random.Random, n: int) -> str:
    paragraphs = [f"{_word(draw).title()} {draw.choice(_THINGS)} {draw.choice(_DOES)}, no. {n}"]
    size = 0
    while size < SIZE:
        paragraph = " ".join(_sentence(draw) for _ in range(draw.randint(1, 4)))
        paragraphs.append(paragraph)
        size += len(paragraph) + 2
    return "\n\n".join(paragraphs) + "\n"


def _sentence(draw: random.Random) -> str:
    name = draw.choice(_NAMES)
    said = draw.choice(_SENTENCES).format(
        name=name, last=name.split()[1], role=draw.choice(_ROLES), role2=draw.choice(_ROLES),
        place=draw.choice(_PLACES), thing=draw.choice(_THINGS), thing2=draw.choice(_THINGS),
        does=draw.choice(_DOES), does2=draw.choice(_DOES), word=_word(draw),
        word2=_word(draw).title(), number=draw.randint(2, 90), hour=draw.randint(1, 11),
        minute=draw.randint(0, 59), day=draw.choice(("Monday", "Tuesday", "Friday", "Sunday")),
    )  # fmt: skip
    return said[0].upper() + said[1:]


def _word(draw: random.Random) -> str:
    return "".join(draw.choice(_SOUNDS) for _ in range(draw.randint(2, 4)))
