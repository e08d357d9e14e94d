"""Embedded posts of the networks, each with its own markup, in invented words."""

import pytest

from newsreader.reading import Raw, parse
from newsreader.reading.html.embedded import account
from newsreader.splitting import split

AROUND = "<p>The harbour office has asked people to keep away from the quay until noon today.</p>"
TWITTER = (
    '<blockquote class="twitter-tweet" data-lang="en"><p lang="en" dir="ltr">Boats are out.<br><br>'
    'Keep off the quay.</p>&mdash; Harbour Watch (@harbourwatch) <a href="https://twitter.com/'
    'harbourwatch/status/77?ref_src=twsrc%5Etfw">March 12, 2024</a></blockquote>'
)
BLUESKY = (
    '<blockquote class="bluesky-embed" data-bluesky-uri="at://x"><p lang="en">Boats are out.</p>'
    '&mdash; Harbour Watch (<a href="https://bsky.app/profile/did:plc:1?ref_src=embed">'
    '@harbour.example</a>) <a href="https://bsky.app/profile/did:plc:1/post/3k?ref_src=embed">'
    "12 March 2024 at 10:01</a></blockquote>"
)
INSTAGRAM = (
    '<blockquote class="instagram-media" data-instgrm-permalink='
    '"https://www.instagram.com/p/C4/?utm_source=ig_embed"><div><a href="#">View this post on '
    "Instagram</a></div><p>Low tide at last.</p><p>A post shared by Harbour Watch (@harbour.watch) "
    "on <time>Mar 12, 2024 at 10:01am PDT</time></p></blockquote>"
)
TIKTOK = (
    '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@harbourwatch/video/123">'
    '<section><a title="@harbourwatch" href="https://www.tiktok.com/@harbourwatch">@harbourwatch'
    "</a><p>The tugs at work</p></section></blockquote>"
)
FACEBOOK = (
    '<div class="fb-post"><blockquote cite="https://www.facebook.com/hw/posts/5" '
    'class="fb-xfbml-parse-ignore"><p>Thank you all.</p>Posted by <a href="https://f.example">'
    'Harbour Watch</a> on&nbsp;<a href="https://g.example">Tuesday, March 12, 2024</a></blockquote>'
    "</div>"
)
EMPTY = '<blockquote class="twitter-tweet"><a href="https://x.com/hw/status/78"></a></blockquote>'


def read(embed):
    page = f"<html><body><article><h1>Ferry</h1>{AROUND}{embed}{AROUND}</article></body></html>"
    [article] = parse(Raw("a", "file:///a", "a.html", page.encode()))
    return article


@pytest.mark.parametrize(
    ("embed", "author", "handle", "date", "url", "said"),
    [
        (TWITTER, "Harbour Watch", "@harbourwatch", "2024-03-12",
         "https://twitter.com/harbourwatch/status/77", ["Boats are out.", "Keep off the quay."]),
        (BLUESKY, "Harbour Watch", "@harbour.example", "2024-03-12",
         "https://bsky.app/profile/did:plc:1/post/3k", ["Boats are out."]),
        (INSTAGRAM, "Harbour Watch", "@harbour.watch", "2024-03-12",
         "https://www.instagram.com/p/C4/?utm_source=ig_embed",
         ["View this post on Instagram", "Low tide at last."]),
        (TIKTOK, None, "@harbourwatch", None,
         "https://www.tiktok.com/@harbourwatch/video/123", ["@harbourwatch", "The tugs at work"]),
        (FACEBOOK, "Harbour Watch", None, "2024-03-12",
         "https://www.facebook.com/hw/posts/5", ["Thank you all."]),
    ],
)  # fmt: skip
def test_networks(embed, author, handle, date, url, said):
    article = read(embed)
    [block] = [block for block in article.blocks if block.post]
    post = block.post
    assert (post.author, post.handle, post.date, post.url) == (author, handle, date, url)
    found = [article.text[s.start : s.end] for s in split(article).statements if s.kind == "post"]
    assert found == said


def test_an_empty_one_is_nothing_and_an_unnamed_one_a_quotation():
    assert [block.kind for block in read(EMPTY).blocks] == ["heading", "paragraph", "paragraph"]
    unnamed = '<blockquote class="twitter-tweet"><p>Words of somebody.</p></blockquote>'
    assert [block.kind for block in read(unnamed).blocks][2] == "quotation"


def test_a_call_with_nothing_but_a_credit_is_all_credit():
    embed = INSTAGRAM.replace("<p>Low tide at last.</p>", "")
    article = read(embed)
    [block] = [block for block in article.blocks if block.post]
    assert block.post.credit == (block.start, block.end)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://x.com/harbourwatch/status/77", "harbourwatch"),
        ("https://mobile.twitter.com/#!/hw/statuses/7", "hw"),
        ("https://bsky.app/profile/hw.example/post/3k", "hw.example"),
        ("https://www.threads.net/@hw/post/x", "hw"),
        ("https://mastodon.example/@hw/1123456789", "hw"),
        ("https://x.com/search?q=a", ""),
        ("https://courier.example/@opinion/today", ""),
        ("no address", ""),
    ],
)
def test_accounts_in_addresses(url, name):
    assert account(url) == name
