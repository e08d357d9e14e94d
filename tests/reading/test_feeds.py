"""Feeds to stories: identity, revisions, titles, bodies, dates, and what is broken in feeds."""

import html
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.language.stated_dates import stated_moment
from newsreader.library import Library
from newsreader.model.article import BlockKind
from newsreader.reading import Raw, parse
from newsreader.splitting import split

RSS = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Harbour wire</title>'
    "<link>https://harbour.example/</link><language>en_gb</language>%s</channel></rss>"
)
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Harbour</title>'
    '<link rel="self" href="https://harbour.example/feed"/><author><name>The desk</name></author>'
    "%s</feed>"
)


FORMATS = Path(__file__).with_name("formats")
SAMPLES = Path(__file__).parents[2] / "sample_articles"


def read(source, name="a.xml", **asked):
    data = source if isinstance(source, bytes) else source.encode()
    return parse(Raw("s", "file:///s", name, data), **asked)


def rss(*items):
    return read(RSS % "".join(f"<item>{item}</item>" for item in items))


def atom(*entries):
    return read(ATOM % "".join(f"<entry>{entry}</entry>" for entry in entries))


def body(article):
    return article.text[article.title_span[1] :].strip() if article.title_span else article.text


def links(article):
    return [(article.text[link.start : link.end], link.url) for link in article.links]


def test_an_entry_with_everything():
    [article] = rss(
        "<title>Gate &amp;amp; dam &lt;b&gt;shut&lt;/b&gt;</title>"
        "<link>https://harbour.example/1?from=rss</link><guid>https://harbour.example/1</guid>"
        "<pubDate>Wed, 05 Jan 2022 14:01:00 GMT</pubDate><dc:creator>Ann Lee</dc:creator>"
        "<description>Short.</description><media:description>A gate.</media:description>"
        "<content:encoded><![CDATA[<p>It is <a href='/2'>shut</a>.</p><ul><li>One"
        "<script>x()</script></ul>]]></content:encoded>"
    )
    assert [(b.kind, article.text[b.start : b.end]) for b in article.blocks] == [
        (BlockKind.HEADING, "Gate & dam shut"),
        (BlockKind.PARAGRAPH, "It is shut."),
        (BlockKind.LIST_ITEM, "One"),
        (BlockKind.CAPTION, "A gate."),
    ]
    assert links(article) == [
        ("Gate & dam shut", "https://harbour.example/1?from=rss"),
        ("shut", "https://harbour.example/2"),
    ]
    assert (article.format, article.uri, article.title) == (
        "rss",
        "https://harbour.example/1",
        "Gate & dam shut",
    )
    assert (article.byline, article.published, article.language) == (
        "Ann Lee",
        "2022-01-05T14:01:00+00:00",
        "en-gb",
    )


@pytest.mark.parametrize(
    ("item", "uri"),
    [
        ("<guid>https://a.example/1</guid>", "https://a.example/1"),
        ("<guid isPermaLink='false'>tag:a.example,2022:1</guid>", "tag:a.example,2022:1"),
        ("<guid isPermaLink='false'>17</guid>", "https://harbour.example/#17"),
        ("<link>https://a.example/2</link>", "https://a.example/2"),
        ("<link>/rel/2</link>", "https://harbour.example/rel/2"),
        ("<guid>https://a.example/1#3</guid>", "https://a.example/1"),
        ("", "https://harbour.example/#4e1a7bc8d8d7b8d4"),
    ],
)
def test_the_identity_of_an_entry(item, uri):
    [article] = rss(f"<title>Gate shut</title>{item}")
    assert article.uri.partition("#")[0] == uri.partition("#")[0]
    assert article.uri == uri or (not item and len(article.uri) == len(uri))


def test_too_many_tags_in_all_entries_of_a_feed(monkeypatch):
    monkeypatch.setattr("newsreader.reading.feeds.stories.MAX_FEED_TAGS", 9)
    told = "&lt;p&gt;Some words.&lt;/p&gt;&lt;p&gt;More words.&lt;/p&gt;"
    items = (f"<guid>https://a.example/{n}</guid><description>{told}</description>" for n in "123")
    articles = rss(*items)
    assert [article.uri[-1] for article in articles] == ["1", "2"]
    assert "more than 9 tags" in articles[0].warnings[0]


