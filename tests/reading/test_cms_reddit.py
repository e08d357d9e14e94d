"""Reddit Live: threads and their updates, in invented words."""

import html

import pytest

from newsreader.errors import SourceError
from newsreader.splitting import split
from tests.reading.drawn import article_of, articles_of, drawn, noted, posts_of, statements_of


def update(number, markup, **more):
    return {
        "kind": "LiveUpdate",
        "data": {
            "id": f"7827987a-c998-11e4-a0b9-{number:012}",
            "author": "gull_watch",
            "created_utc": 1710230400.0 + 60 * number,
            "created": 1710259200.0,
            "body": "plain",
            "body_html": html.escape(markup),
            "stricken": False,
            "embeds": [],
            **more,
        },
    }


def listing(*updates, after=None):
    return {"kind": "Listing", "data": {"children": list(updates), "after": after}}


THREAD = {
    "kind": "LiveUpdateEvent",
    "data": {
        "id": "ukaeu1ik4sw5",
        "title": "Ferry aground &amp; listing",
        "description_html": "&lt;p&gt;We post what we &lt;b&gt;see&lt;/b&gt;.&lt;/p&gt;",
        "resources": "Harbour office: <01 234>",
        "created_utc": 1710226800,
        "state": "live",
    },
}


def test_a_thread_with_its_updates():
    value = [
        THREAD,
        listing(
            update(2, "<p>Two tugs, see <a href='/r/saltmere'>r/saltmere</a>.</p>"),
            update(1, "", body_html=None, body="She struck < 1 hour ago."),
            after="LiveUpdate_x",
        ),
    ]
    assert drawn(value) == [
        "h: Ferry aground & listing",
        "p: We post what we see.",
        "p: Harbour office: <01 234>",
        "-- 2024-03-12T08:02:00+00:00",
        "p: Two tugs, see r/saltmere.",
        "byline: gull_watch",
        "-- 2024-03-12T08:01:00+00:00",
        "p: She struck < 1 hour ago.",
        "byline: gull_watch",
    ]
    article = article_of(value)
    assert article.format == "reddit"
    assert article.uri == "https://www.reddit.com/live/ukaeu1ik4sw5"
    assert article.published == "2024-03-12T07:00:00+00:00"
    assert [each.url for each in article.links] == ["https://www.reddit.com/r/saltmere"]
    assert article.warnings == ("the thread goes on: older updates are not in this file",)


def test_what_was_taken_back_is_a_correction_at_its_time():
    value = listing(
        update(3, "<p>One is missing.</p><p>So they say.</p>", stricken=True),
        update(1, "<p>All are safe.</p>"),
    )
    article = article_of(value)
    assert noted(article) == [("correction", "Taken back: One is missing. So they say.")]
    assert [each.time.minute for each in split(article).updates] == [3, 1]
    assert statements_of(article) == ["All are safe."]
    assert article.title is None
    assert article.uri == "file:///a.json"


def test_an_update_without_words_is_none():
    empty = update(2, "", stricken=True, body=None), update(3, "<p> </p>", body="")
    assert drawn(listing(*empty, update(1, "<p>All are safe.</p>"))) == [
        "-- 2024-03-12T08:01:00+00:00", "p: All are safe.", "byline: gull_watch",
    ]  # fmt: skip


def test_an_update_that_is_only_an_address_is_a_post():
    url = "https://twitter.com/harbourwatch/status/77"
    value = listing(update(1, f"<p><a href='{url}'>{url}</a></p>", body=url, embeds=[{"url": url}]))
    assert posts_of(article_of(value)) == [(None, "@harbourwatch", None, url)]


def test_a_thread_alone_has_its_description():
    assert drawn(THREAD)[1:] == ["p: We post what we see.", "p: Harbour office: <01 234>"]


@pytest.mark.parametrize(
    "value", [listing({"kind": "t3", "data": {"title": "x"}}), listing(), [listing()]]
)
def test_other_lists_are_told_in_a_word(value):
    with pytest.raises(SourceError) as refused:
        articles_of(value)
    assert refused.value.problem == "a list of Reddit's without a live thread"
