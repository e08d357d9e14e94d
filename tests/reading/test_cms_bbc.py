"""The BBC's trees of blocks: live pages and articles, in invented words."""

import pytest

from newsreader.errors import SourceError
from newsreader.splitting import split
from tests.reading.drawn import article_of, articles_of, drawn, posts_of, statements_of


def fragment(words):
    return {"type": "fragment", "model": {"text": words, "attributes": []}}


def link(words, address):
    return {
        "type": "urlLink",
        "model": {"text": words, "locator": address, "blocks": [fragment(words)]},
    }


def paragraph(*parts):
    blocks = [fragment(part) if isinstance(part, str) else part for part in parts]
    return {"type": "paragraph", "model": {"text": "whole", "blocks": blocks}}


def of(kind, *blocks, **more):
    return {"type": kind, "model": {"blocks": list(blocks), **more}}


def item(block):
    return of("listItem", block)


def headed(kind, words):
    return of(kind, of("text", paragraph(words)))


def tree(*blocks):
    return {"model": {"blocks": list(blocks)}}


def post(number, *content, header=(), **more):
    return {
        "typeCode": None,
        "header": tree(*header),
        "content": tree(fragment("\n      "), *content, fragment("\n    ")),
        "urn": f"asset:{number}",
        "type": "POST",
        "options": {"isBreakingNews": False},
        "dates": {
            "firstPublished": f"2024-03-12T{number:02}:00:00.000Z",
            "lastPublished": "2024-03-13T00:00:00.000Z",
            "curated": "2024-03-12T23:00:00.000Z",
        },
        "titles": [{"title": None, "source": "primary"}],
        **more,
    }


def live(*posts, page=None, **more):
    return {
        "data": {
            "title": "Ferry aground off Saltmere",
            "description": "All aboard are said to be safe",
            "language": "en-gb",
            "home": "news",
            "seo": {"datePublished": "2024-03-12T07:00:00.000Z"},
            "analytics": {"page": {"contentId": "urn:bbc:tipo:topic:c7p765ynk9qt"}},
            "summaryPoints": {
                "content": tree(
                    of("text", of("unorderedList", of("listItem", paragraph("41 people aboard"))))
                )
            },
            "liveTextStream": {
                "contributors": "Edited by Bo Rask",
                "content": {"data": {"results": list(posts), "page": page}},
            },
            **more,
        },
        "contentType": "application/json; charset=utf-8",
    }


TWEET = {
    "oembed": {
        "author_name": "Harbour Watch",
        "url": "https://twitter.com/harbourwatch/status/77",
        "html": '<blockquote class="twitter-tweet"><p>Stay off the quay.</p>&mdash; Harbour Watch '
        '(@harbourwatch) <a href="https://twitter.com/harbourwatch/status/77">March 12, 2024</a>'
        "</blockquote>",
    }
}


def test_a_live_page():
    value = live(
        post(
            10,
            paragraph("All ", link("41 are ashore", "https://www.bbc.com/news/x"), "."),
            of("orderedList", item(fragment("By boat")), item(paragraph("On foot"))),
            of("image", of("altText", of("text", paragraph("no"))), headed("caption", "The quay")),
            header=[
                headed("headline", "Everyone is safe"),
                headed("subheadline", "A sub-headline"),
                {"type": "contributor", "model": {"name": "Ada Thorn", "subtitle": "Saltmere"}},
            ],
        ),
        post(
            9,
            of("renditions", {"type": "aresOEmbed", "model": TWEET}),
            header=[
                headed("headline", "Warning"),
                headed("subheadline", "Jo Ek, BBC News, Saltmere"),
            ],
        ),
        post(8, paragraph("She struck at dawn.")),
        post(8, paragraph("She struck at dawn.")),
        post(7, type="PROMO"),
        page={"index": 1, "total": 2},
    )  # fmt: skip
    assert drawn(value) == [
        "h: Ferry aground off Saltmere",
        "p: All aboard are said to be safe",
        "li: 41 people aboard",
        "-- 2024-03-12T10:00:00+00:00",
        "h: Everyone is safe",
        "h: A sub-headline",
        "p: All 41 are ashore.",
        "li: By boat",
        "li: On foot",
        "cap: The quay",
        "byline: Ada Thorn, Saltmere",
        "-- 2024-03-12T09:00:00+00:00",
        "h: Warning",
        "byline: Jo Ek, BBC News, Saltmere",
        "post: Stay off the quay. /  / — Harbour Watch (@harbourwatch) March 12, 2024",
        "-- 2024-03-12T08:00:00+00:00",
        "p: She struck at dawn.",
    ]
    article = article_of(value)
    assert article.format == "bbc"
    assert article.uri == "https://www.bbc.com/news/live/c7p765ynk9qt"
    assert (article.language, article.byline) == ("en-gb", "Edited by Bo Rask")
    assert article.published == "2024-03-12T07:00:00+00:00"
    assert article.warnings == (
        "page 1 of 2: the other entries are not in this file",
        "left out: 2 repeated or promoted entries",
    )
    assert [each.headline for each in split(article).updates] == [
        "Everyone is safe",
        "Warning",
        None,
    ]
    assert [each.url for each in article.links][:1] == ["https://www.bbc.com/news/x"]