def test_numbers_after_a_page_are_kept_where_they_tell_entries_apart():
    articles = rss(
        "<title>A</title><guid>https://a.example/day#1</guid>",
        "<title>B</title><guid>https://a.example/day#2</guid>",
    )
    assert [a.uri for a in articles] == ["https://a.example/day#1", "https://a.example/day#2"]


def test_a_feed_without_an_address_counts_as_its_file():
    [article] = read("<rss><channel><item><guid>5</guid><title>A</title></item></channel></rss>")
    assert article.uri == "file:///s#5"


def test_one_identity_is_one_story_oldest_first():
    def item(title, time):
        date = f"<pubDate>Wed, 05 Jan 2022 {time}:00 GMT</pubDate>" if time else ""
        return f"<guid>g1</guid><title>{title}</title>{date}"

    newest_first = rss(item("Two", "15:01"), "<title>Other</title>", item("One", "14:01"))
    assert [a.title for a in newest_first] == ["One", "Two", "Other"]
    assert newest_first[0].uri == newest_first[1].uri
    undated = rss(item("One", ""), item("Two", "15:01"), item("Two", "15:01"))
    assert [a.title for a in undated] == ["One", "Two"]


def test_a_feed_that_is_polled_revises_only_what_changed(tmp_path):
    def item(guid, title, time):
        date = f"<pubDate>Wed, 05 Jan 2022 {time}:00 GMT</pubDate>"
        return f"<item><guid>{guid}</guid><title>{title}</title>{date}</item>"

    path = tmp_path / "feed.xml"
    with Library(tmp_path / "l.db", editor="ann") as library:

        def add(*items):
            path.write_text(RSS % "".join(items))
            return [each.status for each in library.add(path)]

        first = [
            item("g1", "One", "14:01"),
            item("g1", "Two", "15:01"),
            item("g2", "Other", "09:00"),
        ]
        assert add(*first) == ["added", "added", "revised"]
        assert set(add(*first)) == {"unchanged"}
        assert add(item("g3", "Third", "16:00"), *first) == ["unchanged"] * 3 + ["added"]
        three = item("g1", "Three", "17:00")
        assert add(three, *first[:2]) == ["unchanged", "unchanged", "revised"]
        page = tmp_path / "page.md"
        page.write_text("---\nuri: https://harbour.example/#g2\n---\n# Other\n\nThe whole story.\n")
        assert [each.status for each in library.add(page)] == ["revised"]
        assert add(item("g2", "Other", "09:00"), item("g4", "Fourth", "18:00")) == [
            "unchanged",
            "added",
        ]


def test_the_short_form_of_a_page_that_is_known_is_nothing_new(tmp_path):
    page, feed = tmp_path / "page.html", tmp_path / "feed.xml"
    words = "<p>The gate is shut, the harbour office said, and it will stay so.</p>" * 4
    page.write_text(
        '<!doctype html><link rel="canonical" href="https://a.example/gate">'
        f"<article><h1>Gate shut</h1>{words}</article>"
    )

    def entry(body):
        feed.write_text(
            RSS % "<item><guid>https://a.example/gate</guid><title>Gate shut</title>"
            f"<description>{body}</description></item>"
        )
        return [each.status for each in library.add(feed)]

    with Library(tmp_path / "l.db", editor="ann") as library:
        assert entry("It is shut.") == ["added"]
        assert [each.status for each in library.add(page)] == ["revised"]
        assert entry("It is shut!") == ["unchanged"]
        assert entry("It is shut?") == ["unchanged"]
        assert entry(html.escape(words + words)) == ["revised"]
        assert entry("It is open.") == ["revised"]


def test_the_newest_entry_of_a_feed_is_on_top_of_the_list(tmp_path):
    dates = ("Thu, 06 Jan 2022 09:00 GMT", "Wed, 05 Jan 2022 23:00 +0900", "5 Jan 2022 11:00")
    items = (f"<item><title>{day}</title><pubDate>{day}</pubDate></item>" for day in dates)
    path = tmp_path / "feed.xml"
    path.write_text(RSS % "".join(items))
    with Library(tmp_path / "l.db", editor="ann") as library:
        added = [each.title for each in library.add(path)]
    assert added == list(reversed(dates))


