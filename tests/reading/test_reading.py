"""Bytes to articles: what must hold for every input, and the public functions."""

import json
import os
import subprocess
import sys

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsreader.errors import SkippedError, SourceError, UsageError
from newsreader.model.article import BlockKind
from newsreader.model.spans import lines
from newsreader.reading import Raw, parse, read, read_each
from newsreader.reading.clean import canonical, wide_charset
from newsreader.reading.text import _parsed, _structured

STORY = (
    " date 2023-02-14 Dam Operator Orders Evacuation As Gate Jams\n\n"
    "(update4:40eastern): The gate is free — for now.\n\n* * *\n\n"
    "“It jammed,” she said. pic.twitter.com/Qm4v — Calder Water (@CalderWater) February 14, 2023\n"
)
SCRAPS = [
    "\n", "\n\n", " ", "\t", "    ", "> ", "- ", "1. ", "# ", "* * *", "---", "```\n", "|",
    "|-|-|\n", "[a](http://b)", "![i](j)", "[", "](", "<b>", "&amp;", "**", "`", "\\",
    "Words here.", "5 p.m.", "By Ann Lee", "date 2022-01-05 ", "January 5, 2022",
    "— Ann (@ann) ", "pic.twitter.com/x", "UPDATE: ", "\x1b[0m", "\u2028", "\r\n", "\u202e",
    "é", "😀", "title: x\n", "---\n", "• ", "• • •", "===", "(@", "\xa0", "\u200b",
]  # fmt: skip
MESS = st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join) | st.text(max_size=80)


def article_of(source, name="a.txt"):
    data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    [article] = parse(Raw("s", "file:///s", name, data))
    return article


def check(article):
    """What must hold for every article."""
    text = article.text
    assert canonical(text) == text
    end = 0
    for block in article.blocks:
        words = text[block.start : block.end]
        assert end <= block.start < block.end <= len(text)
        assert words == words.strip()
        assert (block.kind is BlockKind.POST) == (block.post is not None)
        if block.post:
            start, stop = block.post.credit
            assert block.start <= start < stop == block.end
        end = block.end
    for link in article.links:
        assert 0 <= link.start < link.end <= len(text)
        assert link.url.lower().startswith(("http://", "https://", "mailto:"))
    if article.title_span:
        titles = [b for b in article.blocks if (b.start, b.end) == article.title_span]
        assert [(b.kind, b.level) for b in titles] == [(BlockKind.HEADING, 1)]
        assert article.title == text[slice(*article.title_span)]


def check_or_refuse(source, name):
    refused = ""
    try:
        check(article_of(source, name))
    except SourceError as error:
        refused = str(error)
    assert refused == "" or refused.isprintable()


@given(MESS, st.sampled_from(["a.txt", "a.md"]))
def test_whatever_is_read_holds_together(source, name):
    check_or_refuse(source, name)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    check_or_refuse(data, "a.txt")


@given(MESS)
def test_a_plain_text_is_the_decoded_file_and_no_word_of_it_is_lost(source):
    assume(wide_charset(source.encode("utf-8", "surrogatepass")) is None)  # "a\0" is UTF-16
    try:
        article = article_of(source)
    except SourceError:
        return
    assert article.text == canonical(source.removeprefix("\ufeff"))
    outside, end = [], 0
    for block in article.blocks:
        outside.append(article.text[end : block.start])
        end = block.end
    left = " ".join([*outside, article.text[end:]])
    for scrap in ("Words here", "Ann Lee", "p.m.", "UPDATE", "é", "😀"):
        assert scrap not in left


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_change_nothing(end):
    article = article_of(STORY.replace("\n", end))
    assert article.blocks == article_of(STORY).blocks
    assert article.hash == article_of(STORY).hash


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_charsets_change_nothing(charset):
    article = article_of(STORY.encode(charset))
    assert article.blocks == article_of(STORY).blocks
    assert article.title_span == (17, 60)
    assert bool(article.warnings) == (charset == "cp1252")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n \t\n\xc2\xa0\xe3\x80\x80\n"])
def test_empty_files(data):
    with pytest.raises(SourceError, match="empty file"):
        article_of(data)


def test_a_rewrapped_markdown_source_is_the_same_article():
    wide = article_of("# T\n\nOne two three four.\n\n- five six", "a.md")
    narrow = article_of("# T\n\nOne two\nthree\nfour.\n\n- five\n  six", "a.md")
    assert wide.hash == narrow.hash


def test_markdown_links_lie_on_their_words():
    article = article_of(
        "- see [one **two**](https://a.example/x) and <mailto:x@y.example>\n\n"
        "  [bad](ftp://c.example) [](http://empty.example) [rel](x.html) [up](HTTPS://D.example)\n",
        "a.md",
    )
    found = [(article.text[link.start : link.end], link.url) for link in article.links]
    assert found == [
        ("one two", "https://a.example/x"),
        ("mailto:x@y.example", "mailto:x@y.example"),
        ("up", "HTTPS://D.example"),
    ]


def test_front_matter_states_identity_and_language():
    article = article_of("---\nurl: https://x.example/1\nlang: en-GB\n---\nWords.", "a.md")
    assert (article.uri, article.language, article.text) == (
        "https://x.example/1",
        "en-GB",
        "Words.",
    )


