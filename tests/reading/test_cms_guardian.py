"""The Guardian's JSON: front-end pages and answers of the content API, in invented words."""

import pytest

from newsreader.errors import SourceError
from newsreader.splitting import split
from tests.reading.drawn import (
    article_of,
    articles_of,
    drawn,
    noted,
    posts_of,
    statements_of,
)

TWITTER = "https://twitter.com"
ELEMENT = "model.dotcomrendering.pageElements."
TWEET = (
    '<blockquote class="twitter-tweet"><p lang="en">Boats are out.<br><br>Stay off the quay. '
    '<a href="https://t.co/a1">pic.twitter.com/a1</a></p>&mdash; Harbour Watch (@harbourwatch) '
    '<a href="https://twitter.com/harbourwatch/status/77?ref_src=x">March 12, 2024</a></blockquote>'
)

POST = (
    "post: Boats are out. /  / Stay off the quay. pic.twitter.com/a1 /  / "
    "— Harbour Watch (@harbourwatch) March 12, 2024"
)


def element(kind, **fields):
    return {"_type": f"{ELEMENT}{kind}BlockElement", **fields}


def text(html):
    return element("Text", html=html)


def block(number, *elements, first=None, **more):
    return {
        "id": f"block-{number}",
        "attributes": {"pinned": False, "keyEvent": False, "summary": False},
        "blockCreatedOn": 1710230000000 + number,
        "blockFirstPublished": first,
        "blockLastUpdated": 1710299999000,
        "elements": list(elements),
        "contributors": [],
        **more,
    }


def front_end(*blocks, **more):
    return {
        "version": 3,
        "headline": "Ferry aground off Saltmere – live",
        "webTitle": "Ferry aground off Saltmere – live",
        "standfirst": "<p>Rolling news from the harbour</p>",
        "byline": "Imogen Calloway",
        "webPublicationDate": "2024-03-12T10:00:00.000Z",
        "canonicalUrl": "https://www.theguardian.com/world/live/2024/mar/12/ferry",
        "format": {"design": "LiveBlogDesign"},
        "lang": "en",
        "blocks": list(blocks),
        **more,
    }


T1, T2, T3 = 1710230400000, 1710234000000, 1710237600000  # 08:00, 09:00 and 10:00 UTC


def test_blocks_are_updates_at_their_first_publication():
    value = front_end(
        block(3, text("<p>All 41 are ashore.</p>"), first=T3, title="Everyone is safe"),
        block(2, text("<p>Two tugs have come.</p>"), first=T2, contributors=[{"name": "Bo Rask"}]),
        block(1, text("<p>She struck at dawn.</p>"), first=T1),
    )
    assert drawn({"Live": value}) == drawn(value) == [
        "h: Ferry aground off Saltmere – live",
        "p: Rolling news from the harbour",
        "-- 2024-03-12T10:00:00+00:00",
        "h: Everyone is safe",
        "p: All 41 are ashore.",
        "-- 2024-03-12T09:00:00+00:00",
        "p: Two tugs have come.",
        "byline: Bo Rask",
        "-- 2024-03-12T08:00:00+00:00",
        "p: She struck at dawn.",
    ]  # fmt: skip
    article = article_of(value)
    assert article.format == "guardian"
    assert (article.byline, article.language) == ("Imogen Calloway", "en")
    assert article.published == "2024-03-12T10:00:00+00:00"
    assert article.uri == value["canonicalUrl"]
    assert [each.headline for each in split(article).updates] == ["Everyone is safe", None, None]


def test_what_is_repeated_is_there_once():
    old = block(1, text("<p>She struck at dawn.</p>"), first=T1)
    value = front_end(
        block(2, text("<p>Two tugs have come.</p>"), first=T2),
        old,
        old,
        pinnedPost=old,
        keyEvents=[old],
        frontendData=None,
    )
    assert drawn(value)[2:] == [
        "-- 2024-03-12T09:00:00+00:00",
        "p: Two tugs have come.",
        "-- 2024-03-12T08:00:00+00:00",
        "p: She struck at dawn.",
    ]


def test_a_pinned_post_of_another_page_stands_above_the_updates():
    value = front_end(
        block(9, text("<p>Two tugs have come.</p>"), first=T2),
        pinnedPost=block(1, text("<p>What we know.</p>"), first=T1, title="Summary"),
        pagination={"currentPage": 2, "totalPages": 3},
    )
    assert drawn(value)[1:] == [
        "p: Rolling news from the harbour",
        "h: Summary",
        "p: What we know.",
        "-- 2024-03-12T09:00:00+00:00",
        "p: Two tugs have come.",
    ]
    article = article_of(value)
    assert article.warnings == ("page 2 of 3: the other entries are not in this file",)
    assert article.uri.endswith("/ferry#page-2")


