"""Content systems' JSON gone wrong: fields of wrong types, missing, deep; one error comes out."""

import json
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.reading import Raw, parse
from newsreader.reading.content import Content
from newsreader.reading.detect import detect
from newsreader.reading.formats import FORMATS
from newsreader.splitting import split

CMS = ("guardian", "liveblog", "ans", "bbc", "reddit", "schema.org")
KEYS = """
@context @graph @id @type _items _meta _type articleBody assets author basic blockFirstPublished
blocks blog body bodyHtml body_html by canonical_url caption children citation content
content_elements contributors correction corrections created_utc credits data datePublished dates
elements embeds fields firstPublished groups header headline headlines home html item item_type
items kind liveBlogUpdate liveTextStream max_results message meta model name oembed order page
pagination pinnedPost posts promo_items raw_oembed refs relation requestedBodyBlocks response
results rows status sticky stricken tags text title total type typeData url urn version webTitle
webUrl
"""
WORDS = """
story|text|NewsArticle|LiveBlogPosting|Listing|LiveUpdate|POST|embed|tweet|image|quote|list|open||
<p>One.</p>|<blockquote class='twitter-tweet'><p>A</p>— B (@b)</blockquote>|&lt;p&gt;|paragraph|
https://x.com/a/status/1|2024-03-12T08:00:00Z|model.TweetBlockElement|correction|]]>|\ud800|\x1b[31m
"""
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(WORDS.split("|"))
    | st.text(max_size=20)
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=6)
    ),
    max_leaves=40,
)
WHOLE = {
    "guardian": {"webTitle": "T", "blocks": [{"id": 1, "elements": [{"_type": "x.TextElement"}]}]},
    "liveblog": {"blog": {}, "posts": {"_items": [{"groups": [{"refs": [{"item": {}}]}]}]}},
    "ans": {"type": "story", "headlines": {"basic": "T"}, "content_elements": [{"type": "text"}]},
    "bbc": {"data": {"title": "T", "liveTextStream": {"content": {"data": {"results": [{}]}}}}},
    "reddit": {"kind": "Listing", "data": {"children": [{"kind": "LiveUpdate", "data": {}}]}},
    "schema.org": {"@type": "LiveBlogPosting", "headline": "T", "liveBlogUpdate": [{}]},
}


def raw_of(value):
    return Raw("s", "file:///s", "s.json", json.dumps(value).encode())


def articles_or_none(value, name):
    """The articles; none where they are refused, in one line."""
    try:
        return parse(raw_of(value), format=name)
    except SourceError as error:
        refused = error
    assert refused.problem
    assert "\n" not in refused.problem
    return []


def survives(value, name):
    """Read as a format; whatever comes out is sound."""
    for article in articles_or_none(value, name):
        found = split(article)
        spans = [(each.start, each.end) for each in article.blocks]
        assert all(0 <= a < b <= len(article.text) for a, b in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert all(each.start < each.end for each in (*found.updates, *found.statements))
        assert all("\n" not in warning for warning in article.warnings)
        assert article.uri


@settings(max_examples=60)
@given(VALUES, st.sampled_from(CMS))
@example({"@type": "LiveBlogPosting", "liveBlogUpdate": {"@id": "x"}}, "schema.org")
@example({"data": {"children": [{"kind": "LiveUpdate", "data": 7}]}, "kind": "Listing"}, "reddit")
def test_any_value_is_read_or_refused(value, name):
    survives(value, name)


@st.composite
def broken(draw):
    """A whole document of a format in which any field may be anything."""
    name = draw(st.sampled_from(CMS))
    return name, _with(draw, WHOLE[name])


def _with(draw, value):
    if draw(st.integers(0, 9)) == 0:
        return draw(VALUES)
    if isinstance(value, dict):
        more = draw(st.dictionaries(st.sampled_from(KEYS.split()), VALUES, max_size=4))
        return {**more, **{key: _with(draw, inner) for key, inner in value.items()}}
    if isinstance(value, list):
        return [_with(draw, inner) for inner in value for _ in range(draw(st.integers(1, 3)))]
    return value


@settings(max_examples=60)
@given(broken())
def test_a_document_with_a_broken_field_is_read_or_refused(made):
    survives(made[1], made[0])


@pytest.mark.parametrize("name", CMS)
def test_formats_are_told_by_their_shapes(name):
    assert detect(Content(raw_of(WHOLE[name]))) is FORMATS[name]


def in_blocks(levels):
    value = {"type": "paragraph", "model": {"text": "Deep."}}
    for _ in range(levels):
        value = {"type": "text", "model": {"blocks": [value]}}
    return {"data": {"liveTextStream": {"content": {"data": {"results": [{"content": value}]}}}}}


def in_lists(levels):
    value = {"type": "text", "content": "Deep."}
    for _ in range(levels):
        value = {"type": "list", "items": [value]}
    return {"type": "story", "headlines": {"basic": "T"}, "content_elements": [value]}


@pytest.mark.parametrize(("name", "value"), [("bbc", in_blocks(60)), ("ans", in_lists(90))])
def test_what_is_deep_is_read(name, value):
    [article] = parse(raw_of(value), format=name)
    assert article.text.endswith("Deep.")


MANY = 6_000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("guardian", {"webTitle": "T", "blocks": [{"elements": [{"html": "<p>A"}]}] * MANY}),
        ("liveblog", {"_items": [{"groups": [{"refs": [{"item": {"text": "A."}}]}]}] * MANY}),
        ("ans", {"type": "story", "content_elements": [{"type": "text", "content": "A"}] * MANY}),
        ("bbc", {"data": {"results": [{"descriptions": [{"text": "A."}]}] * MANY}}),
        ("reddit", [{"kind": "Listing", "data": {"children": [
            {"kind": "LiveUpdate", "data": {"body": "A."}}] * MANY}}]),
        ("schema.org", {"@type": "LiveBlogPosting", "liveBlogUpdate": [{"headline": "A"}] * MANY}),
    ],
)  # fmt: skip
def test_what_is_long_is_read_up_to_the_limit(name, value):
    survives(value, name)