@pytest.mark.parametrize(
    "source",
    [
        "> " * 10_000 + "x",
        "- " * 10_000 + "x",
        "[" * 100_000,
        "[a\n" * 8_000,
        "![" * 50_000,
        "word " * 200_000,
        "ab\n" * 8_000,
        "| " * 20_000 + "\n" + "|-" * 20_000,
        "Ann (@a) January 5, 2022 " * 2_000,
        "http://a " * 20_000 + "— Ann (@a) January 5, 2022",
        "\t" * 50_000 + "x",
        "".join("  " * n + "- a\n" for n in range(200)),
        "*a **b " * 10_000,
        "By " + "A " * 50_000,
        "---\n" + "a: b\n" * 8_000,
    ],
    ids=lambda source: repr(source[:6]),
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_hostile_shapes_lose_nothing(source, name):
    article = article_of(source, name)
    check(article)
    letters = [c for c in source if c.isalpha()]
    assert [c for c in article.text if c.isalpha()] == letters


def test_format_by_name():
    raw = Raw("s", "u", "a.txt", b"# *One*\n\nTwo.")
    assert parse(raw, format="markdown")[0].title == "One"
    assert parse(raw)[0].title == "*One*"
    with pytest.raises(UsageError, match="unknown format 'pdf'"):
        parse(raw, format="pdf")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_too_many_lines_name_the_limit(monkeypatch, end):
    monkeypatch.setattr("newsreader.reading.MAX_LINES", 1_000)
    most = Raw("a", "a", "a.txt", f"Words.{end}".encode() * 1_000)
    assert parse(most)
    with pytest.raises(SourceError, match="more than 1,000 lines, the most that are read"):
        parse(most._replace(data=most.data + end.encode()))


def test_a_format_by_name_reads_a_mail_as_text():
    mail = Raw("a.eml", "file:///a.eml", "a.eml", b"From: a@b.test\nMIME-Version: 1.0\n\nWords.")
    assert parse(mail)[0].text == "Words."
    [article] = parse(mail, format="text")
    assert article.text.endswith("Words.")


def test_a_format_by_name_reads_markup_as_text_but_never_binary_data():
    page = Raw("s", "u", "a.txt", b"<!doctype html><p>Words</p>")
    assert parse(page, format="text")[0].text.startswith("<!doctype")
    with pytest.raises(SourceError, match="PDF is not supported"):
        parse(Raw("s", "u", "a.txt", b"%PDF-1.4"), format="text")


def test_read_and_read_each(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "c.md").write_text("# Title\n\nWords.")
    found = list(read_each(tmp_path))
    assert [type(item).__name__ for item in found] == ["Article", "SourceError", "Article"]
    with pytest.raises(SourceError, match=r"b\.txt: PDF"):
        read(tmp_path)
    [article] = read(tmp_path / "a.txt")
    assert article.uri == (tmp_path / "a.txt").as_uri()
    [missing] = read_each(str(tmp_path / "x"))
    assert str(missing).endswith("no such file or directory")


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes")
def test_what_a_folder_has_besides_articles_is_told_but_fails_nothing(tmp_path):
    (tmp_path / "a.txt").write_text("Words are here.")
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "link.txt").symlink_to(os.devnull)
    assert [article.text for article in read(tmp_path)] == ["Words are here."]
    told = [item for item in read_each(tmp_path) if isinstance(item, SourceError)]
    assert [type(item) for item in told] == [SkippedError, SkippedError]
    (tmp_path / "c.txt").write_bytes(b"")
    with pytest.raises(SourceError, match="empty file"):
        read(tmp_path)
    with pytest.raises(SourceError, match="no articles here") as caught:
        read(_with_only_a_photograph(tmp_path / "photographs"))
    assert not isinstance(caught.value, SkippedError)


def _with_only_a_photograph(folder):
    folder.mkdir()
    (folder / "b.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def test_an_article_under_a_name_that_is_no_utf8_can_be_printed(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    with open(os.fsencode(path), "wb") as file:  # noqa: PTH123
        file.write(b"Words.")
    [article] = read(path)
    json.dumps([article.source, article.uri]).encode("utf-8")
    article.source.encode("utf-8")


def test_plain_text_is_read_without_loading_a_parser():
    code = (
        "import sys; from newsreader.reading import Raw, parse; import newsreader.reading as r;"
        "assert 'markdown_it' not in sys.modules;"
        "parse(Raw('s', 'u', 'a.txt', b'Words.\\n\\n* * *\\n\\nMore.'));"
        "assert 'markdown_it' not in sys.modules;"
        "parse(Raw('s', 'u', 'a.txt', b'> quoted'));"
        "assert 'markdown_it' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


LINES = ["- item", "-  wide", "- - deep", "- 1. deep", "* star", "• dot here", "  more", "more",
         "> said", "> - said", "1. one", "2) two", "# Head", "- # head", "- > said", "-", "- ",
         "7. seven", "8) eight", "   1. indented", "5. ",
         "  - inner", "    - inner still", "+ plus", "3. Mai", "- 3. Mai", "-\ttab"]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12))
def test_flat_items_are_what_the_parser_makes_of_them(chosen):
    text = "\n".join(chosen)
    spans = list(lines(text))
    seen = [text[start:end] for start, end in spans]
    assert _structured(text, spans, seen) == _parsed(text, spans, seen)


def test_a_header_that_states_only_a_month_is_a_header_without_a_day():
    article = article_of(" date 2023-03 Dam holds\n\nThe dam holds. Nobody was hurt.\n")
    assert (article.title, article.published, article.warnings) == ("Dam holds", None, ())
    assert article_of(" date 2023-3 Dam holds\n\nIt does.\n").title != "Dam holds"
