"""Articles made by hand, and libraries to put them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsreader.library import Library, OpenedStory
from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.event import Anchor, Draft, EventKind, Label
from newsreader.model.statement import Analysis, Order, Split, Statement, StatementKind

Making = Callable[..., Analysis]


def _article(uri: str, words: Sequence[str], *, source: str = "desk.txt") -> Analysis:
    """An article whose statements are ``words``, a paragraph each."""
    spans, at = [], 0
    for each in words:
        spans.append((at, at + len(each)))
        at += len(each) + 1
    return Analysis(
        Article(
            source=source,
            format="text",
            uri=uri,
            text="\n".join(words),
            blocks=tuple(Block(start, end, BlockKind.PARAGRAPH) for start, end in spans),
        ),
        Split(
            (),
            tuple(
                Statement(n + 1, start, end, StatementKind.SENTENCE, None, n)
                for n, (start, end) in enumerate(spans)
            ),
            (),
            Order.SINGLE,
        ),
        tuple(() for _ in spans),
    )


def _act(
    opened: OpenedStory,
    n: int,
    label: Label | None = Label.CONFIRMED,
    *,
    editor: str = "ana",
    **more: object,
) -> Draft:
    """What pressing a key on statement ``n`` makes; a label of None clears."""
    analysis = opened.analysis
    statement = analysis.split.statements[n - 1]
    anchor = Anchor.of(
        opened.story.uri,
        opened.revision.hash,
        analysis.article.text,
        statement.start,
        statement.end,
    )
    kind = EventKind.CLEAR if label is None else EventKind.TAG
    return Draft(kind, editor, opened.story.uri, anchor, label=label, **more)


class Clock:
    """A clock that moves on by a second whenever it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2022, 1, 5, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture(scope="session")
def article() -> Making:
    return _article


@pytest.fixture(scope="session")
def act() -> Callable[..., Draft]:
    return _act


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.library"


@pytest.fixture
def library(path: Path, clock: Clock) -> Iterator[Library]:
    with Library(path, editor="ana", clock=clock, patience=0.2) as opened:
        yield opened
