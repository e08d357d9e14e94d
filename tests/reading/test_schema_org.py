"""schema.org articles as files of their own, in invented words."""

import html
import json

import pytest

from newsreader.errors import SourceError
from newsreader.splitting import split
from tests.reading.drawn import article_of, articles_of, drawn, noted


def posting(time, headline, body, **more):
    return {
        "@type": "BlogPosting",
        "datePublished": time,
        "headline": headline,
        "articleBody": body,
        **more,
    }


def live(updates, **more):
    return {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": "Pier &amp; fire",
        "url": "https://courier.example/live/pier",
        "datePublished": "2024-03-12T07:00:00Z",
        "inLanguage": "en",
        "author": [{"@type": "Person", "name": "Ada Thorn"}],
        "description": "All day from the pier.",
        "liveBlogUpdate": updates,
        **more,
    }


ONE = posting("2024-03-12T08:00:00Z", "Smoke", "<p>Smoke is seen.</p>")
TWO = posting("2024-03-12T09:00:00+01:00", "Flames", "Flames\n\nand sparks.")


def test_updates_as_a_list_as_one_object_or_missing():
    assert drawn(live([TWO, ONE])) == [
        "h: Pier & fire",
        "p: All day from the pier.",
        "-- 2024-03-12T09:00:00+01:00",
        "h: Flames",
        "p: Flames",
        "p: and sparks.",
        "-- 2024-03-12T08:00:00+00:00",
        "h: Smoke",
        "p: Smoke is seen.",
    ]
    article = article_of(live([TWO, ONE]))
    assert (article.format, article.byline, article.language) == ("schema.org", "Ada Thorn", "en")
    assert article.uri == "https://courier.example/live/pier"
    assert drawn(live(ONE))[2:] == ["-- 2024-03-12T08:00:00+00:00", "h: Smoke", "p: Smoke is seen."]
    for missing in (None, [], "x", 7, [None, "x"]):
        assert split(article_of(live(missing))).updates == ()


def test_times_that_are_all_the_same_date_nothing():
    value = live([{**ONE, "datePublished": "2024-03-12T07:00:00Z"} for _ in range(3)])
    assert [each.time for each in split(article_of(value)).updates] == [None] * 3


def test_a_day_alone_is_no_time():
    value = live([posting("2024-03-12", "A", "Words.", dateModified="2024-03-12T10:00:00Z"), ONE])
    assert [each.time.hour for each in split(article_of(value)).updates] == [10, 8]


def test_a_body_that_was_escaped_too_often():
    twice = html.escape(html.escape("<p>Smoke &amp; flames.</p><p>Sparks.</p>"))
    assert drawn(live([posting("2024-03-12T08:00:00Z", "", twice)]))[3:] == [
        "p: Smoke & flames.", "p: Sparks.",
    ]  # fmt: skip


def test_a_graph_with_references():
    value = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebPage", "@id": "https://courier.example/a/"},
            {
                "@type": ["Article", "NewsArticle"],
                "@id": "https://courier.example/a/#article",
                "mainEntityOfPage": {"@id": "https://courier.example/a/"},
                "headline": "One",
                "author": {"@id": "#ada"},
                "articleBody": "Words of one.",
                "isPartOf": {"@type": "NewsArticle", "headline": "Outer", "articleBody": "No."},
            },
            {"@type": "Person", "@id": "#ada", "name": "Ada Thorn"},
            {
                "@type": "LiveBlogPosting",
                "headline": "Two",
                "liveBlogUpdate": [{"@id": "#u1"}],
            },
            {"@id": "#u1", **ONE, "author": "Bo Rask"},
        ],
    }
    one, two = articles_of(value)
    assert (one.title, one.byline, one.uri) == ("One", "Ada Thorn", "https://courier.example/a/")
    assert two.title == "Two"
    assert drawn(json.dumps(value["@graph"][3:]))[1:] == [
        "-- 2024-03-12T08:00:00+00:00", "h: Smoke", "p: Smoke is seen.", "byline: Bo Rask",
    ]  # fmt: skip


def test_prefixed_names_and_values_with_a_language():
    value = {
        "@type": "schema:NewsArticle",
        "schema:headline": {"@value": "Pier", "@language": "en"},
        "http://schema.org/articleBody": ["Words."],
        "schema:datePublished": "2024-03-12",
    }
    assert drawn(value) == ["h: Pier", "p: Words."]
    assert article_of(value).published == "2024-03-12"


def test_two_descriptions_of_one_page_are_one_story():
    page = {"@type": "NewsArticle", "url": "https://courier.example/live/pier", "articleBody": "A."}
    [article] = articles_of([page, live([TWO, ONE]), page])
    assert len(split(article).updates) == 2


def test_corrections_are_notes():
    value = live(
        ONE,
        correction=[
            {"@type": "CorrectionComment", "text": "It is one pier."},
            "Not two.",
            "https://courier.example/corrections",
            7,
        ],
    )
    assert noted(article_of(value)) == [
        ("correction", "It is one pier."), ("correction", "Not two."),
    ]  # fmt: skip


def test_articles_without_words_only_where_none_has_any():
    several = [{"@type": "NewsArticle", "headline": h} for h in ("A", "B")]
    found = articles_of(several)
    assert [article.title for article in found] == ["A", "B"]
    assert found[0].warnings == ("only the title is in this file",)
    assert [a.title for a in articles_of([*several, {**several[0], "articleBody": "Words."}])] == [
        "A"
    ]


@pytest.mark.parametrize(
    "value",
    [{"@context": "https://schema.org"}, {"@graph": [7, {"@type": "Person"}]}, {"@type": "Event"}],
)
def test_data_without_an_article_are_told_in_a_word(value):
    with pytest.raises(SourceError) as refused:
        articles_of(value)
    assert refused.value.problem == "schema.org data without an article"


def test_headlines_that_are_the_whole_articles_are_no_updates_own():
    several = [
        posting(f"2024-03-12T0{n}:00:00Z", "Pier &amp; fire", f"Words of {n}.") for n in range(3)
    ]
    assert drawn(live(several))[2:4] == ["-- 2024-03-12T00:00:00+00:00", "p: Words of 0."]
    other = [{**each, "headline": "As it happened"} for each in several]
    assert drawn(live(other))[2:4] == ["-- 2024-03-12T00:00:00+00:00", "p: Words of 0."]
    assert "h: As it happened" in drawn(live(other[:2]))


def test_a_body_that_only_has_its_updates_once_more_is_left_out():
    told = "Flames and sparks. Smoke is seen. And more."
    assert "p: " + told not in drawn(live([ONE, TWO], articleBody=told))
    other = posting("2024-03-12T10:00:00Z", "", "Something else.")
    assert "p: " + told in drawn(live([ONE, other], articleBody=told))
