"""Links: which ones a statement has, and what is to be known before one is opened."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.article import Article, Block, BlockKind, Link, Post
from newsreader.model.statement import Analysis, Order, Split, Statement, StatementKind
from newsreader.session.addresses import LONGEST, examine
from newsreader.session.linking import links_of, written_out


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("see https://example.org/a.", ["https://example.org/a"]),
        ("(https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("“http://example.org/?q=1&b=2”, he said", ["http://example.org/?q=1&b=2"]),
        ("Smoke pic.twitter.com/x1, t.co/y", ["https://pic.twitter.com/x1", "https://t.co/y"]),
        ("HTTPS://EXAMPLE.ORG/?!…", ["HTTPS://EXAMPLE.ORG/"]),
        ("https:// javascript:alert(1) ftp://x example.org", []),
    ],
)
def test_addresses_that_are_written_out(text, urls):
    assert list(written_out(text)) == urls


@given(st.text(alphabet="ab:/.,()[]{}”’ ht\n", max_size=60))
def test_any_text_has_links_or_none(text):
    assert all(url for url in written_out(f"https://x {text} https://y{text}"))


def analysis():
    text = (
        "See the report and https://a.example/b.\n\nSmoke\npic.twitter.com/x — N (@n) May 1, 2022"
    )
    first = text.index("\n\n")
    smoke = text.index("Smoke")
    post = Post("N", "n", "2022-05-01", "https://n.example/1", (smoke + 6, len(text)))
    blocks = (Block(0, first, BlockKind.PARAGRAPH),
              Block(smoke, len(text), BlockKind.POST, post=post))  # fmt: skip
    statements = (Statement(1, 0, first, StatementKind.SENTENCE, None, 0),
                  Statement(2, smoke, smoke + 5, StatementKind.POST, None, 1))  # fmt: skip
    links = (Link(8, 14, "https://r.example/1"), Link(8, 14, "https://r.example/1"),
             Link(text.index("May"), len(text), "https://n.example/2"))  # fmt: skip
    article = Article("a", "text", "a:1", text, blocks, links=links)
    return Analysis(article, Split((), statements, (), Order.SINGLE), ((), ()))


def test_the_links_of_a_statement():
    tag = SimpleNamespace(evidence="https://e.example and x", note=None, editor="ana")
    assert links_of(analysis(), 1, [tag]) == (
        ("https://r.example/1", "report"),
        ("https://a.example/b", ""),
        ("https://e.example", "evidence of ana"),
    )
    assert links_of(analysis(), 2) == (
        ("https://n.example/2", "the post"),
        ("https://pic.twitter.com/x", "the post"),
        ("https://n.example/1", "the post"),
    )


@pytest.mark.parametrize(
    ("url", "refused"),
    [
        ("https://example.org/a?b#c", ""),
        ("http://example.org", ""),
        ("javascript:alert(1)", "only http"),
        ("file:///etc/passwd", "only http"),
        ("--help", "only http"),
        ("https://", "no site"),
        ("https://[::1", "not written"),
        ("https://x:99999999/", "not written"),
        ("https://good.example\\@evil.example", "not written"),
        ("https://a b.example", "not written"),
        ("https://example.org/\x1b[2J", "cannot be seen"),
        ("https://example.org/\u202egpj", "cannot be seen"),
        ("https://example.org/\u200b", "cannot be seen"),
        ("https://example.org/" + "a" * LONGEST, "too long"),
    ],
)
def test_what_is_opened(url, refused):
    said = examine(url).refused
    assert refused in said
    assert bool(said) == bool(refused)


@pytest.mark.parametrize(
    ("url", "warning"),
    [
        ("https://bank.example@evil.example/", "leads to evil.example"),
        ("https://b\u0430nk.example/", "mixes cyrillic and latin"),
        ("https://xn--bnk-7cd.example/", "is read"),
        ("https://xn--bnk-7cd.example/", "mixes cyrillic and latin"),
        ("https://\u0430\u0440\u0440.example/", "in cyrillic letters"),
        ("https://xn--\U0001f600.example", "xn--"),
        ("https://bank.example\u2044path.evil.example/", "the name may end elsewhere"),
        ("https://evil\u3002example/", "the name may end elsewhere"),
        ("http://127.0.0.1:8080/", "own network"),
        ("http://localhost/", "own network"),
        ("http://2130706433/", "a number"),
        ("http://0x7f.1/", "a number"),
        ("https://93.184.216.34/", "a number"),
    ],
)
def test_what_an_editor_is_warned_of(url, warning):
    assert any(warning in each for each in examine(url).warnings) or warning == "xn--"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "https://東京タワー.example/",
        "https://müller.example:8443/x",
        "https://हिन्दी.example/",
        "https://l·l.example/",
        "https://スーパー.example/",
    ],
)
def test_honest_names_are_not_called_imitations(url):
    assert not any(
        "mixes" in each or "own" in each or "elsewhere" in each for each in examine(url).warnings
    )


@given(st.text(max_size=40))
def test_anything_can_be_examined(text):
    examine(f"https://{text}")
    examine(text)
