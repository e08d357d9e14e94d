"""HTML pages: what a page states of itself, its entries, its data, and what is split of them."""

import json
import subprocess
import sys

import pytest

from newsreader.errors import SourceError
from newsreader.model.statement import Order
from newsreader.reading import Raw, parse
from newsreader.reading.html.jsonld import lenient
from newsreader.splitting import split

TOLD = "The harbour office said that the pier stays shut until the divers have looked at it again. "


def page(source):
    data = source if isinstance(source, bytes) else source.encode()
    [article] = parse(Raw("a.html", "file:///a.html", "a.html", data))
    return article


def data_of(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def posting(time, headline, body=TOLD):
    return {
        "@type": "BlogPosting",
        "datePublished": time,
        "headline": headline,
        "articleBody": body,
    }


def live(updates, **more):
    return {"@type": "LiveBlogPosting", "headline": "Pier fire", "liveBlogUpdate": updates, **more}


def entries(*cells, tag="div"):
    return "".join(
        f"<{tag} class=entry>{cell}<p>Entry {n}: {TOLD}</p></{tag}>" for n, cell in enumerate(cells)
    )


def times(article):
    return [each.time.isoformat() if each.time else None for each in split(article).updates]


# -- what a page states ----------------------------------------------------------------------


def test_what_is_stated_comes_from_data_before_meta():
    article = page(
        "<html lang=de><link rel=canonical href='https://a.example/x?id=1'>"
        "<meta property='article:published_time' content='2020-01-01'><meta name=author content=B>"
        + data_of(
            {"@graph": [{"@type": "WebPage"}, {
                "@type": ["ReportageNewsArticle"], "headline": "Pier &amp; fire",
                "author": [{"name": "Ann Lee"}, "Bo Ek", {"name": "https://a.example/bo"}],
                "datePublished": "2022-01-05T14:01:00+01:00",
            }]}
        )
        + f"<p>{TOLD * 4}</p>"
    )  # fmt: skip
    assert article.uri == "https://a.example/x?id=1"
    assert (article.title, article.byline) == ("Pier & fire", "Ann Lee, Bo Ek")
    assert (article.published, article.language) == ("2022-01-05T14:01:00+01:00", "de")
    assert article.text.startswith("Pier & fire\n\nThe harbour")


@pytest.mark.parametrize(
    ("head", "uri"),
    [
        ("<link rel=canonical href=https://a.example/>", "file:///a.html"),
        ("<link rel=canonical href=/x>", "file:///a.html"),
        ("<link rel=canonical href='http://[bad/x'>", "file:///a.html"),
        ("<link rel=canonical href='javascript:x'>", "file:///a.html"),
        ("<meta property=og:url content=https://a.example/x>", "https://a.example/x"),
        (data_of({"@type": "NewsArticle", "mainEntityOfPage": {"@id": "https://a.example/y"}}),
         "https://a.example/y"),
    ],
)  # fmt: skip
def test_a_canonical_address_is_the_identity(head, uri):
    assert page(f"{head}<p>Words.</p>").uri == uri


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        (
            "<title>Pier fire - The Courier</title><h1>The Courier</h1><h1>Pier fire</h1>",
            "Pier fire",
        ),
        ("<title>Pier fire - The Courier</title><p>x</p>", "Pier fire"),
        ("<h1>Pier fire</h1>", "Pier fire"),
        ("<meta property=og:title content='Pier fire'><h1>Menu</h1>", "Pier fire"),
        ("<p>Words.</p>", None),
    ],
)
def test_the_title(markup, title):
    article = page(markup + "<p>Words and more words.</p>")
    assert article.title == title
    assert article.text.count("Pier fire") == (title is not None)


def test_microdata_and_time_elements():
    article = page(
        "<article><h1>A</h1><span itemprop=author>By Ann Lee</span>"
        f"<time itemprop=datePublished datetime=2022-01-05T14:01Z>5 Jan</time><p>{TOLD * 4}</p>"
    )
    assert (article.byline, article.published) == ("Ann Lee", "2022-01-05T14:01:00+00:00")


