"""Agencies' formats under fire: whatever the bytes, an article or one plain word."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.model.article import Article
from newsreader.reading import Raw, parse
from newsreader.reading.limits import MAX_MESSAGES
from newsreader.splitting import split

PIECES = [
    "\x16\x16\x01", "a0001\x1fx\n", "\x02", "\x03", "\x04", "^", "<\n", "=\n", "\n", "\r\n", "\t  ",
    "BC-US--Crane, 1st Ld-Writethru,98", "Eds: Corrects.", "By ANN POE", "   ", "ZCZC A\n", "$",
    "NNNN\n", "# Notebook\n", "AP-WF-11-13-13 1509GMT", "131137 GMT Nov 13", "``So,''", "#",
    "eca062 4 i 211 x 061\n", " said Orr. ", "\x10", "\x9b", "\u2028", "Crane falls", "well-",
    "Lions   2   1\n",
]  # fmt: skip
WIRE = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40).map("".join)

FIELDS = """
uri guid version pubstatus pubStatus headline headlines bodies body_text body_xhtml body_html
body_nitf ednote edNote signals authors byline by associations renditions descriptions type
embargoed language versioncreated item items data eventDetails value contentType role altids
"""
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=12)
    | st.sampled_from(["<p>a", "usable"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(FIELDS.split()) | st.text(max_size=3), inner, max_size=6)
    ),
    max_leaves=24,
)

TAGS = """
newsMessage itemSet newsItem packageItem itemMeta contentMeta contentSet inlineXML inlineData
headline edNote signal pubStatus nitf head docdata body body.head body.content hedline hl1 hl2
byline byttl dateline abstract block p media NewsML NewsItem NewsComponent NewsLines HeadLine
DateLine ContentItem DataContent Identification NewsIdentifier RevisionId html div ul li
"""
XML = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_characters="<&"), max_size=20),
    lambda inner: st.builds(
        lambda tag, inside: (
            f"<{tag} guid='g' version='1' qcode='stat:canceled'>{''.join(inside)}</{tag}>"
        ),
        st.sampled_from(TAGS.split()),
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


def held(data, format_name):
    """What must be true of whatever came of it."""
    try:
        articles = parse(Raw("s", "file:///s", "s", data), format=format_name)
    except SourceError:
        return
    assert articles
    for article in articles:
        assert isinstance(article, Article)
        assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in article.text)
        ends = [0]
        for block in article.blocks:
            assert ends[-1] <= block.start < block.end <= len(article.text)
            ends.append(block.end)
        taken = {(note.start, note.end) for note in article.notes}
        assert not any((s.start, s.end) in taken for s in split(article).statements)


@given(WIRE)
@settings(max_examples=300)
def test_wire_text(text):
    held(text.encode("utf-8", errors="replace"), "wire")


@given(st.binary(max_size=300))
def test_bytes_as_wire_text(data):
    held(b"\x01" + data, "wire")


@given(JSON)
@settings(max_examples=200)
def test_ninjs(value):
    held(json.dumps(value).encode(), "ninjs")


@given(XML, st.sampled_from(["newsml-g2", "newsml", "nitf"]))
@settings(max_examples=300)
def test_xml(text, format_name):
    held(f"<?xml version='1.0'?><r>{text}</r>".encode(), format_name)


@pytest.mark.parametrize(
    "mark", ["\x01header line\x02words of a text that is long enough\x03\x04", "ZCZC A\nb\nNNNN\n"]
)
def test_a_message_too_many_is_said(mark):
    with pytest.raises(SourceError, match="more than 2,000 items"):
        parse(Raw("s", "file:///s", "s", (mark * (MAX_MESSAGES + 1)).encode()), format="wire")


@pytest.mark.parametrize(
    "text",
    [
        "\x16\x01a\x02" + "^" * 200_000,
        "\x01a\x02" + "^a<\n" * 50_000,
        "ZCZC\n" + " " * 500_000 + "NNNN",
        "\x01a\x02" + "\n \n" * 100_000 + "x",
        "\x01a\x02" + "well-\n" * 100_000,
        "\x01a\x02a" + "\n   b" * 100_000,
    ],
)
def test_shapes_that_must_stay_linear(text):
    held(text.encode(), "wire")


def test_many_notes_and_headlines_stay_linear():
    notes = "".join(f"<edNote>n{n}</edNote>" for n in range(20_000))
    second = "".join(f"<hl2>{n} words</hl2>" for n in range(20_000))
    nitf = (
        f"<nitf><body><body.head><hedline><hl1>H</hl1>{second}</hedline></body.head></body></nitf>"
    )
    held(f"<newsItem><itemMeta>{notes}</itemMeta><contentSet><inlineXML>{nitf}</inlineXML>"
         "</contentSet></newsItem>".encode(), "newsml-g2")  # fmt: skip


def test_a_name_that_is_none_without_its_prefix():
    held(b"<newsItem guid='g'><contentSet><inlineXML><x:2>Words.</x:2></inlineXML></contentSet>"
         b"</newsItem>", "newsml-g2")  # fmt: skip
