"""What holds for every article, however odd: spans, order, independence of what stands above."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from newsreader.characters import says_something
from newsreader.model.article import Article, Block, BlockKind, Post
from newsreader.model.statement import NoteKind, Order, StatementKind
from newsreader.splitting import SPLITTER, split, split_statements
from newsreader.splitting.pipeline import STEPS

PIECES = st.sampled_from(
    [
        "UPDATE 5:10 p.m. ET: The pier is open.",
        "Update (1345ET): As feared, it fell.",
        "UPDATE: Ferry crews walk out",
        "5 p.m.",
        "25:61",
        "9.21pm BST\n21:21",
        "[UPDATE] 11/25/14 12:21 am est. The pier is open.",
        "2350 – The pier is open.",
        "12 - The pier is open.",
        "Chapels closePublished at 13:02 British Summer Time 8 March 2020",
        "UPDATED Monday, March 7, 2022 --- 7 p.m.",
        "**9:05 a.m.** – The pier is open.",
        "Up Date 2 – 2015 ET: The pier is open.",
        "-------------- Original story below --------------",
        "[11:01, March 14] The pier is open.",
        "9:06 P.M.Pier opens",
        "# 10:05 p.m. Friday EDT:",
        "Noon",
        "(All times are local in Egypt.)",
        "24:00 GMT",
        "17.00 We are here. “It is late,” she said.",
        "+++ 22:09 Damm hält +++",
        "12 min ago",
        "2h ago / 9:14 PM EST",
        "1541 Well, the pier is open.",
        "Upper House | 5.58 p.m.",
        "The latest (all times local): 9:35 a.m.",
        "• Ann Example 10/22/2013 5:00:03 PMThe pier is open.",
        "**UPDATE 6:40 p.m.** The pier is open.",
        "Update 2: The pier opens (8:15 p.m. local time)",
        "7:30 A.M. 90 boats are out.",
        "23:55.- The pier is open.",
        "Ore 18:33",
        "March 5, 2022",
        "31.02.2022, 99:99 Uhr",
        "Erstmeldung",
        "EARLIER: Police were called.",
        "(Adds details in paragraph 3)",
        "Updated: 5 Jan 2022, 10:15 a.m. ET",
        "All times are local",
        "* * *",
        "___",
        "The harbour is shut. Nobody was hurt.",
        "Heading without an end",
        "\u200b\u00adUPDATE\u00a02\u202f:",
        "(Update: ",
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=14).map("\n\n".join),
    st.lists(PIECES, max_size=8).map("\n".join),
    st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=8).map("\n\n".join),
    st.text(max_size=200),
)
DAYS = st.sampled_from(
    [None, "2022-01-05", "2022-03-13T02:30:00-05:00", "0001-01-01", "9999-12-31", "soon", ""]
)
KINDS = st.sampled_from(list(BlockKind))


URIS = st.one_of(
    st.sampled_from(
        ["s", "http://[bad", "http://[x", "https://desk.example.uk/a", "http://]/", ""]
    ),
    st.text(max_size=12).map("http://".__add__),
    st.text(max_size=12),
)


def article_of(
    text: str, published: str | None = None, *, whole: bool = False, uri: str = "s"
) -> Article:
    """An article whose blocks are its stretches between blank lines, or the whole text."""
    blocks: list[Block] = []
    at = 0
    for piece in [text] if whole else text.split("\n\n"):
        words = piece.strip()
        if words:
            start = text.index(words, at)
            rule = not words.strip("*_- ")
            kind = BlockKind.RULE if rule else BlockKind.PARAGRAPH
            blocks.append(Block(start, start + len(words), kind))
            at = start + len(words)
        else:
            at += len(piece)
    return Article("s", "text", uri, text, tuple(blocks), published=published)


def words(article: Article) -> list[str]:
    return [article.text[s.start : s.end] for s in split(article).statements]


@given(TEXTS, DAYS, st.booleans(), URIS)
def test_spans_are_ordered_tight_and_inside_their_block(text, published, whole, uri):
    article = article_of(text, published, whole=whole, uri=uri)
    found = split(article)
    last = 0
    for number, statement in enumerate(found.statements, start=1):
        block = article.blocks[statement.block]
        assert statement.n == number
        assert last <= statement.start < statement.end
        assert block.start <= statement.start < statement.end <= block.end
        exact = text[statement.start : statement.end]
        assert exact == exact.strip()
        last = statement.end
    ends = [0, *(update.end for update in found.updates)]
    for update, end in zip(found.updates, ends, strict=False):
        assert end <= update.start < update.end <= len(text)
        assert (update.time is None) or isinstance(update.time, datetime)
        if update.marker_span is not None:
            assert text[slice(*update.marker_span)] == update.marker
    assert (found.order is Order.SINGLE) == (len(found.updates) < 2)


@given(TEXTS)
def test_markers_and_headlines_stand_in_their_sections(text):
    found = split(article_of(text))
    last = 0
    for update in found.updates:
        assert last <= update.start < update.end <= len(text)
        for span in (update.marker_span, update.headline_span):
            assert span is None or update.start <= span[0] <= span[1] <= update.end
        last = update.end


@given(TEXTS)
def test_nothing_is_lost_but_markers_stamps_and_rules(text):
    article = article_of(text)
    found = split(article)
    left = set(range(len(text)))
    for start, end in [
        *((s.start, s.end) for s in found.statements),
        *(u.marker_span for u in found.updates if u.marker_span),
        *((n.start, n.end) for n in found.notes if n.kind is NoteKind.STAMP),
        *((b.start, b.end) for b in article.blocks if b.kind is BlockKind.RULE),
    ]:
        left -= set(range(start, end))
    assert all(text[at] == "+" or not says_something(text[at]) for at in left)


@given(st.lists(PIECES, min_size=1, max_size=8))
def test_a_block_on_top_changes_no_statement_below(pieces):
    text = "\n\n".join(pieces)
    above = "The council met on Monday and said nothing about it."
    before = words(article_of(text))
    after = words(article_of(f"{above}\n\n{text}"))
    assert after[0] == above
    assert after[1:] == before


SENTENCES = st.sampled_from(
    [
        "“Who opened it?” Sen. Ada Merrow asked. “Nobody.”",
        "The U.S. left the U.S. (It was late.) He said no.",
        "TULL (NW) — The pier fell at 5 p.m. Monday. Nobody was hurt.",
        "Key facts: • The pier fell • Two are missing",
        "The pier fell 😢 Two are missing. #pier",
        "A quote that is never closed: “It fell. It",
        "(A bracket that is never closed. It fell",
    ]
)


@given(st.lists(SENTENCES, min_size=1, max_size=6))
def test_a_block_is_cut_in_its_article_as_it_is_alone(blocks):
    alone = [block[start:end] for block in blocks for start, end in split_statements(block)]
    assert words(article_of("\n\n".join(blocks))) == alone


@given(TEXTS, KINDS)
def test_any_kind_of_block_is_taken_as_it_is(text, kind):
    stripped = text.strip()
    if stripped:
        post = Post(None, None, None, None, (len(text), len(text)))
        start = text.index(stripped)
        block = Block(start, start + len(stripped), kind, post=post)
        found = split(Article("s", "text", "s", text, (block,)))
        if kind in (BlockKind.RULE, BlockKind.BYLINE):
            assert found.statements == ()


def test_a_credit_and_a_title_keep_their_places():
    text = "Pier falls\n\nIt fell. I saw it. pic.example/x — Ann (@ann) May 1, 2022"
    credit = text.index("pic.")
    post = Post("Ann", "@ann", "2022-05-01", None, (credit, len(text)))
    blocks = (Block(0, 10, BlockKind.HEADING), Block(12, len(text), BlockKind.POST, post=post))
    article = Article("s", "text", "s", text, blocks, "Pier falls", (0, 10))
    assert words(article) == ["Pier falls", "It fell.", "I saw it."]
    kinds = [statement.kind for statement in split(article).statements]
    assert kinds == [StatementKind.HEADLINE, StatementKind.POST, StatementKind.POST]


def test_a_title_inside_a_paragraph_is_a_statement_of_its_own():
    text = "Pier falls in storm The pier fell. Nobody was hurt."
    article = Article(
        "s",
        "text",
        "s",
        text,
        (Block(0, len(text), BlockKind.PARAGRAPH),),
        "Pier falls in storm",
        (0, 19),
    )
    assert words(article) == ["Pier falls in storm", "The pier fell.", "Nobody was hurt."]


def test_a_block_of_mere_control_pictures_carries_no_statement():
    assert words(article_of("␀␀␀\n\nThe pier is shut.\n\n\ufffd ␛")) == ["The pier is shut."]


def test_nothing_is_nothing():
    found = split(Article("s", "text", "s", "", ()))
    assert (found.updates, found.statements, found.notes) == ((), (), ())
    assert found.order is Order.SINGLE


def test_the_steps_are_named_and_the_splitter_has_a_version():
    names = [name for name, _ in STEPS]
    assert len(set(names)) == len(names)
    assert SPLITTER
    assert split_statements("It fell. I saw it.") == [(0, 8), (9, 18)]