def test_a_name_for_one_story_does_not_fit_several(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(RSS % "<item><title>A</title></item><item><title>B</title></item>")
    with Library(tmp_path / "l.db", editor="ann") as library:
        [added] = library.add(path, as_uri="urn:x")
        assert (added.status, "2 stories" in added.error) == ("failed", True)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("<description>A &amp;amp; b\nwrap.\n\n Two.</description>", "A & b wrap.\n\nTwo."),
        ("<description>&amp;lt;p&amp;gt;It&amp;#39;s&amp;lt;/p&amp;gt;</description>", "It's"),
        ("<description>&lt;![CDATA[&lt;p&gt;It is shut]]&gt;</description>", "It is shut"),
        ("<description>if a < b then &amp;lt;3</description>", "if a < b then <3"),
        ("<description><p>Not <b>escaped</b><br>at all</p></description>", "Not escaped\nat all"),
        ("<description>One<br>two<p>Three</description>", "One\ntwo\n\nThree"),
        ("<content:encoded xmlns:content='urn:wrong'>Full</content:encoded>", "Full"),
        ("<description><a href=https://a.example/?b=1&c=2>Here</a><br></description>", "Here"),
        ("<content:encoded> </content:encoded><description>Short</description>", "Short"),
        ("<body xmlns='http://www.w3.org/1999/xhtml'><p>One</p><p>Two</p></body>", "One\n\nTwo"),
        ("<description>Short</description><content:encoded>Full</content:encoded>", "Full"),
        ("<summary>Sum</summary>", "Sum"),
        ("<media:group><media:description>A pier.</media:description></media:group>", "A pier."),
        ("<description><![CDATA[<p>Cut off</p><p>he", "Cut off\n\nhe"),
        ("<media:title>Not this</media:title>", ""),
        ("<description>safe<embed src='x'> words</description>", "safe words"),
    ],
)  # fmt: skip
def test_bodies_of_rss(item, words):
    [article] = rss(f"<title>Gate</title><pubDate>Wed, 05 Jan 2022 14:01 GMT</pubDate>{item}")
    assert (article.title, body(article)) == ("Gate", words)
    assert article.published == "2022-01-05T14:01:00+00:00"


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("<content type='html'>&lt;p>One&lt;/p></content>", "One"),
        (f"<content type='xhtml'><div {XHTML}><p>One<script/></p><p>Two</p></div></content>",
         "One\n\nTwo"),
        ("<content type='text'>if &lt;p>\n\n- one\n- two</content>", "if <p>\n\n- one\n\n- two"),
        ("<summary>Short</summary><content src='a.mp4' type='video/mp4'/>", "Short"),
        ("<content type='application/octet-stream'>T25lIHR3bw==</content>", "One two"),
        ("<content mode='base64'>not base64!</content><summary>Short</summary>", "Short"),
        ("<content mode='escaped' type='text/html'>&lt;b>One&lt;/b> two</content>", "One two"),
        ("<content>&lt;p>One&lt;/p></content>", "One"),
        ("<content type='text/xml'>a &lt;b</content>", "a <b"),
    ],
)  # fmt: skip
def test_bodies_of_atom(entry, words):
    [article] = atom(f"<id>urn:1</id><title>Gate</title>{entry}")
    assert (article.uri, article.title, body(article)) == ("urn:1", "Gate", words)
    assert (article.format, article.byline, article.language) == ("atom", "The desk", "fr")


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("<title>A &lt;b> C &amp;amp; D</title>", "A <b> C & D"),
        ("<title type='html'>&lt;i>A&lt;/i> &amp;lt;B&amp;gt;</title>", "A <B>"),
        ("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <i>B</i></div></title>",
         "A B"),
        ("<title type='html'>&lt;script>x&lt;/script></title>", None),
        ("", None),
    ],
)  # fmt: skip
def test_titles_of_atom(title, words):
    [article] = atom(f"{title}<summary>Words.</summary>")
    assert article.title == words


def test_addresses_of_atom():
    [one, two] = atom(
        "<title>A</title><link rel='enclosure' href='a.mp3'/>"
        "<link type='application/json' href='/1.json'/><link type='text/html' href='/1'/>"
        "<updated>2022-01-05T10:00:00Z</updated><published>2022-01-04T10:00:00Z</published>",
        "<link rel='alternate' href='https://harbour.example/2'/><content type='html' "
        "xml:base='https://other.example/'>&lt;a href='x'>Words&lt;/a> and more</content>",
    )
    assert links(one) == [("A", "https://harbour.example/1")]
    assert (one.uri, one.published) == ("https://harbour.example/1", "2022-01-04T10:00:00+00:00")
    assert links(two) == [("Words", "https://harbour.example/x")]


