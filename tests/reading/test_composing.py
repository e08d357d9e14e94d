"""Articles put together from stated fields: title, notes, bodies, sections, posts."""

import pytest

from newsreader.errors import SourceError
from newsreader.model.article import BlockKind
from newsreader.model.note import NoteKind
from newsreader.reading.clean import Decoded, decode
from newsreader.reading.composing import Composition
from newsreader.reading.json.fields import body, listed, names, objects, time, words
from newsreader.reading.json.lenient import documents
from newsreader.reading.json.shapes import at, fits
from newsreader.reading.raw import Raw
from newsreader.reading.stated import Stated
from newsreader.reading.xml.source import decoded_xml, root_name
from newsreader.reading.xml.tree import (
    as_html,
    attribute,
    each,
    every,
    first,
    name,
    namespace,
    parse_document,
    text_of,
    words_of,
)
from newsreader.splitting import split

RAW = Raw("s", "file:///s", "s", b"x")


def put(composition, **stated):
    return composition.article(RAW, "test", Stated(**stated))


def said(article):
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def statements(article):
    return [article.text[s.start : s.end] for s in split(article).statements]


def test_what_is_stated_and_what_is_put_in():
    made = Composition("  Dam \n holds &amp; more ", base="https://x.example/a/")
    made.note("EDS: adds \n quote", NoteKind.ADVISORY)
    made.markup("<h1>Dam holds &amp;amp; more</h1><p>It <a href='b'>holds</a>.<p>By Ann Lee")
    made.plain("One.\n\n- two\n- three\n\n* * *")
    made.heading("Later", 3)
    made.paragraph("A gate.", BlockKind.CAPTION)
    article = put(made, byline="Bo\x1b Ray", published="2022-01-05", language="en", uri="urn:x")
    assert said(article) == [
        (BlockKind.HEADING, "Dam holds &amp; more"),
        (BlockKind.NOTE, "EDS: adds quote"),
        (BlockKind.PARAGRAPH, "It holds."),
        (BlockKind.BYLINE, "By Ann Lee"),
        (BlockKind.PARAGRAPH, "One."),
        (BlockKind.LIST_ITEM, "- two"),
        (BlockKind.LIST_ITEM, "- three"),
        (BlockKind.RULE, "* * *"),
        (BlockKind.HEADING, "Later"),
        (BlockKind.CAPTION, "A gate."),
    ]
    assert (article.title, article.byline, article.uri) == (
        "Dam holds &amp; more",
        "Bo\N{SYMBOL FOR ESCAPE} Ray",
        "urn:x",
    )
    assert [link.url for link in article.links] == ["https://x.example/a/b"]
    assert (article.format, article.published, article.language) == ("test", "2022-01-05", "en")


def test_notes_are_told_and_are_no_statements():
    made = Composition("Title")
    made.note("UPDATE 3: adds the mayor. Restores paragraph two.", NoteKind.CORRECTION)
    made.note("   ")
    made.plain("It holds.")
    article = put(made)
    assert statements(article) == ["Title", "It holds."]
    [note] = split(article).notes
    assert (note.kind, article.text[note.start :][:8]) == (NoteKind.CORRECTION, "UPDATE 3")
    assert split(article).updates == ()


def test_sections_are_the_updates():
    made = Composition("Title")
    made.plain("Summary.")
    with made.section("2022-01-05T14:01:00+00:00", "Gate shut"):
        made.markup("<p>It is shut.</p>")
        made.note("Corrects the gate.")
    with made.section(None):
        made.plain("Ships wait.")
    with made.section("2022-01-05T13:00:00+00:00", "Nothing but a headline"):
        made.markup("")
    with made.section(None):
        pass
    found = split(put(made))
    assert [update.headline for update in found.updates] == [
        "Gate shut",
        None,
        "Nothing but a headline",
    ]
    assert str(found.updates[0].time) == "2022-01-05 14:01:00+00:00"
    assert [s.update for s in found.statements] == [None, None, 0, 0, 1, 2]


