import json
import sqlite3
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.model.article import Article, Block, BlockKind, Link, Post
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
from newsreader.store import articles
from newsreader.store.schema import migrations
from newsreader.store.texts.ready import BLOCK_KINDS, STATEMENT_KINDS, ready

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
MAYBE = st.none() | TEXT
SPAN = st.tuples(st.integers(0, 20), st.integers(20, 50))  # within the texts below
ZONES = st.none() | st.integers(-840, 840).map(lambda m: timezone(timedelta(minutes=m)))
TIME = st.datetimes(min_value=datetime(1990, 1, 1), timezones=ZONES)  # noqa: DTZ001

POST = st.builds(Post, MAYBE, MAYBE, MAYBE, MAYBE, SPAN)
BLOCK = st.builds(
    Block,
    st.integers(0, 20),
    st.integers(20, 50),
    st.sampled_from(BlockKind),
    st.integers(0, 6),
    st.none() | POST,
)
UPDATE = st.builds(
    Update,
    start=st.integers(0, 20),
    end=st.integers(20, 50),
    kind=st.sampled_from(UpdateKind),
    marker=MAYBE,
    marker_span=st.none() | SPAN,
    number=st.none() | st.integers(0, 999),
    time=st.none() | TIME,
    zone=st.none() | st.sampled_from(["America/New_York", "UTC"]),
    assumed=st.lists(st.sampled_from(["am", "pm", "date", "zone"]), unique=True).map(tuple),
    headline=MAYBE,
    headline_span=st.none() | SPAN,
)
ATTRIBUTION = st.builds(
    Attribution,
    MAYBE,
    st.none() | SPAN,
    MAYBE,
    st.none() | SPAN,
    MAYBE,
    st.none() | SPAN,
    st.none() | SPAN,
    st.booleans(),
    st.booleans(),
)


@st.composite
def analyses(draw):
    count = draw(st.integers(0, 5))
    blocks = tuple(draw(st.lists(BLOCK, min_size=1, max_size=4)))
    updates = tuple(draw(st.lists(UPDATE, max_size=3)))
    within = st.none() | st.integers(0, len(updates) - 1) if updates else st.none()
    statements = tuple(
        Statement(
            n + 1,
            n * 10,
            n * 10 + draw(st.integers(1, 9)),
            draw(st.sampled_from(StatementKind)),
            draw(within),
            draw(st.integers(0, len(blocks) - 1)),
        )
        for n in range(count)
    )
    read = Article(
        source="desk.txt",
        format=draw(st.sampled_from(["text", "markdown"])),
        uri="urn:desk:depot",
        text=draw(TEXT) + "." * 50,
        blocks=blocks,
        title=draw(MAYBE),
        title_span=draw(st.none() | SPAN),
        byline=draw(MAYBE),
        published=draw(MAYBE),
        language=draw(MAYBE),
        links=tuple(draw(st.lists(st.builds(lambda span, url: Link(*span, url), SPAN, TEXT)))),
        warnings=tuple(draw(st.lists(TEXT, max_size=2))),
    )
    notes = st.builds(lambda kind, span: Note(kind, *span), st.sampled_from(NoteKind), SPAN)
    split = Split(
        updates,
        statements,
        tuple(draw(st.lists(notes, max_size=2))),
        draw(st.sampled_from(Order)),
    )
    said = tuple(tuple(draw(st.lists(ATTRIBUTION, max_size=2))) for _ in range(count))
    return Analysis(read, split, said)


@pytest.fixture(scope="module")
def connection():
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.execute("BEGIN")
    migrations.apply(made)
    made.execute("COMMIT")
    yield made
    made.close()


@pytest.fixture
def scratch(connection):
    connection.execute("BEGIN")
    yield connection
    connection.execute("ROLLBACK")


@given(analyses())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_what_is_saved_is_loaded(connection, analysis):
    connection.execute("BEGIN")
    try:
        articles.save(connection, ready(analysis, "splitter 1"))
        hash_ = analysis.article.hash
        loaded = articles.load(connection, hash_, uri="urn:desk:depot", source="desk.txt")
        assert loaded == analysis
        assert articles.size(connection, articles.article_id(connection, hash_)) == (
            len(analysis.split.updates),
            len(analysis.split.statements),
        )
    finally:
        connection.execute("ROLLBACK")


def test_every_kind_has_its_code():
    assert set(STATEMENT_KINDS) == set(StatementKind)
    assert set(BLOCK_KINDS) == set(BlockKind)
    # The codes are in every library: they never change.
    assert [kind.value for kind in STATEMENT_KINDS] == [
        "sentence", "headline", "heading", "post", "list_item", "caption",
    ]  # fmt: skip
    assert [kind.value for kind in BLOCK_KINDS] == [
        "paragraph", "heading", "quotation", "post", "list_item", "caption", "rule", "note",
        "byline",
    ]  # fmt: skip


def test_the_first_reading_of_a_text_stays(scratch, article):
    first = article("urn:desk:one", ["Smoke rose.", "Nobody knows why."])
    other = article("urn:desk:two", ["Smoke rose.", "Nobody knows why."])
    assert articles.save(scratch, ready(first, "1")) == articles.save(scratch, ready(other, "2"))
    assert scratch.execute("SELECT count(*), splitter FROM article").fetchone() == (1, "1")
    loaded = articles.load(scratch, first.article.hash, uri="urn:desk:two", source="b.txt")
    assert (loaded.article.uri, loaded.article.source) == ("urn:desk:two", "b.txt")


def test_the_words_of_an_article(scratch, article):
    analysis = article("urn:desk:one", ["Smoke rose.", "Nobody knows why."])
    articles.save(scratch, ready(analysis, "1"))
    wording = articles.wording(scratch, analysis.article.hash)
    assert wording.words == ("Smoke rose.", "Nobody knows why.")
    assert wording.spans == ((0, 11), (12, 29))
    assert articles.wording(scratch, "0" * 64) is None


def test_an_unknown_article(scratch):
    with pytest.raises(LookupError):
        articles.load(scratch, "0" * 64, uri="", source="")


def test_who_says_it_and_when(scratch):
    said = Attribution("the port", (0, 8), "Reuters", named=True)
    time = datetime(2022, 1, 5, 19, 1, tzinfo=UTC)
    analysis = Analysis(
        Article("a", "text", "urn:a", "The port burns.", (Block(0, 15, BlockKind.PARAGRAPH),)),
        Split(
            (Update(0, 15, UpdateKind.UPDATE, time=time),),
            (Statement(1, 0, 15, StatementKind.SENTENCE, 0, 0),),
            (),
            Order.SINGLE,
        ),
        ((said,),),
    )
    articles.save(scratch, ready(analysis, "1"))
    hash_ = analysis.article.hash
    assert articles.statement_at(scratch, hash_, 0, 15) == ((said,), time)
    assert articles.statement_at(scratch, hash_, 0, 14) is None


def test_rows_stay_small(scratch, article):
    articles.save(scratch, ready(article("urn:a", ["One.", "Two."]), "1"))
    blocks = scratch.execute("SELECT blocks FROM article").fetchone()[0]
    assert json.loads(blocks) == [[0, 4], [5, 9]]