def test_an_entry_that_sums_up_is_a_summary():
    value = front_end(
        block(2, text("<p>All are ashore.</p>"), first=T2, title="Summary"),
        block(1, text("<p>She struck at dawn.</p>"), first=T1, title="Aground"),
    )
    assert [each.kind for each in split(article_of(value)).updates] == ["summary", "update"]


def test_elements_of_every_kind():
    value = front_end(
        block(
            1,
            element("Subheading", html="<h2>The night</h2>"),
            text("<p>It was dark.</p>"),
            element("Blockquote", html="<blockquote><p>I saw nothing.</p></blockquote>"),
            element("Pullquote", html="It was dark."),
            element("RichLink", url="https://x.example", text="Read that"),
            element("Image", data={"caption": "The <em>quay</em> at dawn", "alt": "no"}),
            element("Youtube", mediaTitle="How she struck – video"),
            element("Tweet", html=TWEET, url="https://twitter.com/harbourwatch/status/77"),
            element("NewsletterSignup", html="<p>Sign up.</p>"),
            element(
                "Comment",
                body="<p>I was there.</p>",
                profileName="Mole",
                dateTime="2024-03-12T08:59:59Z",
                permalink="https://discussion.theguardian.com/comment-permalink/1",
            ),
            element("Table", html="<table><tr><td>Aboard</td><td>41</td></tr></table>"),
            element(
                "KeyTakeaways",
                keyTakeaways=[{"title": "She is afloat", "body": [text("<p>Since nine.</p>")]}],
            ),
            element("Embed", html="<iframe src='https://y.example'></iframe>"),
            element("Disclaimer", html="<p>Paid links.</p>"),
            element("NobodyKnows", html="<p>Kept all the same.</p>"),
            element("Divider"),
            first=T1,
        ),
    )
    assert drawn(value)[2:] == [
        "-- 2024-03-12T08:00:00+00:00",
        "h: The night",
        "p: It was dark.",
        "q: I saw nothing.",
        "cap: The quay at dawn",
        "cap: How she struck – video",
        POST,
        "post: I was there.",
        "p: Aboard · 41",
        "h: She is afloat",
        "p: Since nine.",
        "p: Paid links.",
        "p: Kept all the same.",
        "rule: * * *",
    ]
    article = article_of(value)
    assert posts_of(article) == [
        ("Harbour Watch", "@harbourwatch", "2024-03-12", f"{TWITTER}/harbourwatch/status/77"),
        ("Mole", None, "2024-03-12", "https://discussion.theguardian.com/comment-permalink/1"),
    ]  # fmt: skip
    assert {"Boats are out.", "Stay off the quay.", "I was there."} <= set(statements_of(article))


def test_an_ordinary_article_has_no_updates():
    value = front_end(
        block(1, text("<p>One.</p>"), text("<p>Two.</p>"), first=T1),
        format={"design": "ArticleDesign"},
        mainMediaElements=[element("Image", data={"caption": "On top"})],
    )
    assert drawn({"x": 1, "Standard": value})[1:] == [
        "p: Rolling news from the harbour", "cap: On top", "p: One.", "p: Two.",
    ]  # fmt: skip


# -- the content API -------------------------------------------------------------------------


def content(**more):
    return {
        "id": "world/live/2024/mar/12/ferry",
        "type": "liveblog",
        "webTitle": "Ferry aground – live",
        "webPublicationDate": "2024-03-12T10:00:00Z",
        "webUrl": "https://www.theguardian.com/world/live/2024/mar/12/ferry",
        "apiUrl": "https://content.guardianapis.com/world/live/2024/mar/12/ferry",
        "sectionId": "world",
        "tags": [{"id": "profile/bo", "webTitle": "Bo Rask"}],
        **more,
    }


def answered(**more):
    return {"response": {"status": "ok", "userTier": "developer", "total": 1, **more}}


def body_block(name, html, first, **more):
    return {
        "id": name,
        "bodyHtml": html,
        "bodyTextSummary": "cut off",
        "published": True,
        "createdDate": "2024-03-12T05:00:00Z",
        "firstPublishedDate": first,
        "publishedDate": "2024-03-12T23:00:00Z",
        "attributes": {"pinned": "false"},
        "elements": [{"type": "text", "textTypeData": {"html": "<p>Not used.</p>"}}],
        **more,
    }


def test_an_answer_with_one_live_blog():
    blocks = {
        "main": {
            "elements": [{"type": "image", "imageTypeData": {"caption": "She lies on her side"}}]
        },
        "body": [
            body_block("b", "<p>Tugs.</p>" + TWEET, "2024-03-12T09:00:00Z", title="Help comes"),
            body_block("a", "<p>Aground.</p>", "2024-03-12T08:00:00Z", contributors=["profile/bo"]),
            body_block("c", "<p>Draft.</p>", None, published=False),
        ],
    }
    fields = {"trailText": "x", "byline": "Imogen Calloway", "standfirst": "<p>All day.</p>"}
    value = answered(content=content(blocks=blocks, fields=fields))
    assert drawn(value) == [
        "h: Ferry aground – live",
        "p: All day.",
        "cap: She lies on her side",
        "-- 2024-03-12T09:00:00+00:00",
        "h: Help comes",
        "p: Tugs.",
        POST,
        "-- 2024-03-12T08:00:00+00:00",
        "p: Aground.",
        "byline: Bo Rask",
    ]
    article = article_of(value)
    assert article.byline == "Imogen Calloway"
    assert article.warnings == ("left out: 1 unpublished entry",)