def test_relative_links_lead_to_the_page_s_site():
    article = page(
        "<link rel=canonical href=https://a.example/news/x><p><a href=../y>one</a> "
        "<a href='http://[bad'>two</a> <a href>three</a> <a href=mailto:a@b.example>four</a></p>"
    )
    words = {article.text[link.start : link.end]: link.url for link in article.links}
    assert words["one"] == "https://a.example/y"
    assert words["four"] == "mailto:a@b.example"
    assert "two" not in words


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<meta charset=iso-8859-2><p>\xb1 \xe6</p>", "\u0105 \u0107"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=latin1'><p>\x93a\x94</p>",
         "\u201ca\u201d"),
        (b"<meta charset=nonsense><p>\x93a\x94</p>", "\u201ca\u201d"),
        (b"<meta charset=iso-8859-1><p>\xc3\xa9</p>", "\u00e9"),
    ],
)  # fmt: skip
def test_charsets(data, words):
    assert page(data).text == words


# -- entries ---------------------------------------------------------------------------------


def test_repeated_time_cells_are_entries():
    cells = ("<b class=t>10.30 GMT</b>", "<b class=t>10.12 GMT</b>", "<b class=t>9.58 GMT</b>")
    meta = "<meta property='article:published_time' content='2022-01-05T10:31:00Z'>"
    article = page(f"{meta}<h1>Live</h1>{entries(*cells)}")
    found = split(article)
    assert [each.marker for each in found.updates] == ["10.30 GMT", "10.12 GMT", "9.58 GMT"]
    assert times(article) == [f"2022-01-05T{at}:00+00:00" for at in ("10:30", "10:12", "09:58")]
    assert found.order is Order.NEWEST_FIRST
    words = [article.text[each.start : each.end] for each in found.statements]
    assert words == ["Live", *(f"Entry {n}: {TOLD.strip()}" for n in range(3))]


def test_times_for_programs_go_before_those_for_people():
    cells = [f"<time datetime=2022-01-05T1{n}:00:00Z>{n} hrs ago</time>" for n in range(3)]
    assert times(page(entries(*cells))) == [f"2022-01-05T1{n}:00:00+00:00" for n in range(3)]
    same = ["<time datetime=2022-01-05T10:00:00Z>1{n}:00</time>".replace("{n}", n) for n in "012"]
    assert times(page(entries(*same))) == [None] * 3 or split(page(entries(*same))).updates == ()


def test_flat_entries_go_on_to_the_next():
    flat = "".join(f"<h4 class=t>1{n}:00</h4><p>Entry {n}. {TOLD}</p>" for n in range(3))
    article = page(f"<h1>Live</h1><div>{flat}</div>")
    assert [article.text[each.start : each.end].count("Entry") for each in article.sections] == [
        1
    ] * 3
    assert article.sections[2].end == len(article.text)


def test_microdata_entries():
    entry = (
        "<div itemprop=liveBlogUpdate><h3>Part {n}</h3>"
        "<meta itemprop=datePublished content=2022-01-05T1{n}:05:00+01:00><p>{told}</p></div>"
    )
    article = page("".join(entry.format(n=n, told=TOLD) for n in range(2)))
    assert times(article) == [f"2022-01-05T1{n}:05:00+01:00" for n in range(2)]
    assert [each.headline for each in split(article).updates] == ["Part 0", "Part 1"]
    assert split(article).order is Order.OLDEST_FIRST