def test_a_section_s_heading_is_never_the_title():
    made = Composition()
    with made.section(None, "Gate shut"):
        made.plain("It is shut.")
    article = put(made)
    assert article.title is None
    other = Composition()
    other.heading("Gate shut")
    other.plain("It is shut.")
    assert put(other).title == "Gate shut"


def test_posts_have_credits():
    made = Composition("T")
    made.post(
        "Gate\n\nshut.",
        author="Ann",
        handle="@ann",
        date="2022-01-05T10:00:00Z",
        url="https://x.example/1",
    )
    made.post("Bo says.", handle="bo")
    made.post("Nobody says.")
    made.post("", author="Cy")
    article = put(made)
    blocks = article.blocks
    assert [block.kind for block in blocks[1:]] == [
        BlockKind.POST,
        BlockKind.POST,
        BlockKind.QUOTATION,
    ]
    post = blocks[1].post
    assert (post.author, post.handle, post.date, post.url) == (
        "Ann",
        "@ann",
        "2022-01-05",
        "https://x.example/1",
    )
    assert article.text[slice(*post.credit)] == "— Ann (@ann) 2022-01-05"
    assert statements(article) == ["T", "Gate", "shut.", "Bo says.", "Nobody says."]


@pytest.mark.parametrize("words", ["", " \n", "* * *"])
def test_without_words_there_is_no_article(words):
    made = Composition(None)
    made.plain(words)
    assert made.empty
    with pytest.raises(SourceError, match="no text in this file"):
        put(made)


def test_too_many_lines_in_one_article(monkeypatch):
    monkeypatch.setattr("newsreader.reading.composing.MAX_LINES", 5)
    made = Composition("T")
    made.plain("a.\n\n" * 9)
    with pytest.raises(SourceError, match="more than 5 lines"):
        put(made)


# -- JSON ------------------------------------------------------------------------------------


def test_too_many_tags_in_the_bodies_of_one_article(monkeypatch):
    monkeypatch.setattr("newsreader.reading.composing.MAX_TAGS", 10)
    composition = Composition("Pier fire")
    for _ in range(3):
        composition.markup("<p>One</p><p>Two</p>")
    with pytest.raises(SourceError, match="more than 10 tags"):
        put(composition)


def values(text):
    return [each.value for each in documents(Decoded(text, "utf-8", ("lies",)), "s")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, 2.5, true, null]}', {"a": [1, 2.5, True, None]}),
        ('\ufeff {"a": "x\ny"}', {"a": "x\ny"}),
        ('{"a": NaN, "b": -Infinity}', {"a": None, "b": None}),
        ('{"a": [1, ], "b": ",]",}', {"a": [1], "b": ",]"}),
        (r'{"a": "\ud83d\ude00 \ud800 \\ud800 \udc00"}', {"a": "😀 � \\ud800 �"}),
        ('{"a": ' + "7" * 5000 + "}", {"a": "7" * 5000}),
        ('"x"', "x"),
    ],
)
def test_json_is_read_leniently(text, value):
    assert values(text) == [value]


def test_json_documents_one_after_the_other():
    assert values('{"a": 1}\n{"a": 2}\x1e{"a": 3},') == [{"a": 1}, {"a": 2}, {"a": 3}]
    [one] = documents(Decoded('{"a": 1}\n{"a": ', "utf-8"), "s")
    assert one.value == {"a": 1}
    assert "after document 1 is broken" in one.warnings[0]
    [twice] = documents(Decoded('{"a": 1, "a": 2}', "utf-8", ("lies",)), "s")
    assert twice == ({"a": 2}, ("lies", "a key stands twice in one object; the last one counts"))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[" * 100_000, "nested more than 200 deep"),
        ("[" * 300 + "]" * 300, "nested more than 200 deep"),
        ('{"a":' * 50_000, "nested more than 200 deep"),
        ('{"a": 1', "broken JSON: expecting ',' delimiter, line 1, column 8"),
        ("", "nothing in it"),
        ('"' + '\\"' * 50_000, "broken JSON: unterminated"),
        ("[" + '"\\"' * 50_000, "broken JSON"),
    ],
)
def test_broken_json_is_one_plain_line(text, problem):
    with pytest.raises(SourceError, match=problem):
        values(text)


