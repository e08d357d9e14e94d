"""Where on a page the story is: told by how much running text stands where.

Main-text extractors throw away what we need most, times, headings and lists, so only two things
are decided here: which parts are chrome (by what they are, by their names, by being mostly links),
and which element holds the story. All that is left in that element is read.

What must stay true: time linear in the tree; a part that holds the greater part of the text is
never chrome, whatever its name.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsreader.reading.html.cells import LONGEST_CELL, MOST_IN_CELL, is_cell
from newsreader.reading.html.embedded import is_embedded
from newsreader.reading.html.markup import SILENT, is_silent, without, words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PARAGRAPHS = frozenset({"p", "li", "blockquote", "dd", "pre", "td", "h2", "h3"})
_CONTAINERS = {
    **dict.fromkeys(("html", "head", "body", "div", "article", "section", "main", "form"), 0.7),
    **dict.fromkeys(("table", "tbody", "tr", "td", "center", "span"), 0.9),
}
"""What may hold a story, and the share of the text around it that it must have."""

_LISTS = frozenset({"ul", "ol", "div", "section", "table", "dl"})
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|related|recirc\w*|recommend\w*|promo\w*|newsletter\w*|"
    r"subscri\w+|cookie\w*|consent|gdpr|sharing|share-?(?:tools?|bar|box|buttons?|links|all)\w*|"
    r"addthis\w*|sociable|breadcrumbs?|sidebar|trending|teasers?|"
    r"most[_-](?:read|popular)|sponsored|supported-by|outbrain|taboola|teads|advert\w*|masthead|"
    r"navbar|navigation|visually-hidden|sr-only|screen-reader-text|print-only|view-all|"
    r"(?:author|writer)-(?:bio|box|card|info|meta)|bios|comment-?count|next-?article|"
    r"slide-?count|nav-stats|captionlink|fly-?out|"
    r"(?:gallery|thumbs)-(?:close-)?overlay)(?=$|[\s_-])"
    r"|(?:^|\s)(?:ad|dfp|gpt)-|-ad-(?=in|slot|unit)"
    r"|(?:^|[\s_-])(?:ads?|banner|copyright|footer|login|menu|modal|more-on|nav|popup|rail|read-more|"
    r"share|side|signup|skip|social|tags?|topics|widget)(?=$|\s)",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")  # shareTools is share-Tools
_ALOUD = re.compile(r"visually-?hidden|sr-only|screen-?reader", re.IGNORECASE)
_COMMENTS = re.compile(
    r"(?:^|\s)(?:comments?|comment-?list|comments-(?:area|section|list)|disqus_thread|respond)(?:$|\s)",
    re.IGNORECASE,
)
_REPLIES = re.compile(
    r"(?:all\s|latest\s)?(?:\d+\s|\(\d+\)\s)?(?:(?:reader|user)\s)?(?:comments?|responses?|replies|"
    r"kommentare?|leserkommentare|commentaires?|comentarios?|comentários?|commenti|reacties|"
    r"komentarze|kommentarer|thoughts\son\s.{1,120}|join\sthe\s(?:conversation|discussion|debate)|"
    r"have\syour\ssay|(?:vos\s)?réactions|opiniones|opinioni|diskussion|debatt)\s?(?:\(\d+\)|\d+)?",
    re.IGNORECASE,
)
_EMBED = re.compile(
    r"twitter|tweet|bluesky|bsky|mastodon|instagram|facebook|fb-post|tiktok", re.IGNORECASE
)
_STORY = 400  # code points of running text beside its comments that a story has
_LEAD = re.compile(
    r"(?:^|[\s_-])(?:intro|standfirst|lead|lede|dek|deck|summary|sub-?(?:title|head(?:line)?)|"
    r"excerpt|abstract|vorspann|chapo|entradilla)(?=$|[\s_-])",
    re.IGNORECASE,
)
_LED = 12  # elements of a part that may be named so
_ROLES = frozenset({"navigation", "banner", "complementary", "search", "contentinfo"})
_ASKED = 300  # code points of a form that asks for something
_MOST_LINKS = 3  # of a sentence
_POSTS = 5  # embedded posts of a part that are looked for
_TITLES = 50  # of which the first are looked at
_SMALL = 100  # elements of a part that may be a short entry
_LEAST = 40  # code points of running text that weigh


class Weight(NamedTuple):
    """How much text an element holds, how much of it is links, how much is running text.

    ``size`` is the number of its elements.
    """

    text: int = 0
    links: int = 0
    running: int = 0
    size: int = 1


Weights = dict["Element", Weight]


def weigh(root: Element) -> Weights:
    """The weights of all elements under ``root``, from the leaves up; silent ones weigh nothing."""
    found: Weights = {}
    for element in reversed(list(root.iter())):
        if is_silent(element):
            found[element] = Weight(size=1 + sum(found[child].size for child in element))
            continue
        text = len(element.text or "") if (element.text or "").strip() else 0
        links = running = 0
        size = 1
        for child in element:
            own = found[child]
            size += own.size
            text += own.text + len((child.tail or "").strip())
            links += own.links
            running += own.running
        if element.tag == "a":
            links, running = text, 0
        elif element.tag in PARAGRAPHS or not running:
            prose = text - links
            running = prose if prose >= _LEAST and prose * 2 > text else running
        found[element] = Weight(text, links, running, size)
    return found


def prune(root: Element, weights: Weights) -> None:
    """Take out of the tree what nobody sees and what is chrome."""
    left = weights[root].running
    titled = _around_titles(root)
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        weight = weights[element]
        if 0 < weight.text <= LONGEST_CELL and weight.size <= MOST_IN_CELL and is_cell(element):
            _only_seen(element)
            continue  # the time of an entry often stands in an aside
        if is_silent(element) or (element not in titled and _is_chrome(element, weight, left)):
            left -= weight.running
            without(element)
        else:
            waiting += reversed(element)
    _without_replies(root, weights, left)


def _without_replies(root: Element, weights: Weights, left: int) -> None:
    """Take out what stands below a heading that says that readers speak there."""
    for heading in list(islice(root.iter("h2", "h3", "h4"), _TITLES)):
        if _REPLIES.fullmatch(words(heading)) is None:
            continue
        below = [heading, *heading.itersiblings()]
        if left - sum(weights[each].running for each in below) >= _STORY:
            for each in below:
                without(each)


def _only_seen(cell: Element) -> None:
    """Take out of a time cell icons and buttons, and what is only read aloud unless that is all."""
    for element in list(cell.iter(*SILENT)):
        if element is not cell:
            without(element)
    for element in [each for each in cell.iter() if _ALOUD.search(each.get("class", "")[:300])]:
        rest = words(cell).replace(words(element), "", 1)
        if element is not cell and any(sign.isdigit() for sign in rest):
            without(element)


def _is_chrome(element: Element, weight: Weight, left: int) -> bool:
    """Whether a part of the page, of what is ``left`` of it, is no part of the story."""
    names = _CAPITAL.sub("-", f"{element.get('class', '')} {element.get('id', '')}"[:500])
    tag = element.tag
    if tag in {"html", "head", "body"}:
        return False
    if left and weight.running * 2 > left:
        return left - weight.running >= _STORY and _COMMENTS.search(names) is not None
    if tag in {"aside", "footer"} or element.get("role") in _ROLES or _asks(element, weight):
        return True
    if tag not in {"article", "main", "p", "h1", "a"} and _CHROME.search(names):
        return not is_of_network(names) and not _embeds(element)
    dense = tag in _LISTS and weight.links * 10 > weight.text * 7 and weight.text > 60
    if not dense or weight.size > _SMALL:
        return dense
    return sum(is_cell(each) for each in element.iter("time")) != 1 and not _is_told(element)


def _asks(element: Element, weight: Weight) -> bool:
    """Whether an element is a form with little around its fields: for a newsletter, a search."""
    return (
        element.tag == "form"
        and weight.text <= _ASKED
        and next(element.iter("input"), None) is not None
    )


def is_of_network(names: str) -> bool:
    """Whether the names of an element tell that it is a post of a social network, embedded."""
    return _EMBED.search(names[:500]) is not None


def _is_told(element: Element) -> bool:
    """Whether a part is a sentence, although most of it is links: it begins and ends outside."""
    links = list(islice(element.iter("a"), _MOST_LINKS + 1))
    said, first, last = (
        "".join(map(str, each.itertext())).strip() for each in (element, links[0], links[-1])
    )
    outside = not (said.startswith(first) or said.endswith(last))
    return len(links) <= _MOST_LINKS and outside and said.endswith((".", "!", "?", "”", '"'))


def _embeds(element: Element) -> bool:
    """Whether an embedded post is in a part of the page."""
    return any(is_embedded(quoted) for quoted in islice(element.iter("blockquote"), _POSTS))


def main_node(root: Element, weights: Weights) -> Element:
    """The element that holds the story; the whole page where none stands out."""
    total = weights[root].running
    if not total:
        return root
    titled = _around_titles(root)
    best = root
    for named in root.iter("article", "main", "div", "section"):
        told = named.tag in {"article", "main"} or "articleBody" in (named.get("itemprop") or "")
        if told and weights[named].running * 2 >= total:
            best = named
    while True:
        inner = [
            child
            for child in best
            if (share := _CONTAINERS.get(str(child.tag)))
            and weights[child].running >= share * weights[best].running
        ]
        told = best.tag in {"article", "main"} or any(child.tag == "h1" for child in best)
        if not inner or (told and best in titled and inner[0] not in titled):
            return best  # the title stands in it, and only there: all of it is the story
        if any(_belongs(each, inner[0], weights) for each in best if each is not inner[0]):
            return best
        best = inner[0]


def _belongs(part: Element, body: Element, weights: Weights) -> bool:
    """Whether what stands beside the greater part of a story is of the story, too.

    It is if it is running text by itself, if parts of that class stand in the body, or if it is
    named as what leads into a story.
    """
    if not weights[part].running:
        return False
    if part.tag in PARAGRAPHS:
        return True
    names = part.get("class")
    if names and any(each.get("class") == names for each in body):
        return True
    below = islice(part.iter(), _LED)
    return any(_LEAD.search(each.get("class", "")[:500]) is not None for each in below)


def _around_titles(root: Element) -> set[Element]:
    """The elements in which a title of the first level stands, and these themselves."""
    titles = list(islice(root.iter("h1"), _TITLES))
    return {above for title in titles for above in (title, *title.iterancestors())}