@pytest.mark.parametrize(
    "markup",
    [
        entries("<b>10:30</b>", "<b>12:12</b>", "<b>9:58</b>", "<b>20:00</b>"),  # no way
        entries("<b>10:30</b>", "<b>10:12</b>"),  # too few
        "".join(f"<p><b class=t>10:3{n}</b> <a href=/x>{TOLD}</a></p>" for n in range(4)),  # links
        "<table>" + "".join(f"<tr><td>10:3{n}<td>{TOLD}" for n in range(4)) + "</table>",
        "".join(f"<p><b class=t>10:3{n}</b> Gate {n}</p>" for n in range(4)),  # nothing told
        "".join(f"<div><b>57:3{n}</b><p>{TOLD}</p></div>" for n in range(4)),  # scores
    ],
)
def test_other_times_are_no_entries(markup):
    assert page(f"<article><h1>A</h1><p>{TOLD * 5}</p>{markup}</article>").sections == ()


# -- data ------------------------------------------------------------------------------------


def test_data_date_the_page_s_entries():
    updates = [posting("2022-01-05T10:12:00Z", "B", f"Entry 1: {TOLD}"),
               posting("2022-01-05T10:30:00Z", "A", f"&lt;p&gt;Entry 0: {TOLD}&lt;/p&gt;"),
               posting("2022-01-05T09:50:00Z", "C", f"Entry 2: {TOLD}")]  # fmt: skip
    cells = ("<b class=t>11.30</b>", "<b class=t>11.12</b>", "<b class=t>10.58</b>")
    found = times(page(data_of(live(updates)) + entries(*cells)))
    assert found[:2] == ["2022-01-05T10:30:00+00:00", "2022-01-05T10:12:00+00:00"]
    assert found[2] != "2022-01-05T09:50:00+00:00"  # the page shows another minute


def test_data_date_what_the_page_shows_without_times():
    updates = [posting("2022-01-05T10:30:00Z", "The pier is shut"),
               posting("2022-01-05T10:12:00Z", "Smoke over the harbour")]  # fmt: skip
    article = page(
        data_of(live(updates)) + f"<h1>Pier fire</h1><h2>The pier is shut</h2><p>{TOLD}</p>"
        f"<h2>Smoke over the harbour</h2><p>{TOLD}</p>"
    )
    assert [each.headline for each in split(article).updates] == [
        each["headline"] for each in updates
    ]
    assert times(article) == ["2022-01-05T10:30:00+00:00", "2022-01-05T10:12:00+00:00"]


def test_data_are_the_text_where_a_script_would_draw_it():
    updates = [posting("2022-01-05T10:30:00Z", "Shut", f"{TOLD}<br>And <b>more</b>."),
               posting("2022-01-05T10:12:00Z", "Smoke", TOLD + "\nA new line.")]  # fmt: skip
    article = page(data_of(live(updates, articleBody="It began at noon.")) + "<h1>Pier fire</h1>")
    assert len(article.sections) == 2
    assert times(article) == ["2022-01-05T10:30:00+00:00", "2022-01-05T10:12:00+00:00"]
    assert "And more." in article.text
    assert article.text.startswith("Pier fire\n\nIt began at noon.\n\nShut")


def test_an_update_alone_and_updates_of_one_time():
    one = posting("2022-01-05T10:30:00Z", "Shut")
    assert times(page(data_of(live(one)) + "<p>x</p>")) == ["2022-01-05T10:30:00+00:00"]
    same = [posting("2022-01-05T10:30:00Z", name) for name in ("Shut", "Smoke")]
    assert times(page(data_of(live(same)) + "<p>x</p>")) == [None, None]
    some = data_of(live([posting("2022-01-05T10:30:00Z", f"Headline {n}") for n in range(4)]))
    assert page(f"{some}<h2>Headline 2</h2><p>{TOLD * 4}</p>").sections == ()


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ('/*<![CDATA[*/ {"a": "b\tc\nd", } //]]>', {"a": "b\tc\nd"}),
        ('<!-- {"a": [1, 2,]} -->', {"a": [1, 2]}),
        ('{"a": 1}{"b": 2}', {"a": 1}),
        ('{"a": ', None),
        ("", None),
        (" " * 500_000 + "x", None),
        ("[" * 100_000, None),
        ("1" * 5000, None),
    ],
)
def test_lenient_json(source, value):
    assert lenient(source) == value


