"""Forms of formats that senders use and standards only allow: found by writing unseen inputs."""

import json

import pytest

from newsreader import read as read_all
from newsreader.model.statement import NoteKind
from newsreader.reading import Raw, parse
from newsreader.reading.json.fields import time
from newsreader.splitting import split

STORY = "The council voted on Thursday to rebuild the pier before the winter, the mayor said."
LATER = "It will cost four million, and the work begins in May."


def read(name, data):
    return parse(Raw(name, f"file:///{name}", name, data.encode()))


def statements(article):
    return [article.text[each.start : each.end] for each in split(article).statements]


@pytest.mark.parametrize(
    "stated",
    [
        {"dateTime": 1710438120000, "iso8601": "2024-03-14T17:42:00Z"},
        {"$date": 1710438120000},
        {"value": "Thu, 14 Mar 2024 17:42:00 GMT"},
        1710438120,
        "2024-03-14 17:42:00 +0000",
    ],
)
def test_times_of_content_systems(stated):
    assert time({"when": stated}, "when") == "2024-03-14T17:42:00+00:00"


def test_an_object_without_a_time_is_none():
    assert time({"when": {"zone": "UTC"}}, "when") is None


@pytest.mark.parametrize(
    ("stated", "moment"),
    [
        (1710438120000, "2024-03-14T17:42:00+00:00"),
        ("Thu, 14 Mar 2024 17:42:00 GMT", "2024-03-14T17:42:00+00:00"),
        (True, None),
        (10**400, None),
        (float("nan"), None),
    ],
)
def test_dates_of_updates_in_data(stated, moment):
    updates = [{"@type": "BlogPosting", "articleBody": STORY, "datePublished": stated}]
    data = {"@type": "LiveBlogPosting", "headline": "Pier", "liveBlogUpdate": updates}
    [article] = read("a.json", json.dumps(data))
    assert [each.time for each in article.sections] == [moment]


@pytest.mark.parametrize(
    "guard",
    [
        "<!--//--><![CDATA[//><!--\n{}\n//--><!]]>",
        "//<![CDATA[\n{}\n//]]>",
        "/* <![CDATA[ */{}/* ]]> */",
    ],
)
def test_guards_around_data(guard):
    data = json.dumps(
        {"@type": "NewsArticle", "headline": "Pier to be rebuilt", "author": "A. Quist"}
    )
    script = f'<script type="application/ld+json">{guard.replace("{}", data)}</script>'
    [article] = read("a.html", f"<html><head>{script}</head><body><p>{STORY}</p></body></html>")
    assert (article.title, article.byline) == ("Pier to be rebuilt", "A. Quist")


@pytest.mark.parametrize(
    "message",
    [
        "ZCZC\nNWI0123 4 pl 98 NWI\n\nCouncil/Pier\nCouncil votes to rebuild pier =\n\n{}\nNNNN\n",
        "\x01NWI0123 4 pl 98 NWI\n\x02\nCouncil-Pier/\nCouncil votes to rebuild pier =\n{}\n\x03",
        "\x01NWI0123 4 pl 98 NWI\n\nCouncil-Pier/\n\x02Council votes to rebuild pier =\n{}\n\x03",
    ],
)
def test_keywords_of_wire_text_are_no_headline(message):
    [article] = read("a.txt", message.replace("{}", f"   {STORY}"))
    assert article.title == "Council votes to rebuild pier"
    assert STORY in article.text


@pytest.mark.parametrize(
    "last", ["141742 GMT MAR 24", "NW 14-MAR-24 17:42 GMT", "NW-03-14-24 1742GMT"]
)
def test_when_a_message_was_sent_is_no_part_of_it(last):
    framed = f"ZCZC\nCouncil votes to rebuild pier =\n\n   {STORY}\n{last}\n\nNNNN\n"
    [article] = read("a.txt", framed)
    assert article.published is not None
    assert article.published.startswith("2024-03-14T17:42")
    assert article.text.endswith(STORY)


def test_a_last_line_that_only_names_a_moment_stays():
    last = "The work begins on 14-MAR-24 17:42 GMT."
    framed = f"ZCZC\nCouncil votes to rebuild pier =\n\n   {STORY}\n   {last}\nNNNN\n"
    [article] = read("a.txt", framed)
    assert article.text.endswith(last)


def test_a_note_to_those_who_had_the_story_before():
    [article] = read("a.txt", f"Council votes\n\n(ATTN: ADDS quotes in last 2 paras)\n\n{STORY}\n")
    [note] = split(article).notes
    assert note.kind is NoteKind.ADVISORY
    assert article.text[note.start : note.end] == "(ATTN: ADDS quotes in last 2 paras)"


def test_a_headline_that_all_posts_share_is_the_programs_own():
    def post(number, words):
        ref = {"type": "text", "item": {"item_type": "text", "text": f"<p>{words}</p>"}}
        return {
            "_id": str(number), "headline": "post", "post_status": "open",
            "published_date": f"2024-03-14T1{number}:00:00Z",
            "groups": [{"id": "root"}, {"id": "main", "refs": [ref]}],
        }  # fmt: skip

    [article] = read("a.json", json.dumps({"_items": [post(2, STORY), post(1, LATER)]}))
    assert article.text == f"{STORY}\n\n{LATER}"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("To unsubscribe, click here", False),
        ("You are receiving this because you signed up.", False),
        ("© 2024 The Courier", False),
        ("You get what you pay for, the mayor said.", True),
        ("Sent to jail for life, he smiled.", True),
    ],
)
def test_lines_of_newsletters(line, left):
    head = "From: Desk <d@c.example>\nSubject: Pier\nMIME-Version: 1.0\nContent-Type: text/plain\n"
    [article] = read("a.eml", f"{head}\n{STORY}\n\n{line}\n")
    assert (line in statements(article)) is left


def test_texts_that_were_made_of_pages_are_read_from_warc(tmp_path):
    record = (
        f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://c.example/a\r\n"
        f"WARC-Date: 2024-03-14T17:50:00Z\r\nContent-Type: text/plain\r\n"
        f"Content-Length: {len(STORY)}\r\n\r\n{STORY}\r\n\r\n"
    )
    (tmp_path / "a.warc.wet").write_text(record, newline="")
    [article] = read_all(str(tmp_path / "a.warc.wet"))
    assert (article.text, article.uri) == (STORY, "https://c.example/a")