def test_an_entry_without_a_title_leads_to_its_page():
    [article] = rss("<description>Words.</description><guid>https://a.example/1</guid>")
    assert (article.title, links(article)) == (None, [("Words.", "https://a.example/1")])


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("<rss><channel><item><title>A", "A"),
        ("Notice: <b>x</b> undefined\n<rss><channel><item><title>A</title></item></rss>", "A"),
        ("<rss><channel><item><title><![CDATA[<![CDATA[A]]]]><![CDATA[>]]></title></item>", "A"),
        ("<rss><channel><title>Harbour</title></channel><item><title>A</title></item></rss>", "A"),
        ("<channel><item><title>A</title></item></channel>", "A"),
        ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel/><item><title>A</title></item>", "A"),
        ("<RSS><CHANNEL><item><TITLE>A</TITLE></item></CHANNEL></RSS>", "A"),
        ("<r:rss xmlns:r='urn:own'><r:item><title>A</title></r:item></r:rss>", None),
        ("<feed><entry><title>A</title></entry></feed>", "A"),
        ("<feed xmlns='urn:own'><entry><title>A</title></entry></feed>", "A"),
        ("<rss><channel><item><title>A</title><item><title>B</title></item></item></channel></rss>",
         "A"),
    ],
)  # fmt: skip
def test_feeds_out_of_shape(source, title):
    if title is None:
        with pytest.raises(SourceError, match="no entries in this feed"):
            read(source)
    else:
        assert [article.title for article in read(source)] == [title]


def test_the_first_unclosed_tag_does_not_swallow_the_feed():
    articles = read(
        "<rss><channel><item><title>A</title><description>One<br>two <img src=x></description>"
        "</item><item><title>B</title><description>Three</b></description></item>"
        "<item><title>C</TITLE><description>Four</item></channel></rss>"
    )
    assert [(a.title, body(a)) for a in articles] == [
        ("A", "One\ntwo"),
        ("B", "Three"),
        ("C", "Four"),
    ]
    assert articles[0].warnings == ("not well-formed XML; read as far as it goes",)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (RSS % "", "no entries in this feed"),
        (RSS % "<item><pubDate>now</pubDate></item>", "no text in the entries"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "no entries"),
        ("<opml><body/></opml>", "no feeds in this list"),
    ],
)
def test_feeds_without_words(source, problem):
    with pytest.raises(SourceError, match=problem):
        read(source, "")


def test_entries_without_words_and_too_many_are_told(monkeypatch):
    articles = rss("<title>A</title>", "<guid>1</guid>")
    assert articles[0].warnings == ("1 entry without text left out",)
    monkeypatch.setattr("newsreader.reading.feeds.stories.MAX_ENTRIES", 2)
    articles = rss("<title>A</title>", "<title>B</title>", "<title>C</title>")
    assert [a.title for a in articles] == ["A", "B"]
    assert articles[0].warnings == ("only the first 2 entries of 3 are read",)


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("<author>desk@harbour.example (Ann Lee)</author>", "Ann Lee"),
        ("<author>Ann Lee &lt;ann@harbour.example&gt;</author>", "Ann Lee"),
        ("<author>ann@harbour.example</author>", None),
        ("<dc:creator>Ann</dc:creator><dc:creator>Bo</dc:creator><dc:creator>Ann</dc:creator>",
         "Ann, Bo"),
        ("<author><name>Ann</name><uri>https://x.example</uri></author>", "Ann"),
        ("<dc:creator>By Ann Lee</dc:creator>", "Ann Lee"),
        ("<author><email>a@x.example</email></author>", None),
    ],
)  # fmt: skip
def test_bylines(author, byline):
    [article] = rss(f"<title>A</title>{author}")
    assert article.byline == byline


# -- JSON Feed, OPML -------------------------------------------------------------------------


def json_feed(*items, **more):
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": list(items), **more}
    return read(json.dumps(feed), "a.json")