@pytest.mark.parametrize("wrap", [lambda posts: {"data": posts}, lambda posts: posts])
def test_a_stream_alone(wrap):
    value = wrap({"results": [post(8, paragraph("She struck at dawn."))], "page": {"index": 1}})
    assert drawn(value) == ["-- 2024-03-12T08:00:00+00:00", "p: She struck at dawn."]
    assert article_of(value).uri == "file:///a.json"


def test_without_dates_a_post_has_no_time():
    value = live(post(8, paragraph("She struck."), dates=None), post(7, paragraph("x"), dates={}))
    assert [line for line in drawn(value) if line[:2] == "--"] == ["-- ?", "-- ?"]


def test_a_post_without_trees_has_its_title_and_description():
    bare = post(8, titles=[{"title": "Tugs"}], descriptions=[{"text": "Two."}])
    bare["header"] = bare["content"] = None
    first = post(9, paragraph("She struck."))
    assert drawn(live(first, bare))[-3:] == ["-- 2024-03-12T08:00:00+00:00", "h: Tugs", "p: Two."]


def article(*blocks):
    return {
        "metadata": {
            "type": "article",
            "firstPublished": 1710230400000,
            "passport": {"language": "en-gb"},
            "locators": {"canonicalUrl": "https://www.bbc.com/news/articles/c0"},
        },
        "content": tree(*blocks),
        "promo": {"headlines": {"seoHeadline": "For engines"}},
    }


def test_an_article():
    value = article(
        headed("headline", "The ferry and the rock"),
        of("byline", of("contributor", of("name", of("text", paragraph("Ada Thorn"))))),
        {"type": "timestamp", "model": {"firstPublished": 1}},
        of("text", paragraph("She struck at dawn."), paragraph("Then she ", "listed.")),
        headed("subheadline", "What next"),
        of("blockquote", of("text", paragraph("It was loud."))),
        of("video", headed("caption", "The tugs"), {"type": "aresMedia", "model": {}}),
        of("social", of("embed", {"type": "oembed", "model": {"oembed": TWEET["oembed"]}})),
        of("relatedContent", of("text", paragraph("Read that"))),
        of("unheard", of("text", paragraph("Kept."))),
        {"type": "embedHtml", "model": {"html": "<p>Kept, too.</p>"}},
        {"type": "unheard", "model": 7},
    )
    assert drawn(value) == drawn({"data": {"article": value}}) == [
        "h: The ferry and the rock",
        "p: She struck at dawn.",
        "p: Then she listed.",
        "h: What next",
        "q: It was loud.",
        "cap: The tugs",
        "post: Stay off the quay. /  / — Harbour Watch (@harbourwatch) March 12, 2024",
        "p: Kept.",
        "q: Kept, too.",
    ]  # fmt: skip
    found = article_of(value)
    assert (found.byline, found.language) == ("Ada Thorn", "en-gb")
    assert found.published == "2024-03-12T08:00:00+00:00"
    assert found.uri == "https://www.bbc.com/news/articles/c0"
    assert posts_of(found)[0][1] == "@harbourwatch"
    assert split(found).updates == ()


def test_the_older_form_of_an_article():
    value = {
        "metadata": {"locators": {"assetUri": "/pidgin/tori-1"}, "firstPublished": 1710230400},
        "promo": {"headlines": {"headline": "Di ferry"}, "byline": {"name": "By Ada"}},
        "content": {
            "blocks": [
                {"type": "paragraph", "text": "<bold>She struck</bold> at dawn."},
                {"type": "crosshead", "text": "What next"},
                {
                    "type": "paragraph",
                    "text": "See <link><caption>the list</caption>"
                    '<url href="https://www.bbc.com/list" platform="highweb"></url></link> there.',
                },
                {"type": "list", "items": [{"type": "listItem", "text": "One"}]},
                {"type": "image", "caption": "The quay", "altText": "no"},
                {"type": "include", "href": "x"},
            ]
        },
    }
    assert drawn(value) == [
        "h: Di ferry",
        "p: She struck at dawn.",
        "h: What next",
        "p: See the list there.",
        "li: One",
        "cap: The quay",
    ]
    found = article_of(value)
    assert found.uri == "https://www.bbc.com/pidgin/tori-1"
    assert [each.url for each in found.links] == ["https://www.bbc.com/list"]
    assert "She struck at dawn." in statements_of(found)


def test_neither_is_told_in_a_word():
    with pytest.raises(SourceError) as refused:
        articles_of({"data": {"liveTextStream": {"content": None}}})
    assert refused.value.problem == "no article and no live page in this file"
