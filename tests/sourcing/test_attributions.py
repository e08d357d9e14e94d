"""Who says a statement: posts, "according to", "said", the tails of headlines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.article import Article, Block, BlockKind, Post
from newsreader.model.statement import Order, Split, Statement, StatementKind
from newsreader.sourcing import attribute
from newsreader.sourcing.statements import MOST, attributions_of


def whole(text: str, post: Post | None = None) -> list:
    """The attributions of a text that is one statement."""
    end = post.credit[0] if post else len(text)
    block = Block(0, len(text), BlockKind.POST if post else BlockKind.PARAGRAPH, post=post)
    statement = Statement(1, 0, end, StatementKind.SENTENCE, None, 0)
    article = Article("s", "text", "s", text, (block,))
    (found,) = attribute(article, Split((), (statement,), (), Order.SINGLE))
    return list(found)


@pytest.mark.parametrize(
    ("text", "origin", "relay", "content", "named"),
    [
        ("PIER FALLS INTO THE SEA: TASS", "TASS", None, "PIER FALLS INTO THE SEA", True),
        ("Pier to reopen in May - sources", "sources", None, "Pier to reopen in May", False),
        (
            "Ships were turned away, according to Reuters citing RIA news agency.",
            "RIA", "Reuters", "Ships were turned away", True,
        ),
        ("According to port officials, it is shut.", "port officials", None, "it is shut.", False),
        (
            "“We are safe,” the Harbour Board said.",
            "the Harbour Board", None, "“We are safe,”", True,
        ),
        ("“We are safe,” said Ann Example.", "Ann Example", None, "“We are safe,”", True),
        ("Police said that the road is shut.", "Police", None, "the road is shut.", False),
        ("The pier is shut, police said on Monday.", "police", None, "The pier is shut", False),
        (
            "Ann Example confirmed that the pier is shut, a statement said.",
            "Ann Example", None, "the pier is shut", True,
        ),
        (
            "“We are safe,” the mayor was quoted as saying by the Gazette.",
            "the mayor", "the Gazette", "“We are safe,”", False,
        ),
        (
            "Ann Example was quoted by the Gazette as saying that it is shut.",
            "Ann Example", "the Gazette", "it is shut.", True,
        ),
        (
            "The report quoted Ann Example as saying the pier is shut.",
            "Ann Example", "The report", "the pier is shut.", True,
        ),
        ("Ann Example stressed that it is shut.", "Ann Example", None, "it is shut.", True),
        ("Ann Example told reporters that it is shut.", "Ann Example", None, "it is shut.", True),
        ("Ann Example argued that it is shut.", "Ann Example", None, "it is shut.", True),
        ("Sources are reporting that it is shut.", "Sources", None, "it is shut.", False),
        ("Several local media are reporting it is shut.", "Several local media", None,
         "it is shut.", False),
        ("It is shut, according to port workers.", "port workers", None, "It is shut", False),
        (
            "According to two people familiar with the matter, it is shut.",
            "two people familiar with the matter", None, "it is shut.", False,
        ),
        ("Reuters, citing RIA, reported that it is shut.", "RIA", "Reuters", "it is shut.", True),
        ("Reuters reported, citing RIA, that it is shut.", "RIA", "Reuters", "it is shut.", True),
        ("It is shut, Reuters reported, citing RIA.", "RIA", "Reuters", "It is shut", True),
        (
            "It is shut, according to the Gazette, citing port officials.",
            "port officials", "the Gazette", "It is shut", False,
        ),
        (
            "The Harbour Board said in a statement that it is shut.",
            "The Harbour Board", None, "it is shut.", True,
        ),
        ("The port director said it is shut.", "The port director", None, "it is shut.", False),
        ("Ann Example, a port worker, said it is shut.", "Ann Example", None, "it is shut.", True),
        (
            "“It is shut,” Ann Example said by phone from the pier.",
            "Ann Example", None, "“It is shut,”", True,
        ),
        ("PIER IS SHUT: reports", "reports", None, "PIER IS SHUT", False),
    ],
)  # fmt: skip
def test_who_says_it(text, origin, relay, content, named):
    (found,) = whole(text)
    assert (found.origin, found.relay, found.named) == (origin, relay, named)
    assert text[slice(*found.origin_span)] == origin
    assert text[slice(*found.content_span)] == content
    assert text[slice(*found.cue_span)] == found.cue
    assert found.quoted == content.startswith("“")


@pytest.mark.parametrize(
    "text",
    [
        "They said nothing.",
        "The pier is shut.",
        "It went according to plan.",
        "What is said is said.",
        ": TASS",
        "As stated in the plan, the road is shut.",
        "Ann Example reported from the pier.",
        "Ann Example said nothing.",
        "The man said to be their leader is gone.",
        "It is shut, according to plans.",
        "All went well, according to rules of the game.",
        "x" * 3000 + " said Ann.",
    ],
)
def test_nobody_is_named(text):
    assert whole(text) == []


def test_a_post_speaks_for_its_account():
    text = "The pier fell. — Ann Example (@ann) May 1, 2022"
    (found,) = whole(text, Post("Ann Example", "@ann", "2022-05-01", None, (15, len(text))))
    assert (found.origin, found.quoted, found.named) == ("Ann Example", True, True)
    assert text[slice(*found.origin_span)] == "Ann Example"
    text = "PIER FALLS INTO THE SEA - reports — Ann Example (@ann) May 1, 2022"
    (found,) = whole(text, Post("Ann Example", "@ann", "2022-05-01", None, (33, len(text))))
    assert found.origin == "Ann Example"
    (found,) = whole(text, Post(None, "@bob", None, None, (15, len(text))))
    assert (found.origin, found.origin_span) == ("@bob", None)
    assert whole(text, Post(None, None, None, None, (15, len(text)))) == []


WORDS = st.sampled_from(
    (
        *("said", "says", "according", "to", "citing", "Ann", "Example", "the", "mayor", "told"),
        *("AFP", "was", "quoted", "as", "saying", "by", "who", "which", "and", "Mr.", "statement"),
        *("laut", "teilte", "mit", "a déclaré", "in", "Monday", "adding", "they", "He", "not"),
        *(",", ".", "“", "”", ":", "-", "—", "(", ")", "'s", "'"),
    )
)


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_spans_lie_inside_the_statement(text):
    for found in whole(text) if text else []:
        for span in (found.origin_span, found.relay_span, found.cue_span, found.content_span):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        for words, span in (
            (found.relay, found.relay_span),
            (found.cue, found.cue_span),
        ):
            assert words is None or text[slice(*span)] == words


@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
def test_a_statement_alone_gives_what_it_gives_behind_others(text):
    before = "It rained. "
    alone = attributions_of(text)
    article = Article(
        "s", "text", "s", before + text, (Block(0, len(before) + len(text), BlockKind.PARAGRAPH),)
    )
    statements = (
        Statement(1, 0, 10, StatementKind.SENTENCE, None, 0),
        Statement(2, 11, 11 + len(text), StatementKind.SENTENCE, None, 0),
    )
    found = attribute(article, Split((), statements, (), Order.SINGLE))[1]
    assert [each.cue for each in found if not each.cue.startswith("(")] == [
        each.cue for each in alone if not each.cue.startswith("(")
    ]


def test_a_long_statement_of_cues_is_looked_at_once():
    """Eight cues are followed and no more, however many there are."""
    assert len(whole("He said " * 240)) <= MOST