def test_shapes_and_fields():
    value = {
        "version": "https://jsonfeed.org/version/1",
        "n": {"a": [[], {"b": "  two \n words "}], "c": 5, "d": None, "e": True},
        "by": [{"name": "Ann"}, " Bo  Ray ", {"name": "Ann"}, {"name": "https://x.example"}, 7],
        "one": {"when": "2022-01-05T10:00:00Z"},
    }
    assert fits(value, "version=HTTPS://jsonfeed.org n.a.[]")
    assert not fits(value, "version=2")
    assert not fits(value, "n.d")
    assert not fits([], "version")
    assert at(value, "n.a.[]") == []
    assert at({"a": [{"b": 1}]}, "a.[].b") == 1
    assert at({"a": 1}, "a.[].b") is None
    assert words({"a": " x \n y"}, "b", "a") == "x y"
    assert (words(value, "n.c"), words(value, "n.e"), words(value, "n")) == ("5", "", "")
    assert body({"a": " ", "b": " x \n"}, "a", "b") == " x \n"
    assert words({"a": ["x", "y"], "b": [["x"]], "c": ["x"]}, "a", "b", "c") == "x"
    assert time(value, "nothing", "n.c", "one.when") == "2022-01-05T10:00:00+00:00"
    assert time(value, "n") is None
    assert listed(value, "n.c", "one") == [value["one"]]
    assert (listed(value, "n.c"), objects(value, "n.a")) == ([], [value["n"]["a"][1]])
    assert names(listed(value, "by"), "name") == "Ann, Bo Ray"


# -- XML -------------------------------------------------------------------------------------


def tree(data):
    return parse_document(decoded_xml(data if isinstance(data, bytes) else data.encode()), "s")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<a>Caf&eacute;&nbsp;&mdash; A & B &bogus; &#150; &#1; 1 < 2</a>",
         "Café — A & B &bogus; – \N{REPLACEMENT CHARACTER} 1 < 2"),
        ("<a><![CDATA[a ]]]]><![CDATA[> b <p>c &amp;]]></a>", "a ]]> b <p>c &amp;"),
        ("\n <b>Warning</b>: in feed.php<br />\n<?xml version='1.0'?><a>x</a>", "x"),
        ("<?xml version='1.0'?><!DOCTYPE a SYSTEM 'http://x.example/a>.dtd'><a>x</a>", "x"),
        ("<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///p'> %p;]><a>x&p;y</a>", "x&p;y"),
        ("<a xmlns:xi='http://www.w3.org/2001/XInclude'>x<xi:include href='file:///p'/></a>", "x"),
        ("<a>x\x00y\x08z</a>", "x␀y␈z"),
        ("<a><b>one</b><b>tw", "onetw"),
        ("<a>&&&amp;&&lt; &</a>", "&&&&< &"),
        ("<a>" + "<br>" * 400 + "x</a>", "x"),
        ("<a><?php evil() ?>x<!-- y --></a>", "x"),
        ("<a>&#xD800;&#x110000;&#x41;&quot;&amp;lt;</a>", '\ufffd\ufffdA"&lt;'),
    ],
)  # fmt: skip
def test_xml_is_mended(source, words):
    assert words_of(tree(source).root) == words


