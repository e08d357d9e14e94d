"""The credits of posts: one way to know them, for blocks and for statements."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsreader.language.credits import find_all_credits, find_credits
from newsreader.model.article import Article, Block, BlockKind
from newsreader.reading.posts import find_posts
from newsreader.splitting import split, split_statements

SCRAPS = [
    "The pier fell.", " ", "\n", " — ", "— Ann Lee", " (@ann_lee)", "(@", ") ", "January 5, 2022",
    " 5 gennaio 2022", " 10:15 PM", " on X, ", " pic.twitter.com/Qm4v", " https://t.co/a", "-- ",
    " t.co/", " - ", "&mdash; ", "https://x.com/ann/status/1",
]  # fmt: skip
MESS = st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join) | st.text(max_size=60)


@given(MESS, st.integers(0, 9))
def test_credits_are_ordered_and_apart_and_the_dated_are_among_all(text, start):
    low = min(start, len(text))
    found = list(find_all_credits(text, low, len(text)))
    at = low
    for credit in found:
        assert at <= credit.start < credit.end <= len(text)
        at = credit.end
    dated = [credit for credit in found if credit.date]
    assert [c.end for c in find_credits(text, low, len(text)) if c.end <= at] == [
        c.end for c in dated
    ]


@given(MESS)
@example(" pic.twitter.com/Qm4v\nJanuary 5, 2022")
def test_no_credit_is_in_a_statement_however_the_blocks_were_found(text):
    blocks = [Block(0, len(text), BlockKind.PARAGRAPH)] if text.strip() else []
    for made in (blocks, find_posts(text, blocks)):
        article = Article("s", "text", "s", text, tuple(made))
        for statement in split(article).statements:
            words = text[statement.start : statement.end]
            assert not words.endswith("pic.twitter.com/Qm4v")


@pytest.mark.parametrize(
    ("written", "credit"),
    [
        ("It fell. — Ann Lee (@ann) January 5, 2022", "— Ann Lee (@ann) January 5, 2022"),
        ("It fell. – Ann Lee (@ann) 5 gennaio 2022", "– Ann Lee (@ann) 5 gennaio 2022"),
        (
            "It fell. -- Ann (@ann) · 10:15 PM · Jan 5, 2022",
            "-- Ann (@ann) · 10:15 PM · Jan 5, 2022",
        ),
        ("It fell. — Ann (@ann) Jan 5, 2022 10:15 PM", "— Ann (@ann) Jan 5, 2022 10:15 PM"),
        ("It fell. t.co/x — Ann (@ann)", "t.co/x — Ann (@ann)"),
        ("It fell. — Ann (@ann) https://t.co/x", "— Ann (@ann) https://t.co/x"),
        ("It fell. https://a.example pic.x.com/y", "https://a.example pic.x.com/y"),
    ],
)
def test_a_credit_with_its_links_is_no_statement(written, credit):
    [found] = find_all_credits(written, 0, len(written))
    assert written[found.start : found.end].strip() == credit
    assert [written[slice(*span)] for span in split_statements(written)] == ["It fell."]
    article = Article("s", "x", "s", written, (Block(0, len(written), BlockKind.PARAGRAPH),))
    [statement] = split(article).statements
    assert written[statement.start : statement.end] == "It fell."


@pytest.mark.parametrize(
    "written",
    [
        "The mayor, Ann Lee (@ann), said so.",
        "Follow us — Ann (@ann) has more.",
        "Write to (@ann) at once",
        "See pic.twitter.com/x for more.",
    ],
)
def test_a_mention_is_no_credit(written):
    assert not list(find_all_credits(written, 0, len(written)))


def test_a_credit_in_the_middle_of_a_paragraph_is_in_no_statement():
    text = "It fell. — Ann (@ann) January 5, 2022 Nobody was hurt."
    article = Article("s", "x", "s", text, (Block(0, len(text), BlockKind.PARAGRAPH),))
    found = [text[s.start : s.end] for s in split(article).statements]
    assert found == ["It fell.", "Nobody was hurt."]


def test_a_time_on_the_line_after_a_credit_is_not_the_credits():
    text = "It fell. — Ann (@ann) January 5, 2022\n5:10 p.m. The pier is shut."
    [credit] = find_credits(text, 0, len(text))
    assert text[credit.end :] == "\n5:10 p.m. The pier is shut."


def test_a_title_is_one_statement_whatever_stands_in_it():
    text = "What it says — Ann (@ann)"
    article = Article("s", "x", "s", text, (Block(0, len(text), BlockKind.HEADING, 1),))
    assert len(split(article).statements) == 1
