"""The sample articles read as what they are."""

from pathlib import Path

import pytest

from newsreader.model.article import Article, BlockKind
from newsreader.reading import read, read_each

SAMPLES = Path(__file__).parents[2] / "sample_articles"


def sample(name):
    [article] = read(SAMPLES / name)
    return article


def test_all_are_read_and_have_a_title():
    articles = [item for item in read_each(SAMPLES) if isinstance(item, Article)]
    stories = [item for item in articles if not item.source.endswith("README.md")]
    assert len(stories) >= 13
    assert [item.source for item in stories if not item.title] == []
    assert [item.source for item in stories if item.warnings and item.format != "liveblog"] == []
    assert {item.format for item in stories} >= {
        "text", "markdown", "html", "mail", "wire", "ninjs", "newsml-g2", "nitf", "rss", "liveblog",
        "schema.org",
    }  # fmt: skip


def test_the_breaking_story_has_its_posts_and_its_separator():
    article = sample("calder-dam-breaking.txt")
    posts = [block.post for block in article.blocks if block.post]
    assert [post.handle for post in posts] == [
        "@CalderWater", "@danawhitlock_", "@imogensayle", "@WCLDnews",
    ]  # fmt: skip
    assert posts[1].url == "https://pic.twitter.com/aa7RrT0pWe"
    assert article.title_span == (17, 76)
    assert article.published == "2023-02-14"
    assert sum(block.kind is BlockKind.RULE for block in article.blocks) == 1


@pytest.mark.parametrize(
    ("name", "byline", "published"),
    [
        ("bridge-closure-appended.txt", "Marcus Tillery-Vance, Staff Writer", "2022-03-08"),
        ("column-sea-wall.txt", "Rosalind Achterberg", None),
        ("harbour-mouth-storm-live.txt", None, "2024-01-19"),
        ("rail-tunnel-report.md", "Ngozi Hartley-Brandt", "2023-11-02"),
        ("hacked-feed-hostile.txt", "Lena Forsgate", None),
    ],
)
def test_bylines_and_dates(name, byline, published):
    article = sample(name)
    assert (article.byline, article.published) == (byline, published)


def test_the_depot_fire_is_one_story_in_three_revisions():
    articles = [sample(f"depot-fire/{n}.md") for n in (1, 2, 3)]
    assert {item.uri for item in articles} == {"https://news.example/stories/depot-fire"}
    assert len({item.hash for item in articles}) == 3
    assert [text in item.text for item in articles for text in ("6 buses", "60 buses")] == [
        True, False, True, False, False, True,
    ]  # fmt: skip


def test_the_hostile_one_has_no_control_character_left():
    raw = (SAMPLES / "hacked-feed-hostile.txt").read_bytes()
    assert b"\x1b]52;" in raw
    assert b"\xc2\x9b" in raw
    article = sample("hacked-feed-hostile.txt")
    assert not any(ord(c) < 32 and c != "\n" for c in article.text)
    assert "[@click=app.quit]Read more[/]" in article.text
    assert len(article.text) == len(raw.decode())


def test_the_odd_one_keeps_its_line_ends_in_the_repository():
    assert b"\r\n" in (SAMPLES / "old-quay-oddities.txt").read_bytes()
    assert "[sic]" in sample("old-quay-oddities.txt").text


def test_the_live_page_has_its_entries_and_nothing_else():
    article = sample("ferry-grounding-live.html")
    assert article.uri == "https://courier.example/live/2024/mar/12/ferry-aground-saltmere-head"
    assert article.byline == "Imogen Calloway, Tomas Wrede"
    assert article.language == "en-GB"
    assert [article.text[slice(*each.marker)] for each in article.sections] == [
        "20.41 GMT", "19.58 GMT", "19.20 GMT", "18.32 GMT", "17.06 GMT",
    ]  # fmt: skip
    assert [each.time[11:16] for each in article.sections] == [
        "20:41", "19:58", "19:20", "18:32", "17:06",
    ]  # fmt: skip
    assert [block.post.handle for block in article.blocks if block.post] == ["@bealintott"]
    for chrome in ("partners", "Harbour board", "My uncle", "Key events", "rights", "this is a"):
        assert chrome not in article.text


def test_the_live_blog_has_its_posts_and_nothing_else():
    article = sample("lock-gate-liveblog.json")
    assert article.uri == "https://live.courier.example/thorncote-lock"
    assert [each.time[11:16] for each in article.sections] == [
        "14:20", "13:05", "11:45", "10:50", "10:15",
    ]  # fmt: skip
    assert article.warnings == ("left out: 1 advertisement, 1 comment",)
    [post] = [block.post for block in article.blocks if block.post]
    assert (post.handle, post.date) == ("@wendnavigation", "2024-05-21")
    assert article.text.index("What we know") < article.sections[0].start


def test_the_data_of_a_live_page_are_a_story():
    article = sample("hill-fire-live.jsonld")
    assert [each.time for each in article.sections] == [
        f"2023-08-09T{clock}:00+01:00" for clock in ("11:45", "08:30", "06:20")
    ]
    assert "&lt;" not in article.text
    [note] = article.notes
    assert article.text[note.start : note.end].endswith("It is Nether Carrow.")
