"""Arc XP's stories: elements of every kind, corrections, live pages, in invented words."""

import pytest

from newsreader.errors import SourceError
from tests.reading.drawn import (
    article_of,
    articles_of,
    drawn,
    noted,
    posts_of,
    statements_of,
)

TWEET = (
    '<blockquote class="twitter-tweet"><p lang="en">Trams are running again.</p>&mdash; City Trams '
    '(@citytrams) <a href="https://twitter.com/citytrams/status/5">May 4, 2023</a></blockquote>\n'
)


def story(*elements, **more):
    return {
        "_id": "ABC123",
        "type": "story",
        "version": "0.10.7",
        "language": "en",
        "canonical_url": "https://www.courier.example/city/tram-bridge/",
        "headlines": {"basic": "Tram bridge to close"},
        "first_publish_date": "2023-05-04T09:00:00.25Z",
        "display_date": "2023-05-04T10:00:00Z",
        "last_updated_date": "2023-05-05T10:00:00Z",
        "credits": {"by": [{"type": "author", "name": "Rosa Lind"}, {"name": "Jem Holt"}]},
        "content_elements": list(elements),
        **more,
    }


def text(content):
    return {"type": "text", "content": content}


def test_a_story():
    value = story(
        text("The bridge <b>closes</b> at noon."),
        {"type": "header", "level": 3, "content": "What <i>next</i>"},
        {"type": "image", "caption": "The bridge &amp; the river", "subtitle": "no"},
        {
            "type": "list",
            "items": [text("One"), {"type": "list", "items": [text("Two"), text("Three")]}],
        },
        {
            "type": "quote",
            "content_elements": [text("It shook.")],
            "citation": text("Mara Quill, driver"),
        },
        {"type": "quote", "subtype": "pullquote", "content_elements": [text("It shook.")]},
        {"type": "blockquote", "content": "<p>Closed.</p>"},
        {"type": "raw_html", "content": TWEET + "<script>x()</script>"},
        {"type": "oembed_response", "subtype": "twitter", "raw_oembed": {"html": TWEET}},
        {"type": "reference", "referent": {"id": "https://twitter.com/x/status/1"}},
        {"type": "interstitial_link", "content": "Read that", "url": "https://x.example"},
        {"type": "link_list", "items": [{"type": "interstitial_link", "content": "More"}]},
        {"type": "divider"},
        {
            "type": "table",
            "header": [text("Line"), text("Stops")],
            "rows": [[text("4"), text("<b>11</b>")], {"cells": [text("7"), text("9")]}],
        },
        {"type": "gallery", "content_elements": [{"type": "image", "caption": "At dusk"}]},
        {"type": "custom_embed", "embed": {"config": {"text": "no"}}},
        "not an element",
        text("It opens in June."),
        subheadlines={"basic": "Cracks were found in two piers"},
        promo_items={"basic": {"type": "image", "caption": "On top"}},
    )
    assert drawn(value) == [
        "h: Tram bridge to close",
        "p: Cracks were found in two piers",
        "cap: On top",
        "p: The bridge closes at noon.",
        "h: What next",
        "cap: The bridge & the river",
        "li: One",
        "li: Two",
        "li: Three",
        "q: It shook.",
        "byline: Mara Quill, driver",
        "q: Closed.",
        "post: Trams are running again. /  / — City Trams (@citytrams) May 4, 2023",
        "post: Trams are running again. /  / — City Trams (@citytrams) May 4, 2023",
        "rule: * * *",
        "p: Line · Stops",
        "p: 4 · 11",
        "p: 7 · 9",
        "cap: At dusk",
        "p: It opens in June.",
    ]
    article = article_of(value)
    assert (article.format, article.byline) == ("ans", "Rosa Lind, Jem Holt")
    assert article.published == "2023-05-04T09:00:00.250000+00:00"
    assert article.uri == "https://www.courier.example/city/tram-bridge/"
    assert posts_of(article)[0] == (
        "City Trams", "@citytrams", "2023-05-04", "https://twitter.com/citytrams/status/5",
    )  # fmt: skip
    assert statements_of(article).count("Trams are running again.") == 2


def test_corrections_and_the_editors_note_are_notes_once():
    value = story(
        text("The bridge closes at noon."),
        {"type": "correction", "correction_type": "clarification", "text": "<b>One</b> pier."},
        corrections=[
            {"type": "correction", "correction_type": "correction", "text": "It is May."},
            {"type": "correction", "correction_type": "clarification", "text": "One pier."},
            "Not June.",
        ],
        editor_note="This was written before noon.",
    )  # fmt: skip
    assert noted(article_of(value)) == [
        ("editors_note", "This was written before noon."),
        ("clarification", "One pier."),
        ("correction", "It is May."),
        ("correction", "Not June."),
    ]


def test_stories_in_a_story_are_its_updates():
    value = story(
        text("All day from the bridge."),
        story(text("Shut."), headlines={"basic": "Noon"}, display_date="2023-05-04T12:00:00Z"),
        story(text("Soon."), headlines={}, display_date="2023-05-04T11:00:00Z"),
        subtype="liveblog",
    )  # fmt: skip
    assert drawn(value)[1:] == [
        "p: All day from the bridge.",
        "-- 2023-05-04T12:00:00+00:00",
        "h: Noon",
        "p: Shut.",
        "-- 2023-05-04T11:00:00+00:00",
        "p: Soon.",
    ]


def test_an_answer_with_several_stories():
    other = story(text("B."), headlines={"basic": "B"}, canonical_url="/b/", _id="B9", credits=None)
    value = {"type": "results", "count": 2, "content_elements": [story(text("A.")), other]}
    found = articles_of(value)
    assert [article.title for article in found] == ["Tram bridge to close", "B"]
    assert (found[1].uri, found[1].byline) == ("ans:B9", None)


def test_a_story_without_elements_has_its_description():
    value = story(description={"basic": "<p>Cracks.</p>"}, revision={"published": False})
    assert drawn(value)[1:] == ["p: Cracks."]
    assert article_of(value).warnings == ("not published yet",)


def test_an_operation_on_a_story_has_the_story():
    for value in (
        {"type": "story_operation", "operation": "update", "story": story(text("It is shut."))},
        {"type": "content-operation", "operation": "update", "body": story(text("It is shut."))},
    ):
        assert drawn(value) == ["h: Tram bridge to close", "p: It is shut."]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            {"type": "story_operation", "operation": "delete", "story_id": "ABC123"},
            "word that a story was deleted, without its text",
        ),
        (
            {"type": "redirect", "redirect_url": "/new/"},
            "a story that moved to /new/",
        ),
        (
            {"content_elements": [{"type": "story", "headlines": 7}, 3]},
            "no text in this file",
        ),
        (
            {"type": "collection", "content_elements": [{"type": "video", "headlines": {}}]},
            "no story in this file",
        ),
    ],
)
def test_what_is_no_story_is_told_in_a_word(value, said):
    with pytest.raises(SourceError) as refused:
        articles_of(value)
    assert refused.value.problem == said
