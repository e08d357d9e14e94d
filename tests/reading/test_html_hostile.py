"""HTML that means harm or is broken: a page is read, or refused in one line, and always at once."""

import contextlib
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.model.spans import tight
from newsreader.reading import Raw, parse
from newsreader.reading.clean import canonical
from newsreader.reading.limits import MAX_TAGS
from newsreader.splitting import split

SAMPLE = (Path(__file__).parents[2] / "sample_articles" / "ferry-grounding-live.html").read_bytes()
SCRAPS = [
    "<p>", "</p>", "<div>", "</div>", "<div class=entry>", "<time>10:0", "</time>", "<h1>",
    "<h2>x", "<li>", "<ul>", "<br>", "<hr>", "<table><tr><td>",
    "<blockquote class=twitter-tweet>", "<a href=/x>", "<a href='http://[x'>", "</a>", "<!--",
    "-->", "<script>", "</script>", "<pre>", "&amp;", "&#0;", "&#27;", "&#xD800;", "\x1b",
    "\u2028", "<time datetime=2022-01-05T10:00:00Z>", "<aside>", "<head>", "<title>T", "<body>",
    "<html lang=x-y>", "<svg>", "<template>", "<main>", "<article>", "words ",
    "— Ann (@ann) January 5, 2022", "10:00", "9:58 GMT", "<div itemprop=liveBlogUpdate>",
    "<![CDATA[",
    '<script type="application/ld+json">{"@type":"LiveBlogPosting","liveBlogUpdate":[', "{}]}",
    "<p a='",
    "It was said that the pier would be shut until the divers had been and looked at it all. ",
    "<b",
]  # fmt: skip


def check(article):
    text = article.text
    assert canonical(text) == text
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(text)
        assert (block.start, block.end) == tight(text, block.start, block.end)
        end = block.end
    end = 0
    for section in article.sections:
        assert end <= section.start < section.end <= len(text)
        for part in (section.marker, section.headline):
            assert part is None or section.start <= part[0] < part[1] <= section.end
        end = section.end
    for link in article.links:
        assert 0 <= link.start < link.end <= len(text)
        assert link.url.lower().startswith(("http://", "https://", "mailto:"))
    found = split(article)
    assert len(found.updates) == len(article.sections) or not article.sections


def read(data):
    with contextlib.suppress(SourceError):
        check(parse(Raw("s", "file:///s", "a.html", data), format="html")[0])


@given(st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join) | st.text(max_size=60))
def test_any_markup_is_read_or_refused(source):
    read(source.encode("utf-8", "surrogatepass"))


@given(st.integers(0, 2**32), st.integers(1, 12))
def test_a_page_that_was_damaged_is_read(seed, times):
    chance = random.Random(seed)
    data = bytearray(SAMPLE)
    for _ in range(times):
        at, length = chance.randrange(len(data)), chance.randrange(1, 400)
        data[at : at + length] = chance.choice(
            (b"", data[:length], chance.randbytes(3), b"<", b"</div>", b'"')
        )
    read(bytes(data))


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li", "table><tr><td", "article"])
def test_deep_nesting_loses_no_words(tag):
    source = f"<title>T</title><p>first</p>{f'<{tag}>' * 30_000}last words"
    [article] = parse(Raw("s", "u", "a.html", source.encode()))
    assert "last words" in article.text
    assert article.warnings == ("nested too deeply; only its paragraphs are read",)


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f"a{n}=1" for n in range(50_000)),
        " ".join(f'a{n}=">"' for n in range(50_000)),
        " ".join(f"a{n} = '<p'" for n in range(20_000)),
        'a="' * 50_000 + '"',
        f'a="{"x" * 1_000_000}"',
    ],
    ids=["many", "angles", "single", "open", "long"],
)
def test_many_attributes_are_passed_over(attributes):
    source = f"<script>if (a<b && c>d) {{}}</script><p {attributes}>first</p><p>second words</p>"
    [article] = parse(Raw("s", "u", "a.html", source.encode()))
    assert "second words" in article.text


def test_too_many_tags_name_the_limit():
    data = b"<p>" * (MAX_TAGS + 1)
    with pytest.raises(SourceError, match="more than 100,000 tags, the most that are read"):
        parse(Raw("s", "u", "a.html", data))


def test_entities_of_a_page_s_own_are_not_expanded():
    source = (
        b'<?xml version="1.0"?>'
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yy">]>'
        b"<html><body><p>A &x; &y; B</p></body></html>"
    )
    [article] = parse(Raw("s", "u", "a.html", source))
    assert "root:" not in article.text
    assert "&y;" in article.text


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 300 + "<!--" * 100_000,
        "<article>" * 240 + "<p>w</p>" * 20_000,
        "<div class=related>" * 240 + "<p>w</p>" * 20_000 + "<h1>t</h1>",
        "<b>" * 200 + "<i></i>" * 20_000 + "10:00",
        "<div itemprop=liveBlogUpdate><time>10:00</time>" * 230 + "<i>w</i>" * 20_000,
        "".join(f"<p><b class=c{n // 3}>1{n % 3}:00</b> words</p>" for n in range(20_000)),
        "<script>x</script>" * 50_000,
        "<" * 190_000,
    ],
    ids=["comments", "articles", "chrome", "empty", "holders", "groups", "scripts", "angles"],
)
def test_shapes_that_would_be_quadratic_are_read(source):
    read(source.encode())


@pytest.mark.parametrize("reference", ["&#27;", "&#x9b;", "&#1;", "&#xFFFE;", "&#xFFFF;", "&#0;"])
def test_a_control_character_after_a_part_that_nobody_sees(reference):
    page = f"<html><body><p>Words of it <script>x</script>{reference} go on.</p></body></html>"
    [article] = parse(Raw("s", "file:///s", "s.html", page.encode()))
    assert "go on." in article.text
    assert not any(ord(sign) < 32 and sign != "\n" for sign in article.text)
