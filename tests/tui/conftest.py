"""Stories made by hand for the screens: a text with its cuts written in it, and a recorder."""

import asyncio
import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import process_time
from types import SimpleNamespace

import pytest

from newsreader.errors import WriteError
from newsreader.model.article import Article, Block, BlockKind, Post
from newsreader.model.event import AnchorState, Event, Place
from newsreader.model.statement import (
    Analysis,
    Attribution,
    Note,
    NoteKind,
    Order,
    Split,
    Statement,
    StatementKind,
    Update,
    UpdateKind,
)
from newsreader.model.story import Revision, Story
from newsreader.session import Session
from newsreader.store.tags.folding import TagBook
from newsreader.tui.app import NewsreaderApp

NOW = datetime(2022, 1, 5, 22, 54, tzinfo=UTC)
EASTERN = datetime.fromisoformat("2022-01-05T00:00:00-05:00").tzinfo
KINDS = {
    BlockKind.HEADING: StatementKind.HEADING,
    BlockKind.POST: StatementKind.POST,
    BlockKind.LIST_ITEM: StatementKind.LIST_ITEM,
    BlockKind.CAPTION: StatementKind.CAPTION,
}


@dataclass
class Maker:
    """Puts an article together, block by block; ``|`` in the words cuts statements."""

    text: str = ""
    title: tuple | None = None
    blocks: list = field(default_factory=list)
    statements: list = field(default_factory=list)
    updates: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    said: dict = field(default_factory=dict)

    def block(self, kind, words, *, level=0, join=" ", marker="", credit="", post=None):
        self.text += "\n\n" if self.text else ""
        begin = at = len(self.text)
        if marker:
            self.updates[-1]["marker_span"] = (at, at + len(marker))
            at += len(marker) + 1
            self.text += marker + join
        for i, part in enumerate(words.split("|") if words else ()):
            self.text += (join if i else "") + part
            start = len(self.text) - len(part)
            of = StatementKind.HEADLINE if kind == "title" else KINDS.get(kind)
            self.statements.append(
                (
                    start,
                    len(self.text),
                    of or StatementKind.SENTENCE,
                    len(self.updates) - 1 if self.updates else None,
                    len(self.blocks),
                )
            )
        if credit:
            start = len(self.text) + (1 if words else 0)
            self.text += ("\n" if words else "") + credit
            post = Post(*post, (start, len(self.text)))
        real = BlockKind.HEADING if kind == "title" else kind
        if kind == "title":
            self.title = (begin, len(self.text))
        self.blocks.append(Block(begin, len(self.text), real, level, post))
        return self

    def plain(self, kind, words):
        """A block without a statement."""
        self.text += "\n\n" if self.text else ""
        start = len(self.text)
        self.text += words
        self.blocks.append(Block(start, len(self.text), kind))
        return self

    def note(self, kind, words, *, tagged=False):
        if tagged:
            self.block(BlockKind.NOTE, words)
        else:
            self.plain(BlockKind.NOTE, words)
        self.notes.append(Note(kind, self.blocks[-1].start, self.blocks[-1].end))
        return self

    def update(self, kind=UpdateKind.UPDATE, marker="", *, inline=False, **more):
        start = len(self.text) + 2
        self.updates.append({"start": start, "kind": kind, **more})
        if marker and not inline:
            self.plain(BlockKind.PARAGRAPH, marker)
            self.updates[-1]["marker_span"] = (self.blocks[-1].start, self.blocks[-1].end)
            self.updates[-1]["marker"] = marker
        return self

    def says(self, **more):
        self.said.setdefault(len(self.statements), []).append(Attribution(**more))
        return self

    def analysis(self, **more):
        ends = [each["start"] for each in self.updates[1:]] + [len(self.text)]
        updates = (
            tuple(
                Update(end=end, **each)
                for each, end in zip(self.updates, ends, strict=bool(self.updates))
            )
            if self.updates
            else ()
        )
        statements = tuple(Statement(n, *each) for n, each in enumerate(self.statements, 1))
        title = self.text[slice(*self.title)] if self.title else None
        article = Article(
            "made.txt",
            "text",
            "made:story",
            self.text,
            tuple(self.blocks),
            title=title,
            title_span=self.title,
            **more,
        )
        split = Split(updates, statements, tuple(self.notes), Order.NEWEST_FIRST)
        said = tuple(tuple(self.said.get(n, ())) for n in range(1, len(statements) + 1))
        return Analysis(article, split, said)


