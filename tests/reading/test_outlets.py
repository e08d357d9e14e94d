"""Pages in the shapes of real outlets: what is stated, every update, the whole story, no more."""

import pytest

from newsreader.reading import Raw, parse
from newsreader.splitting import split
from tests.reading import more_outlets
from tests.reading.outlets import ARTICLES, LIVE, MORE_ARTICLES, MORE_LIVE

ALL = (
    *LIVE,
    *MORE_LIVE,
    *ARTICLES,
    *MORE_ARTICLES,
    *more_outlets.LIVE,
    *more_outlets.ARTICLES,
)


def named(outlet):
    return outlet.name


def read(outlet):
    [article] = parse(Raw("a.html", "file:///a.html", "a.html", outlet.page.encode()))
    return article


@pytest.mark.parametrize("outlet", ALL, ids=named)
def test_what_is_stated_and_what_is_kept(outlet):
    article = read(outlet)
    blocks = {article.text[block.start : block.end] for block in article.blocks}
    assert (article.title, article.byline) == (outlet.title, outlet.byline)
    assert article.published == outlet.published
    assert [words for words in outlet.kept if words not in blocks] == []
    assert [words for words in outlet.around if words in article.text] == []


@pytest.mark.parametrize("outlet", ALL, ids=named)
def test_its_updates(outlet):
    article = read(outlet)
    found = split(article).updates
    told = [
        (each.time.isoformat() if each.time else None, article.text[each.start : each.end])
        for each in found
    ]
    assert [time for time, _ in told] == [time for time, _ in outlet.updates]
    for (_, words), (_, first) in zip(told, outlet.updates, strict=True):
        assert words.startswith(first)
