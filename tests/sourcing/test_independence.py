"""Who speaks in an article, and what goes back to one origin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.library.speaking import sources_of
from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.source import Sources
from newsreader.model.statement import Analysis
from newsreader.sourcing import attribute
from newsreader.sourcing.alike import COMMON, groups
from newsreader.sourcing.identity import Names, is_nobody, is_paper
from newsreader.splitting import split


def found(*lines: str) -> Sources:
    """The sources of an article with a line a block; the first is the title."""
    text = "\n".join(lines)
    blocks = [
        Block(m.start(), m.end(), BlockKind.PARAGRAPH if m.start() else BlockKind.HEADING)
        for m in re.finditer(r"[^\n]+", text)
    ]
    article = Article("s", "text", "s", text, tuple(blocks), lines[0], (0, len(lines[0])))
    parts = split(article)
    return sources_of(Analysis(article, parts, attribute(article, parts)))


def test_who_says_most_comes_first_under_the_fullest_name():
    sources = found(
        "Pier 4",
        "Reuters said the wind rose, citing the coast guard.",
        "“It was loud,” said Tom Varga. “Then it was dark.”",
        "Varga said nobody was on the pier.",
    ).sources
    told = [(each.name, each.kind, each.statements, each.relays, each.relayed) for each in sources]
    assert told == [
        ("Tom Varga", "named", (3, 4, 5), (), ()),
        ("coast guard", "collective", (2,), ("Reuters",), ()),
        ("Reuters", "named", (), (), (2,)),
    ]


def test_three_mentions_of_one_ministry_are_one_origin():
    sources = found(
        "Storm",
        "KARLOV (Reuters) - Pier 4 in Karlov collapsed on Monday, the harbour ministry said.",
        "Interfax, citing the harbour ministry, reported that pier 4 in Karlov had collapsed.",
        "It rained.",
        "The Harbour Post also said pier 4 in Karlov collapsed, citing Interfax.",
    )
    (single,) = sources.single
    assert (single.origin, single.mentions, single.statements) == ("harbour ministry", 3, (2, 3, 5))
    assert single.relays == ("Reuters", "Interfax", "Harbour Post")
    assert sources.single_at(3) == single
    assert sources.single_at(4) is None


def test_reports_add_no_origin():
    (single,) = found(
        "Pier 4 in Karlov collapses - reports",
        "Pier 4 in Karlov collapsed on Monday, Reuters said.",
    ).single
    assert (single.origin, single.statements) == ("Reuters", (1, 2))


@pytest.mark.parametrize(
    "second",
    [
        "Pier 4 in Karlov collapsed on Monday, the coast guard said.",  # another origin
        "The mayor denied that pier 4 in Karlov had collapsed on Monday.",  # no witness for it
        "TASS has not said that pier 4 in Karlov had collapsed on Monday.",  # nor is this
        "The ferry to Ostrava sails at noon, TASS said, citing the mayor.",  # something else
        "Pier 4 in Karlov collapsed on Monday, the mayor said again.",  # he himself
    ],
)
def test_no_warning_without_need(second):
    first = "Pier 4 in Karlov collapsed on Monday, the mayor told Reuters."
    assert not found("Storm", first, second).single


def test_an_agency_and_who_cites_it():
    (single,) = found(
        "Storm",
        "Pier 4 in Karlov collapsed on Monday, TASS said.",
        "Pier 4 in Karlov collapsed on Monday, Reuters reported, citing TASS.",
    ).single
    assert (single.origin, single.relays) == ("TASS", ("Reuters",))


def test_chains_that_bite_their_tail_end():
    sources = found(
        "Storm",
        "Reuters, citing TASS, reported that pier 4 in Karlov collapsed.",
        "TASS, citing Reuters, reported that pier 4 in Karlov collapsed.",
    )
    assert len(sources.sources) == 2


def test_nobody_speaks():
    assert found("Storm", "It rained.") == Sources((), ())


@pytest.mark.parametrize(
    ("names", "name", "full"),
    [
        (["Tom Varga", "Varga"], "Varga", "Tom Varga"),
        (["Tom Varga", "Ann Varga", "Varga"], "Varga", "Varga"),
        (["the defence ministry", "The ministry"], "the ministry", "defence ministry"),
        (["RIA Novosti", "RIA news agency"], "RIA Novosti", "RIA"),
        (["Reuters", "Reuters"], "reuters", "Reuters"),
        (["officials", "port officials"], "officials", "officials"),
        (["A Harbour Board"], "never seen", "never seen"),
        (["Anita Lowell", "Lowell"], "Lowell", "Anita Lowell"),
    ],
)
def test_names(names, name, full):
    assert Names(names).of(name) == full


def test_nobody_and_papers():
    assert is_nobody("local media")
    assert not is_nobody("Tom Varga")
    assert is_paper("the Harbour Post")
    assert not is_paper("the mayor")


def test_alike_by_rarer_words():
    told = {
        1: "The northern pier collapsed during the night",
        2: "Northern pier collapses in the night, says TASS",
        3: "The ferry sails at noon",
    }
    assert groups(told) == [(1, 2)]
    same = dict.fromkeys(range(COMMON + 1), "northern pier collapsed tonight")
    assert groups(same) == []  # what everybody says tells nothing


LINES = st.sampled_from(
    [
        "Pier 4 in Karlov collapsed, TASS said, citing the mayor.",
        "Pier 4 in Karlov collapsed, the mayor told Reuters.",
        "“It was loud,” he said. “It was dark.",
        "They denied it:",
        "“We regret it.”",
        "It rained.",
    ]
)


@given(st.lists(LINES, max_size=12))
def test_every_number_is_that_of_a_statement(lines):
    sources = found("Title", *lines)
    for source in sources.sources:
        assert source.statements or source.relayed
        assert list(source.statements) == sorted(set(source.statements))
    for single in sources.single:
        assert single.mentions > 1
        assert all(n > 0 for n in single.statements)
