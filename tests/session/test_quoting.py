"""What goes to the clipboard: everything that one must know, and nothing that acts."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.event import Label
from newsreader.model.statement import (
    Analysis,
    Attribution,
    Order,
    Split,
    Statement,
    StatementKind,
    Update,
    UpdateKind,
)
from newsreader.session.quoting import as_markdown, as_text, update_line

WORDS = ("The quay\nis shut.", "Nobody is *hurt*, [the harbour](x) says.", "It burned.")


def opened(words=WORDS, uri="https://example.org/fire", title="The Fire", source="fire.txt"):
    text = "\n\n".join(words)
    statements, at = [], 0
    for n, each in enumerate(words, 1):
        update = 0 if n < len(words) else None
        statements.append(Statement(n, at, at + len(each), StatementKind.SENTENCE, update, 0))
        at += len(each) + 2
    updates = (Update(0, at, UpdateKind.UPDATE, marker="UPDATE 2:"),)
    article = Article(
        source, "text", uri, text, (Block(0, len(text), BlockKind.PARAGRAPH),),
        published="2022-01-05",
    )  # fmt: skip
    said = [() for _ in words]
    said[1:2] = [(Attribution("the harbour", relay="Reuters", quoted=True, named=True),)]
    tags = [SimpleNamespace(label=Label.CONFIRMED, editor="ana", stands=True),
            SimpleNamespace(label=None, editor="bo")]  # fmt: skip
    return SimpleNamespace(
        story=SimpleNamespace(title=title, uri=uri, source=source),
        analysis=Analysis(article, Split(updates, tuple(statements), (), Order.SINGLE), (*said,)),
        book=SimpleNamespace(tags=lambda n: tags if n == 2 else ()),
    )


def test_as_text():
    assert as_text(opened(), (1, 2, 3)) == (
        "The quay is shut.\n\n"
        "Nobody is *hurt*, [the harbour](x) says.\n"
        "— the harbour ← Reuters, quoted · confirmed (ana)\n\n"
        "UPDATE 2: (time unknown)\n\n"
        "It burned.\n\n"
        "2022-01-05\n\n"
        "The Fire\nhttps://example.org/fire"
    )


def test_as_markdown():
    assert as_markdown(opened(), (2, 3)) == (
        "> Nobody is \\*hurt\\*, \\[the harbour\\](x) says.\n>\n"
        "> — the harbour ← Reuters, quoted · confirmed (ana)\n\n"
        "UPDATE 2: (time unknown)\n\n"
        "> It burned.\n\n"
        "2022-01-05\n\n"
        "[The Fire](<https://example.org/fire>)"
    )


def test_a_story_without_an_address_names_what_it_was_read_from():
    story = opened(uri="file:///x/fire.txt", title="1. [Fire]")
    assert as_text(story, (1,)).endswith("1. [Fire]\nfire.txt")
    assert as_markdown(story, (1,)).endswith("**1\\. \\[Fire\\]**, fire.txt")


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({}, "update"),
        ({"marker": " (update\n1)"}, "(update 1) (time unknown)"),
        ({"time": "2022-01-05T17:40:00-05:00"}, "update (2022-01-05 17:40-05:00, 22:40Z)"),
        ({"time": "2022-01-05T17:40:00", "assumed": ("pm", "date")},
         "update (2022-01-05 17:40, zone unknown; assumed: pm, date)"),
    ],
)  # fmt: skip
def test_an_update_in_one_line(more, line):
    from datetime import datetime  # noqa: PLC0415

    time = more.pop("time", None)
    time = datetime.fromisoformat(time) if time else None
    assert update_line(Update(0, 1, UpdateKind.UPDATE, time=time, **more)) == line


LINE = st.text(
    st.sampled_from("aé1. -+=#*_`[]()<>!|~&\\:/@\n\t\x1b\u202e"), min_size=1, max_size=30
)


@given(LINE)
def test_nothing_in_the_words_means_anything_in_markdown(words):
    if not words.strip():
        return
    said = as_markdown(opened((words, "b", "c"), title=words), (1,))
    assert not set(said) & set("\x1b\u202e\x9b")
    tokens = MarkdownIt("commonmark").parse(said)
    kinds = [token.type for token in tokens if token.nesting >= 0]
    assert kinds[:3] == ["blockquote_open", "paragraph_open", "inline"]
    quoted = tokens[2].children
    assert {child.type for child in quoted} <= {"text", "text_special", "softbreak"}
    shown = "".join(child.content for child in quoted)
    assert shown == " ".join(words.split()).replace("\x1b", "␛").replace("\u202e", "◦")
    assert kinds.count("link_open") == 0