def test_xml_charsets():
    latin = "<?xml version='1.0' encoding='%s'?><a>Café — “x”</a>"
    assert words_of(tree((latin % "utf-8").encode("cp1252")).root) == "Café — “x”"
    assert words_of(tree((latin % "iso-8859-1").encode("cp1252")).root) == "Café — “x”"
    assert words_of(tree((latin % "utf-16").encode()).root) == "Café — “x”"
    assert words_of(tree((latin % "utf-16").encode("utf-16")).root) == "Café — “x”"
    assert decoded_xml(b"<?xml encoding='koi8-r'?><a>\xc1\xc2").text.endswith("аб")


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;'>]><a>&c;</a>", "declares entities"),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "declares entities"),
        ("<!DOCTYPE a [<!ENTITY b 'x'", "declares entities"),
        ("<a>" * 5_000, "nested more than 256 deep"),
        ("words", "no element"),
        ("<!-- <a/> -->", "no element"),
    ],
)
def test_xml_that_is_not_read(source, problem):
    with pytest.raises(SourceError, match=problem):
        tree(source)


def test_xml_limits(monkeypatch):
    assert tree("<a " + " ".join(f"b{n}='c'" for n in range(20_000)) + ">x</a>").root.text == "x"
    monkeypatch.setattr("newsreader.reading.xml.source.MAX_ELEMENTS", 3)
    with pytest.raises(SourceError, match="more than 3 elements"):
        tree("<a>" + "<b/>" * 9 + "</a>")


@pytest.mark.parametrize(
    "text", ["<!DOCTYPE a [", "<!--", "<?", "<![CDATA[", "<!DOCTYPE '", "<a '"]
)
def test_what_never_ends_is_read_in_no_time(text):
    for source in (text * 50_000, "<a>" + text * 50_000):
        root_name(source)
        try:
            tree(source)
        except SourceError as error:
            assert str(error)  # noqa: PT017


def test_ill_formed_xml_is_told():
    assert tree("<a>x</a>").warnings == ()
    assert tree("<a><c:b/>x</a>").warnings == ()
    assert tree("<a><b>x</a>").warnings == ("not well-formed XML; read as far as it goes",)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("<rss>", "rss"),
        ("<?xml version='1.0'?><!-- <b> -->\n<!DOCTYPE r [<!ENTITY x ']>'>]><r:RDF x='1'>", "rdf"),
        ("Warning: <b>x</b> <?xml version='1.0'?><feed/>", "feed"),
        ("words <rss>", None),
        ("<3 words", None),
        ("<!-- never", None),
        ("", None),
        (decode("<?xml?><nitf>".encode("utf-16")).text, "nitf"),
    ],
)  # fmt: skip
def test_the_root_of_a_file(text, root):
    assert root_name(text) == root


def test_questions_to_a_tree():
    root = tree(
        "<a xmlns:x='urn:x' x:k=' v ' j='w'><x:b>one<i>two</i></x:b><c/><y:b>three</y:b>"
        "<div xmlns='http://www.w3.org/1999/xhtml'><P>p<script>s</script>q</P></div>tail</a>"
    ).root
    assert [text_of(child) for child in each(root, "b")] == ["onetwo", "three"]
    assert [namespace(child) for child in each(root, "b")] == ["urn:x", "y"]
    assert words_of(first(root, "b", "i")) == "two"
    assert (first(root, "b", "z", "i"), text_of(None), words_of(None)) == (None, "", "")
    assert [name(child) for child in every(root, "P", "i")] == ["i", "P"]
    assert (attribute(root, "k"), attribute(root, "j"), attribute(root, "z")) == ("v", "w", "")
    assert attribute(None, "k") == ""
    odd = tree("<a><b:0>x</b:0><c\N{MIDDLE DOT}>y</c\N{MIDDLE DOT}></a>").root
    assert {str(child.tag) for child in as_html(odd).iter()} == {"a", "span"}
    made = as_html(first(root, "div"))
    assert [str(child.tag) for child in made.iter()] == ["div", "p"]
    assert text_of(made) == "pq"
    assert text_of(first(root, "div")) == "psq"