def test_blocks_that_were_asked_for_by_kind_are_merged():
    one = body_block("a", "<p>Aground.</p>", "2024-03-12T08:00:00Z")
    two = body_block("b", "<p>Tugs.</p>", "2024-03-12T09:00:00Z")
    asked = {"requestedBodyBlocks": {"body:latest:2": [two, one], "body:key-events": [one]}}
    assert drawn(answered(content=content(blocks=asked)))[1:] == [
        "-- 2024-03-12T09:00:00+00:00", "p: Tugs.", "-- 2024-03-12T08:00:00+00:00", "p: Aground.",
    ]  # fmt: skip


def test_a_pinned_copy_on_top_is_read_in_its_own_place_and_lists_are_put_in_order():
    one = body_block("a", "<p>Aground.</p>", "2024-03-12T08:00:00Z")
    two = body_block("b", "<p>Tugs.</p>", "2024-03-12T09:00:00Z")
    pinned = {**one, "attributes": {"pinned": "true"}}
    said = [
        "-- 2024-03-12T09:00:00+00:00",
        "p: Tugs.",
        "-- 2024-03-12T08:00:00+00:00",
        "p: Aground.",
    ]
    for blocks in (
        {"body": [pinned, two, one]},
        {"requestedBodyBlocks": {"body:oldest:1": [one], "body:latest:1": [two]}},
    ):
        assert drawn(answered(content=content(blocks=blocks)))[1:] == said


def test_a_live_body_in_one_piece():
    body = (
        "<p>Good morning.</p>"
        '<div id="block-2" class="block is-key-event"><p class="block-time published-time">'
        '<time datetime="2024-03-12T09:00:00.000Z">9.00am <span>GMT</span></time></p>'
        '<h2 class="block-title">Help comes</h2><div class="block-elements"><p>Tugs.</p></div>'
        '<p class="block-time updated-time">Updated '
        '<time datetime="2024-03-12T09:30:00.000Z">9.30am</time></p></div>'
        '<div id="block-1" class="block"><p class="block-time published-time">'
        '<time datetime="2024-03-12T08:00:00.000Z">8.00am</time></p>'
        '<div class="block-elements"><p>Aground.</p></div></div>'
    )
    assert drawn(answered(content=content(fields={"body": body})))[1:] == [
        "p: Good morning.",
        "-- 2024-03-12T09:00:00+00:00",
        "h: Help comes",
        "p: Tugs.",
        "-- 2024-03-12T08:00:00+00:00",
        "p: Aground.",
    ]


def test_boxes_that_lead_elsewhere_are_no_part_of_a_body():
    body = (
        "<p>One.</p><aside class='element element-rich-link'><p><span>Related: </span>"
        "<a href='https://x.example'>That</a></p></aside><p>Two.</p>"
    )
    article = article_of(answered(content=content(type="article", fields={"body": body})))
    assert statements_of(article)[1:] == ["One.", "Two."]


def test_a_search_gives_one_story_for_each_result():
    results = [
        content(fields={"body": "<p>One.</p>"}),
        content(id="b", webTitle="Second", webUrl="https://www.theguardian.com/b"),
        content(fields={"body": "<p>One.</p>"}),
        "a removed one",
    ]
    found = articles_of(answered(results=results))
    assert [article.title for article in found] == ["Ferry aground – live", "Second"]
    assert [article.uri[-5:] for article in found] == ["ferry", "com/b"]
    assert found[1].warnings == ("only the title is in this file",)
    assert found[0].warnings == ()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (answered(results=["a/b", "c/d"]), "a list of 2 removed items, without their texts"),
        (
            {"response": {"status": "error", "userTier": "x", "message": "Not found."}},
            "an error answer: Not found.",
        ),
        (answered(results=[]), "an answer without any article"),
        (answered(content={"webTitle": "", "blocks": 7}), "an answer without any article"),
    ],
)
def test_answers_without_an_article_are_told_in_a_word(value, said):
    with pytest.raises(SourceError) as refused:
        articles_of(value)
    assert refused.value.problem == said


def test_posts_that_are_listed_beside_a_text_that_was_not_asked_for():
    asset = {"type": "tweet", "typeData": {"html": TWEET}}
    value = content(elements=[{"relation": "body", "type": "tweet", "assets": [asset]}])
    article = article_of(value)
    assert [post[1] for post in posts_of(article)] == ["@harbourwatch"]
    assert noted(article) == []