def depot_fire():
    """An invented live story with one of everything."""
    p = BlockKind.PARAGRAPH
    five = datetime(2022, 1, 5, 17, 40, tzinfo=EASTERN)
    three = datetime(2022, 1, 5, 15, 15, tzinfo=EASTERN)
    made = Maker()
    made.block("title", "The Depot Fire: What We Know")
    made.plain(BlockKind.BYLINE, "By the Harbour Desk")
    made.update(marker="UPDATE 2: 5:40 p.m. ET", number=2, time=five, zone="America/New_York")
    made.block(
        p,
        "Police confirmed late on Tuesday that twelve people were treated for smoke.|"
        "The warehouse had been flagged twice this year, according to Reuters, citing "
        "the dockers' union.",
    )
    made.says(origin="the dockers' union", relay="Reuters", cue="citing", named=True)
    made.block(p, "Nobody has said who owned the cargo.")
    made.block(
        BlockKind.POST,
        "Smoke still over the east quay - reports|#depotfire",
        credit="https://example.org/p/1\n— Harbour News (@harbournews) January 4, 2022",
        post=("Harbour News", "harbournews", "2022-01-04", "https://example.org/p/1"),
    )
    made.block(BlockKind.QUOTATION, "“We heard a bang,” said a neighbour.|“Then nothing.”", level=1)
    made.says(origin="a neighbour", cue="said", quoted=True)
    made.update(
        marker="(update 1, 3:15):",
        inline=True,
        number=1,
        time=three,
        zone="America/New_York",
        assumed=("pm",),
    )
    made.block(
        p,
        "The fire broke out shortly before two.|The cause is not known.",
        marker="(update 1, 3:15):",
    )
    made.block(BlockKind.HEADING, "What is closed", level=2)
    made.block(
        BlockKind.LIST_ITEM,
        "- The east quay, with all of its cranes and the road that "
        "leads to them, until further notice",
        level=1,
    )
    made.block(BlockKind.LIST_ITEM, "- 東京からの貨物船は港の外で待っている。", level=1)
    made.block(BlockKind.CAPTION, "Smoke over the harbour. Photo: A. Reader")
    made.plain(BlockKind.RULE, "* * *")
    made.update(UpdateKind.ORIGINAL)
    made.block(p, "A warehouse is on fire in the harbour.|It looks like the work of amateurs.")
    made.note(
        NoteKind.CORRECTION, "Correction: an earlier version named the wrong quay.", tagged=True
    )
    made.note(NoteKind.STAMP, "Last updated at 5:41 p.m.")
    return made.analysis(published="2022-01-05")


def long_story(count):
    """A story of very many statements, five to a paragraph."""
    made = Maker()
    made.block("title", "A long story")
    words = "The harbour office said that shed number {} was empty when the fire reached it."
    for i in range(0, count, 5):
        if i % 50 == 0:
            made.update(marker=f"UPDATE {i // 50 + 1}:", number=i // 50 + 1)
        made.block(BlockKind.PARAGRAPH, "|".join(words.format(i + k) for k in range(5)))
    return made.analysis()


class Desk:
    """A library in memory: a recorder that can be told to fail."""

    def __init__(self, analysis, editor="eve"):
        self.failing = False
        self.editor = editor
        self._ids = itertools.count(1)
        at = {(s.start, s.end): s.n for s in analysis.split.statements}

        def place(article, start, end, exact):
            n = at.get((start, end)) if article == analysis.article.hash else None
            return Place(n, AnchorState.CURRENT if n else AnchorState.GONE, 0 if n else 1)

        hashed = analysis.article.hash
        story = Story(
            1,
            "made:story",
            analysis.article.title or "made",
            "made.txt",
            None,
            "2022-01-05T20:00:00.000Z",
            "2022-01-05T20:00:00.000Z",
            1,
            len(analysis.split.updates),
            len(analysis.split.statements),
        )
        revision = Revision(1, hashed, "2022-01-05T20:00:00.000Z", "made.txt")
        self.opened = SimpleNamespace(
            story=story,
            revisions=(revision,),
            revision=revision,
            analysis=analysis,
            book=TagBook(place),
            newer=0,
            recut=False,
        )
        self.session = Session(self.opened, editor, self.record)

    def record(self, opened, drafts):
        if self.failing:
            raise WriteError("the disk is full")
        return [self.event(draft.kind, draft.editor, draft.body()) for draft in drafts]

    def event(self, kind, editor, body):
        """One event, in the book."""
        seq = next(self._ids)
        at = (NOW - timedelta(minutes=60 - seq)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        event = Event(f"e{seq:04}", "device", seq, "", "", f"{seq:08}", editor, kind, at, body)
        self.opened.book.apply(event)
        return event

    def refresh(self, opened):
        return False

    readonly = True

    def changed(self):
        return False

    def story_troubles(self):
        return {}

    def place(self, opened):
        return 1

    def keep_place(self, opened, n):
        return False


@pytest.fixture(autouse=True)
def usual_terminal(monkeypatch):
    """A terminal with colours and all glyphs, whatever runs the tests."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("NEWSREADER_THEME", "COLORFGBG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def brisk_keys(monkeypatch):
    """Textual's pilot looks after 9 ms, not after 20, whether a key is done with: twice a key.

    Twice nine is more than a frame takes to come; that every widget has taken its messages it makes
    sure of anyhow.
    """

    async def wait(_least: float) -> None:
        cpu = None
        while cpu is None or process_time() - cpu > 0.0005:
            cpu = process_time()
            await asyncio.sleep(0.009)

    monkeypatch.setattr("textual.app.wait_for_idle", wait)


@pytest.fixture
def fire():
    """The invented live story."""
    return depot_fire()


@pytest.fixture
def made():
    """An empty article to be put together."""
    return Maker()


@pytest.fixture
def desk(fire):
    """A session in the invented live story."""
    return Desk(fire)


@pytest.fixture
def desk_of():
    """Makes a session in any analysis."""
    return Desk


@pytest.fixture
def long():
    """Makes a long story."""
    return long_story


@pytest.fixture
def now():
    """The frozen present."""
    return NOW


class ReaderApp(NewsreaderApp):
    """The app, on a session that is there already."""

    def __init__(self, desk, **options):
        super().__init__(desk, now=lambda: NOW, **options)
        self._first = desk.session
        self._sessions.keep(1, desk.session)
        self.left = 0

    def leave(self):
        """Count it."""
        self.left += 1


@pytest.fixture
def reader_app():
    """Makes an app that shows the reader."""
    return ReaderApp
