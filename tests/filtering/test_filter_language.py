"""The filter language: any line is read or refused in one plain line, and means what it says."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import UsageError
from newsreader.filtering import TERMS, parse
from newsreader.filtering.parsing import MAX_TERMS
from newsreader.model.filter import Condition, Count, Days, Filter, Sort
from newsreader.visible import visible

TODAY = date(2022, 1, 8)


def only(text):
    (condition,) = parse(text, TODAY).conditions
    return condition


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("depot", Condition("word", "depot")),
        ("-depot", Condition("word", "depot", negated=True)),
        ('"night bus"', Condition("phrase", "night bus")),
        ('-"night bus"', Condition("phrase", "night bus", negated=True)),
        ('"still typing', Condition("phrase", "still typing")),
        ('"label:x"', Condition("phrase", "label:x")),
        ("12:30", Condition("word", "12:30")),
        ("label:speculative", Condition("label", "speculative")),
        ("LABEL:Spec", Condition("label", "speculative")),
        ("label:none", Condition("label", "none")),
        ("untagged:>5", Condition("untagged", Count(">", 5))),
        ("untagged:<=5", Condition("untagged", Count("<=", 5))),
        ("untagged:5", Condition("untagged", Count("=", 5))),
        ("-is:done", Condition("is", "done", negated=True)),
        ("is:r", Condition("is", "removed")),
        ("has:left-behind", Condition("has", "left-behind")),
        ("has:note", Condition("has", "note")),
        ('source:"my desk"', Condition("source", "my desk")),
        ("by:ana", Condition("by", "ana")),
        ("date:2022", Condition("date", Days("2022-01-01", "2023-01-01"))),
        ("date:2022-12", Condition("date", Days("2022-12-01", "2023-01-01"))),
        ("date:2022-1-5", Condition("date", Days("2022-01-05", "2022-01-06"))),
        ("date:2022-01..2022-02", Condition("date", Days("2022-01-01", "2022-03-01"))),
        ("date:2022-01..", Condition("date", Days("2022-01-01", ""))),
        ("date:..2022-01", Condition("date", Days("", "2022-02-01"))),
        ("since:2022-01-05", Condition("date", Days("2022-01-05", ""))),
        ("until:2022-01-05", Condition("date", Days("", "2022-01-06"))),
        ("since:7d", Condition("date", Days("2022-01-01", ""))),
        ("added:yesterday..today", Condition("added", Days("2022-01-07", "2022-01-09"))),
        ("aged:7d", Condition("aged", Days("", "2022-01-02"))),
        ("-aged:yesterday", Condition("aged", Days("", "2022-01-08"), negated=True)),
    ],
)
def test_a_term_means_what_it_says(text, condition):
    assert only(text) == condition


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour:red", "colour:red: no such term \\(known: label, untagged"),
        ("untaged:>5", "untaged:>5: no such term \\(did you mean untagged\\?"),
        ("http://x", "quotes look for the words themselves"),
        ("label:", "label: takes confirmed"),
        ("label:maybe", "label:maybe: label: takes confirmed, speculative, opinion, none"),
        ("is:", "is: takes untagged"),
        ("aged:often", "no date is written like that"),
        ("untagged:many", "untagged: takes a number"),
        ("untagged:=>5", "untagged: takes a number"),
        ("date:soon", "date:soon: no date"),
        ("date:..", "no date"),
        ("date:2022-13", "no date"),
        ("date:2022-02-30", "no date"),
        ("date:2022-02..2022-01", "no date"),
        ("date:9999", "no date"),
        ("date:0000", "no date"),
        ("since:9999d", None),
        ("since:2022..2023", "no date"),
        ("since:", "no date"),
        ("until:", "no date"),
        ("source:", "source: takes a name"),
        ("by:", "by: takes a name"),
        ("-", "nothing to look for"),
        ('""', "nothing to look for"),
        ("sort:age", "sort: takes changed, published, added, title, open"),
        ("-sort:title", "cannot be negated"),
        ("a " * (MAX_TERMS + 1), "more than"),
    ],
)
def test_what_is_ill_formed_is_told_by_its_name(text, said):
    if said is None:
        assert only(text).value.first < "2000"
        return
    with pytest.raises(UsageError, match=said) as caught:
        parse(text, TODAY)
    assert "\n" not in str(caught.value)


def test_the_order_and_the_words():
    made = parse("depot sort:title is:done fire", TODAY)
    assert made.sort is Sort.TITLE
    assert [each.value for each in made.words] == ["depot", "fire"]
    assert parse("", TODAY) == Filter()
    assert parse("sort:title sort:open").sort is Sort.OPEN


def test_words_may_be_added_as_they_are():
    made = parse("is:done", TODAY).and_words("label:x  -y")
    assert [each.value for each in made.words] == ["label:x", "-y"]


def test_every_term_of_the_table_is_known_and_explained():
    page = (Path(__file__).parents[2] / "docs" / "filter.md").read_text(encoding="utf-8")
    for term in TERMS:
        parse(term.form, TODAY)
        assert term.form.startswith(f"{term.key}:")
        assert f"`{term.form}`" in page


@given(st.text(max_size=60) | st.text('abi:s-"<>=.2012 d', max_size=40))
def test_any_line_is_read_or_refused_plainly(text):
    try:
        made = parse(text, TODAY)
    except UsageError as error:
        said = str(error)
    else:
        said = ""
        assert len(made.conditions) <= MAX_TERMS
    assert visible(said, one_line=True) == said  # a letter newer than Python's tables is one, too


TURNED = ["stale", "gone", "changed", "waiting"]
WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
VALUES = {
    "label": st.sampled_from(["confirmed", "speculative", "opinion", "none"]),
    "untagged": st.from_regex(r"(<=|>=|<|>|=|)[0-9]{1,4}", fullmatch=True),
    "is": st.sampled_from(["untagged", "progress", "done", "mine", "removed", *TURNED]),
    "has": st.sampled_from(["note", "evidence", "news", "left-behind", *TURNED]),
    "date": st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(str),
    "source": WORDS,
    "by": WORDS,
}
TERM = st.sampled_from(sorted(VALUES)).flatmap(
    lambda key: VALUES[key].map(lambda value: f"{key}:{value}")
)


@given(st.lists(TERM | WORDS | WORDS.map('"{} x"'.format), max_size=12))
def test_each_word_of_a_line_is_read_by_itself(words):
    together = parse("  ".join(words), TODAY).conditions
    assert together == tuple(only(word) for word in words)


@given(TERM | WORDS)
def test_a_dash_negates_and_changes_nothing_else(word):
    assert only(f"-{word}") == only(word)._replace(negated=True)


@given(st.dates(date(1, 1, 1), date(9999, 12, 30)), st.integers(0, 400))
def test_a_span_of_days_covers_both_its_ends(first, days):
    last = date.fromordinal(min(first.toordinal() + days, date(9999, 12, 30).toordinal()))
    value = only(f"date:{first}..{last}").value
    assert value.first == first.isoformat() <= last.isoformat() < value.past