def test_json_feeds():
    [one, two, three] = json_feed(
        {
            "id": "https://a.example/1", "url": "/one", "title": "Gate &amp; dam",
            "content_html": "<p>It is <a href='two'>shut</a>.</p>", "summary": "Short.",
            "date_published": "2022-01-05T14:01:00Z", "authors": [{"name": "Ann"}],
        },
        {"id": 2, "content_text": "One.\n\n<b> is a tag.", "external_url": "https://b.example/"},
        {"id": "3", "title": "Dam", "content_html": " ", "summary": "Sum.", "date_modified": "x"},
        "no entry",
        home_page_url="https://a.example/", language="de", author={"name": "Desk"},
    )  # fmt: skip
    assert (one.uri, one.title, one.byline, body(one)) == (
        "https://a.example/1",
        "Gate & dam",
        "Ann",
        "It is shut.",
    )
    assert links(one) == [
        ("Gate & dam", "https://a.example/one"),
        ("shut", "https://a.example/two"),
    ]
    assert (two.uri, two.byline, two.language, two.text) == (
        "https://a.example/#2",
        "Desk",
        "de",
        "One.\n\n<b> is a tag.",
    )
    assert (three.uri, body(three), three.published) == ("https://a.example/#3", "Sum.", None)
    assert one.format == "json-feed"


def test_json_feeds_by_name():
    with pytest.raises(SourceError, match="this JSON is no feed"):
        read("[1]", format="json-feed")
    [article] = read('{"items": [{"title": "A"}]}', format="json-feed")
    assert article.title == "A"


def test_a_list_of_feeds_is_named_and_not_fetched():
    [article] = read(
        "<opml version='2.0'><head><title>Harbours</title><ownerName>Ann</ownerName>"
        "<dateCreated>Wed, 05 Jan 2022 14:01:00 GMT</dateCreated></head><body>"
        "<outline text='North'><outline text='Pier' xmlUrl='https://pier.example/feed'/></outline>"
        "<outline xmlUrl='javascript:x'/></body></opml>",
        "a.opml",
    )
    assert [(b.kind, article.text[b.start : b.end]) for b in article.blocks] == [
        (BlockKind.HEADING, "Harbours"),
        (BlockKind.HEADING, "North"),
        (BlockKind.LIST_ITEM, "Pier — https://pier.example/feed"),
        (BlockKind.LIST_ITEM, "javascript:x"),
    ]
    assert [url for _, url in links(article)] == ["https://pier.example/feed"]
    assert (article.byline, article.published) == ("Ann", "2022-01-05T14:01:00+00:00")
    [untitled] = read("<opml><body><outline xmlUrl='https://a.example/'/></body></opml>")
    assert untitled.title == "Feeds"


# -- samples ---------------------------------------------------------------------------------


def test_the_sample_of_rss():
    path = SAMPLES / "saltmere-desk-feed.xml"
    first, second, other = read(path.read_bytes())
    assert first.uri == second.uri == "https://courier.example/desk.rss#courier-88214"
    assert [first.published[11:16], second.published[11:16]] == ["07:40", "08:55"]
    assert second.text.endswith("The swing bridge on Tuesday morning.")
    assert other.title == "Council to vote on fish market & quay"
    assert body(other) == "The council will vote on Thursday, its clerk said. Nothing is decided."


@pytest.mark.parametrize(
    ("name", "uris", "bodies"),
    [
        (
            "pier.atom",
            ["tag:pier.example,2024:lamp"],
            ["The lamp went out at 8 pm, the watch said.\n\nShips should keep clear."],
        ),
        (
            "pier-feed.json",
            ["https://pier.example/feed.json#lamp", "https://pier.example/feed.json#rope"],
            [
                "The lamp went out at 8 pm, the watch said.",
                "A rope is missing.\n\nNobody saw who took it.",
            ],
        ),
        (
            "harbours.opml",
            ["file:///s"],
            [
                "North\n\nPier notes — https://pier.example/feed.atom\n\nSaltmere — https://s.example/"
            ],
        ),
    ],
)
def test_the_samples_of_other_feeds(name, uris, bodies):
    articles = read((FORMATS / name).read_bytes(), name)
    assert [article.uri for article in articles] == uris
    assert [body(article) for article in articles] == bodies