@pytest.mark.parametrize(
    "value",
    [None, [], 1, "x", {"@type": 3}, live(None), live("x"), live([None, 1, {}]), live({}),
     {"@graph": [None, {"@type": ["NewsArticle"], "author": {"name": {}}, "headline": [],
                        "datePublished": 5, "inLanguage": {"name": "en"}, "url": 7}]},
     {"@type": "NewsArticle", "datePublished": "yesterday", "articleBody": ["x"]}],
)  # fmt: skip
def test_data_of_any_shape(value):
    assert page(data_of(value) + "<p>Words.</p>").text.endswith("Words.")


# -- main text -------------------------------------------------------------------------------


def test_the_story_is_kept_and_the_chrome_is_not():
    article = page(
        "<body><header class=masthead><p>The Courier, founded in 1871 and read since.</p></header>"
        "<nav><a href=/>Home</a></nav><div class=wrap><div class=story-body>"
        f"<h1>Pier fire</h1><p class=standfirst>A shed burned.</p><p>{TOLD * 3}</p>"
        "<h2>What is next</h2><ul><li>Divers look.</li></ul><div class=share>Share this story</div>"
        f"<p>{TOLD * 2}</p></div><aside><p>{TOLD}</p></aside><div class=most-read><ul>"
        "<li><a href=/1>Another story that many people read today</a></ul></div></div>"
        f"<div id=comments><p>{'I was there and it was not so. ' * 90}</p></div></body>"
    )
    assert article.text.split("\n\n") == [
        "Pier fire", "A shed burned.", (TOLD * 3).strip(), "What is next", "Divers look.",
        (TOLD * 2).strip(),
    ]  # fmt: skip


def test_a_page_with_hardly_a_text_is_read_whole():
    assert page("<div class=widget>Only this.</div>").text == "Only this."
    body = {"@type": "NewsArticle", "articleBody": TOLD * 5}
    assert TOLD.strip() in page(data_of(body) + "<p>Turn on scripts.</p>").text


@pytest.mark.parametrize(
    "source", ["<html></html>", "<script>x</script>", "<!doctype html>", "<hr>"]
)
def test_a_page_without_text_says_so(source):
    with pytest.raises(SourceError, match=r"^a.html: no text in this page$"):
        page(source)


def test_plain_text_needs_no_lxml():
    code = (
        "import sys; from newsreader.reading import Raw, parse;"
        "from newsreader.splitting import split;"
        "split(parse(Raw('a', 'a', 'a.txt', b'Words.'))[0]); print('lxml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_updates_that_all_state_the_page_s_time_are_dated_by_their_names():
    made = ("61d5a0d05f8f08ad21ea6007", "61d59f105f8f08c3cb92a5ca")
    bodies = [f"Number {n}: {TOLD}" for n in range(2)]
    updates = [
        {**posting("2022-01-05T15:00:00Z", "Pier fire", body), "@id": f"https://a.example/x#{name}"}
        for name, body in zip(made, bodies, strict=True)
    ]
    shown = "".join(f"<p>{body}</p>" for body in bodies)
    for drawn in ("", f"<h1>Pier fire</h1>{shown}"):
        article = page(data_of(live(updates)) + drawn)
        assert times(article) == ["2022-01-05T13:44:48+00:00", "2022-01-05T13:37:20+00:00"]


@pytest.mark.parametrize("name", ["x", "5f" * 12, "ff" * 12, "https://a.example/61d5a0d0", ""])
def test_other_names_tell_no_time(name):
    updates = [{**posting("2022-01-05T15:00:00Z", "", f"{TOLD} {n}"), "@id": name} for n in "ab"]
    assert times(page(data_of(live(updates)))) == [None, None]


# -- what lies around a story, and beside a time ---------------------------------------------


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Advertisement</p>", "<p>View all (23)</p>", "<li>Image 3 of 12</li>",
        "<h3>Related Stories:</h3>", "<h4>Kommentare</h4>",
        "<p>Read more: <a href=/x>Divers look at the pier</a></p>", "<p>Powered by Example.com</p>",
        "<p>Lesen Sie auch: <a href=/x>Taucher am Pier</a></p>", "<div>3 / 12</div>",
    ],
)  # fmt: skip
def test_labels_of_the_page_are_no_text(markup):
    assert page(f"<article><p>{TOLD}</p>{markup}<p>{TOLD}</p></article>").text.count("\n\n") == 1


