"""Sourcefabric Live Blog: posts of every kind, in invented words."""

import pytest

from newsreader.errors import SourceError
from newsreader.splitting import split
from tests.reading.drawn import article_of, articles_of, drawn, posts_of

STATUS = "https://twitter.com/canalwatch/status/9"
CARD = (
    '<div class="liveblog--card"><div class="hidden st-embed-block embed-preview"></div>'
    '<div class="st-embed-block title-preview">Lock gate gives way</div>'
    '<div class="st-embed-block description-preview">The gate was due for repair.</div></div>'
)


def item(text, kind="text", **more):
    return {"item_type": kind, "type": "text", "text": text, "meta": {"media": {}}, **more}


def post(number, *items, **more):
    refs = [{"guid": str(n), "item": each, "type": "text"} for n, each in enumerate(items)]
    return {
        "_id": f"urn:post:{number}",
        "_created": "2024-03-11T23:00:00+00:00",
        "_updated": "2024-03-13T12:00:00+00:00",
        "published_date": f"2024-03-12T{number:02}:30:00+00:00",
        "order": number,
        "sticky": False,
        "deleted": False,
        "post_status": "open",
        "pubstatus": "usable",
        "blog": "58c0ffee",
        "language": "en",
        "groups": [
            {"id": "root", "refs": [{"idRef": "main"}], "role": "grpRole:NEP"},
            {"id": "main", "refs": refs, "role": "grpRole:Main"},
        ],
        **more,
    }


BLOG = {
    "_id": "58c0ffee",
    "title": "Lock gate breaks at Thorncote",
    "description": "<p>All day from the canal</p>",
    "public_url": "https://live.courier.example/thorncote",
    "start_date": "2024-03-12T06:00:00+00:00",
    "language": "en",
}


def blog(*posts, **more):
    return {"blog": BLOG, "posts": {"_items": list(posts)}, **more}


def test_posts_are_updates_in_the_editors_order_at_their_first_publication():
    value = blog(
        post(8, item("<p>The gate went at eight.</p>"), byline="Ada Thorn"),
        post(9, item("<p>Two boats are gone.</p>"), item("<p>Nobody was aboard.</p>")),
    )
    assert drawn(value) == [
        "h: Lock gate breaks at Thorncote",
        "p: All day from the canal",
        "-- 2024-03-12T09:30:00+00:00",
        "p: Two boats are gone.",
        "p: Nobody was aboard.",
        "-- 2024-03-12T08:30:00+00:00",
        "p: The gate went at eight.",
        "byline: Ada Thorn",
    ]
    article = article_of(value)
    assert article.format == "liveblog"
    assert article.uri == "https://live.courier.example/thorncote"
    assert (article.published, article.language) == ("2024-03-12T06:00:00+00:00", "en")
    assert drawn({"api_response": value}) == drawn(value)


def test_an_oldest_first_blog_stays_so():
    value = blog(post(9, item("Two.")), post(8, item("One.")))
    value["blog"] = {**BLOG, "theme_settings": {"postOrder": "oldest_first"}}
    assert [line for line in drawn(value) if line[:2] == "p:"][1:] == ["p: One.", "p: Two."]


def test_without_an_order_the_times_count():
    early, late = post(8, item("One."), order=None), post(9, item("Two."), order=None)
    early["published_date"] = "2024-03-12T10:30:00+02:00"  # 08:30 in UTC
    assert [line for line in drawn({"_items": [early, late]}) if line[:2] == "p:"] == [
        "p: Two.", "p: One.",
    ]  # fmt: skip
    late["published_date"] = late["_created"] = None
    assert [line for line in drawn({"_items": [early, late]}) if line[:2] != "h:"] == [
        "-- 2024-03-12T10:30:00+02:00", "p: One.", "-- ?", "p: Two.",
    ]  # fmt: skip


def test_what_is_no_entry_is_left_out_and_told():
    value = blog(
        post(1, item("Gone."), deleted=True),
        post(2, item("Is it true?", "comment"), post_status="comment", published_date=None),
        post(3, item("Not yet."), post_status="draft"),
        post(4, item("Buy.", "Advertisement Local")),
        post(5, item("Buy more.", "advert")),
        post(6, item("Taken back."), pubstatus="canceled"),
        post(7, item("<p>The gate went.</p>"), item("Buy.", "Advertisement Remote")),
    )
    article = article_of(value)
    assert [line for line in drawn(value) if line[:2] in {"--", "p:"}][1:] == [
        "-- 2024-03-12T07:30:00+00:00", "p: The gate went.",
    ]  # fmt: skip
    [told] = article.warnings
    assert told == (
        "left out: 2 advertisements, 1 comment, 1 deleted post, 1 unpublished post, "
        "1 withdrawn post"
    )


def test_pinned_posts_stand_above_the_updates_once():
    pinned = post(1, item("<p>What we know.</p>"), sticky=True)
    value = blog(post(8, item("<p>The gate went.</p>")), pinned, stickyPosts={"_items": [pinned]})
    assert drawn(value)[2:] == [
        "p: What we know.",
        "-- 2024-03-12T08:30:00+00:00",
        "p: The gate went.",
    ]
    assert len(split(article_of(value)).updates) == 1


def test_items_of_every_kind():
    tweet = (
        '<blockquote class="twitter-tweet"><p>Keep off the towpath.</p>— Canal Watch on Twitter '
        '(@canalwatch) <a href="https://twitter.com/canalwatch/status/9">'
        "https://twitter.com/canalwatch/status/9</a></blockquote><script>x()</script>"
    )
    value = blog(
        post(
            8,
            item("", "quote", meta={"quote": "It just broke.", "credit": "Jem Holt"}),
            item("<figure><img src='x'><figcaption>The gate</figcaption></figure>", "image"),
            item(tweet, "embed"),
            item(CARD, "embed", meta={"original_url": "https://courier.example/lock"}),
            item("<p>I heard it go.</p>", "comment", commenter="Mole"),
            item("", "poll", poll_body={"question": "Will it?", "answers": [{"option": "No"}]}),
            item("<style>.a{}</style><div><span>Home</span> <span>1</span></div>", "Scorecard"),
            item(None, "image", meta={"caption": "The gate at noon"}),
        ),
    )  # fmt: skip
    assert drawn(value)[2:] == [
        "-- 2024-03-12T08:30:00+00:00",
        "q: It just broke.",
        "byline: Jem Holt",
        "cap: The gate",
        f"post: Keep off the towpath. /  / — Canal Watch on Twitter (@canalwatch) {STATUS}",
        "q: Lock gate gives way",
        "q: The gate was due for repair.",
        "post: I heard it go.",
        "p: Will it?",
        "li: No",
        "p: Home 1",
        "cap: The gate at noon",
    ]
    assert posts_of(article_of(value)) == [
        ("Canal Watch", "@canalwatch", None, STATUS),
        ("Mole", None, None, None),
    ]


def test_a_later_page_is_another_story_and_says_so():
    value = {
        "_items": [post(8, item("The gate went."))],
        "_meta": {"page": 2, "max_results": 25, "total": 60},
    }
    article = article_of(value)
    assert article.uri == "liveblog:58c0ffee#page-2"
    assert article.warnings == ("page 2 of 3: the other entries are not in this file",)
    assert article.title is None


@pytest.mark.parametrize("posts", [(), (post(1, item("Gone."), deleted=True),)])
def test_a_blog_without_a_published_post_is_told_in_a_word(posts):
    with pytest.raises(SourceError) as refused:
        articles_of(blog(*posts))
    assert refused.value.problem == "a live blog without any published post"