# -- dates -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("Wed, 05 Jan 2022 14:01:00 GMT", "2022-01-05T14:01:00+00:00"),
        ("Mon, 5 Jan 2022 14:01 +0100 (CET)", "2022-01-05T14:01:00+01:00"),
        ("Wed, 05 Jan 22 14:01 EST", "2022-01-05T14:01:00-05:00"),
        ("Wed, 05 Jan 99 14:01 UT", "1999-01-05T14:01:00+00:00"),
        ("Wed, 05 Jan 2022 14:01:00 GMT+01:30", "2022-01-05T14:01:00+01:30"),
        ("Wed, 05 Jan 2022 14:01:00 +1", "2022-01-05T14:01:00+01:00"),
        ("Wed, 05 Jan 2022 24:00:00 GMT", "2022-01-06T00:00:00+00:00"),
        ("Wed, 05 Jan 2022 14:01:60 GMT", "2022-01-05T14:02:00+00:00"),
        ("Wed, 05 Jan 2022 14:01:00 IST", "2022-01-05T14:01:00"),
        ("Wed Jan  5 14:01:00 EST 2022", "2022-01-05T14:01:00-05:00"),
        ("January 5, 2022 2:01 pm", "2022-01-05T14:01:00"),
        ("January 5, 2022, 12:01 a.m.", "2022-01-05T00:01:00"),
        ("5 janvier 2022 14:01", "2022-01-05T14:01:00"),
        ("2022-01-05T14:01:00.123-0500", "2022-01-05T14:01:00-05:00"),
        ("2022-01-05 14:01:00 MSK", "2022-01-05T14:01:00+03:00"),
        ("20220105T1401", "2022-01-05T14:01:00"),
        ("2022-01-05", "2022-01-05"),
        ("2022/01/05 14:01:00", "2022-01-05T14:01:00"),
        ("Wednesday, January 5, 2022 - 14:01", "2022-01-05T14:01:00"),
        ("5. Januar 2022 um 14:01", "2022-01-05T14:01:00"),
        ("mer., 05 janv. 2022 14:01:00 +0100", "2022-01-05T14:01:00+01:00"),
        ("1641391260", "2022-01-05T14:01:00+00:00"),
        ("1641391260000", "2022-01-05T14:01:00+00:00"),
        ("Tue, 32 Foo 2022 99:99:99 XYZ", None),
        ("Tue, 31 Jun 2022 10:00:00 GMT", None),
        ("Tue, 1 Jun 2022 25:00:00 GMT", None),
        ("Tue, 1 Jun 2022 13:00 pm", None),
        ("Tue, 1 Jun 2022 10:00:00 +9999", None),
        ("Tue, 1 Foo 2022 10:00:00", None),
        ("0001-01-01T00:00:00Z", None),
        ("0000-00-00", None),
        ("9999-12-31T24:00:00Z", None),
        ("2022", None),
        ("2022-01", None),
        ("now", None),
        ("", None),
        ("5" * 200, None),
    ],
)
def test_dates_of_feeds(written, moment):
    assert stated_moment(written) == moment


# -- whatever comes --------------------------------------------------------------------------

SCRAPS = [
    "<rss>", "<channel>", "<item>", "</item>", "</channel>", "<title>", "</title>", "<guid>", "1",
    "</guid>", "<description>", "</description>", "<![CDATA[", "]]>", "&lt;p&gt;", "<p>", "<br>",
    "</p>", "Words here.", "&amp;", "&", "<", ">", "&#0;", "<pubDate>", "Wed, 05 Jan 2022", "é",
    "<entry>", "<content type='html'>", "<content type='xhtml'>", "<link href='x'/>", "xmlns='",
    "<opml>", "<outline xmlUrl='x'/>", "<!--", "-->", "<?xml version='1.0'?>", "\x00", "\ud800",
    "<media:description>", "\n\n", "<author>", "a@b.example (c)", "</", "/>", "'", '"', "<feed>",
]  # fmt: skip
STARTS = ["<rss>", "<feed>", "<opml>", "<?xml?>"]
KEYS = [
    "id", "url", "title", "content_html", "content_text", "summary", "authors", "author", "name",
    "date_published",
]  # fmt: skip
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=9)
    | st.sampled_from(["<p>x</p>", "https://a.example/1", "2022-01-05T14:01:00Z"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)
    ),
    max_leaves=12,
)


def read_or_refused(source):
    try:
        return read(source, "")
    except SourceError as error:
        assert str(error).isprintable()  # noqa: PT017
        return []


@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join), st.sampled_from(STARTS))
def test_any_mess_of_tags_is_read_or_refused(mess, start):
    for article in read_or_refused((start + mess).encode("utf-8", "surrogatepass")):
        assert split(article).statements is not None
        assert all(b.start < b.end <= len(article.text) for b in article.blocks)


@given(st.lists(VALUES, max_size=4))
def test_any_values_in_a_json_feed_are_read_or_refused(values):
    feed = {"version": "https://jsonfeed.org/version/1", "items": values}
    assert all(article.text for article in read_or_refused(json.dumps(feed)))