@pytest.mark.parametrize(
    "markup",
    ["<p>More is known now.</p>", "<p>Related: nothing was found.</p>", "<p>Photo finish</p>"],
)
def test_words_that_only_look_like_labels_are_text(markup):
    assert page(f"<article><p>{TOLD}</p>{markup}<p>{TOLD}</p></article>").text.count("\n\n") == 2


def test_a_sentence_that_is_mostly_a_link_is_text():
    link = "<a href=/x>had a look at all that is left of the old wooden pier of the harbour</a>"
    article = page(
        f"<article><p>{TOLD}</p><div>Two divers {link} today.</div><p>{TOLD}</p></article>"
    )
    assert "Two divers had a look" in article.text


def test_a_stated_time_that_differs_from_the_others_by_an_hour_lies():
    cells = [
        f"<time datetime=2022-01-05T{hour}:{minute}:00Z>{hour + 1}:{minute}</time>"
        for hour, minute in ((10, 30), (10, 12), (9, 50), (9, 41))
    ]
    cells[2] = "<time datetime=2022-01-05T08:50:00Z>10:50</time>"
    found = times(page(f"<main><h1>Pier</h1>{entries(*cells)}</main>"))
    assert found[0] == "2022-01-05T10:30:00+00:00"
    assert found[2] != "2022-01-05T08:50:00+00:00"


def test_updates_that_a_page_shows_are_dated_by_it_where_their_data_share_one_time():
    name = "60300f5f8f08ad21ea60071{}"
    updates = [
        {**posting("2021-02-19T19:41:53Z", ""), "@id": name.format(n), "articleBody": f"It is {n}."}
        for n in range(3)
    ]
    article = page(
        data_of(live(updates))
        + f"<article><div id=block-{name.format(0)}><time datetime=2021-02-19T19:30:03Z>19.30 GMT"
        "</time><p>It is 0.</p></div></article>"
    )
    assert times(article)[0] == "2021-02-19T19:30:03+00:00"
    assert len(article.sections) == 3


def test_the_day_of_an_event_is_the_page_s():
    event = {"@type": "SportsEvent", "startDate": "2020-09-28", "name": "Home - Away"}
    assert page(data_of(event) + f"<p>{TOLD * 4}</p>").published == "2020-09-28"


def test_an_entry_without_words_is_an_update():
    cells = [f"<time>10:{minute}</time>" for minute in (50, 40, 30, 20, 15, 10)]
    last = "<div class=entry><time>09:41</time></div>"
    assert len(page(f"<main><h1>Pier</h1>{entries(*cells)}{last}</main>").sections) == 7


def test_large_type_is_no_heading():
    article = page(f"<article><h1>Pier</h1><h2>{TOLD * 3}</h2><p>{TOLD}</p></article>")
    assert [block.kind.value for block in article.blocks] == ["heading", "paragraph", "paragraph"]


def test_what_a_page_calls_a_byline_is_no_statement():
    told = "<div class=post__byline>From our staff</div>"
    card = f"<div class=byline>Ann Lee{TOLD * 2}</div>"
    article = page(f"<article><h1>Pier</h1><p>{TOLD}</p>{told}<p>{TOLD}</p>{card}</article>")
    kinds = [block.kind.value for block in article.blocks]
    assert kinds == ["heading", "paragraph", "byline", "paragraph", "paragraph"]
