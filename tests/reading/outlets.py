"""Pages of our own in the shapes of real outlets, each with what must be read of it.

The stories are invented; the markup is what content systems and live-blog plugins write: names of
classes, where the time stands, what lies around the story. ``Outlet.kept`` must all be read as
blocks of their own, nothing of ``Outlet.around`` may be.
"""

from __future__ import annotations

import json
from typing import NamedTuple

TITLE = "Saltmere dam: thousands leave their homes"
BYLINE = "Ada Quist"
PUBLISHED = "2024-03-14T14:40:00+00:00"
STORY = (
    "Engineers worked through the night at the Saltmere dam after a crack the length of a bus was "
    "seen in its eastern wall, the county said on Thursday.",
    "About 4,200 people in three villages were told to leave. Most went to relatives, and some 600 "
    "slept in the sports hall at Harwick, according to the Red Cross.",
    "“We do not think that the wall will give way, but we will not bet anybody's life on it,” said "
    "Lena Marsh, who heads the county's emergency office.",
    "The dam was last inspected in October. The report, which the water company has not published, "
    "found no fault, two people who have read it said.",
    "Schools in the valley stay shut until Monday, and trains between Harwick and Dunmoor are "
    "replaced by buses.",
)
HEADLINES = (
    "Water is let out",
    "Second village cleared",
    "Minister on his way",
    "Crack is longer than thought",
    "What we know so far",
)
TOLD = (
    "The county has begun to let water out of the reservoir through the lower gates. It will take "
    "two days until the crack lies dry, a spokesman says.",
    "Police have cleared Upper Dunmoor, the second of the three villages. Nobody was left behind, "
    "they say; the last to go was a farmer with forty sheep.",
    "The environment minister is on his way to Harwick and will speak to residents in the sports "
    "hall this evening, his office says.",
    "Divers have found that the crack goes on below the water line. It is eleven metres long and "
    "not seven, as was said this morning.",
    "A crack was seen in the eastern wall at about six this morning. Three villages are told to "
    "leave. Nobody has been hurt.",
)
CLOCKS = ("17:42", "17:05", "16:31", "15:50", "15:12")
TIMES = tuple(f"2024-03-14T{clock}:00+00:00" for clock in CLOCKS)
AROUND = ("Council tax to rise again", "Cookies help us", "Sign up for our newsletter now")
_HEAD = (
    f'<!DOCTYPE html><html lang="en-GB"><head><title>{TITLE} | The Courier</title>'
    f'<meta property="og:title" content="{TITLE}">'
)
_META = (
    f'<meta name="author" content="{BYLINE}">'
    f'<meta property="article:published_time" content="{PUBLISHED}">'
)
_CHROME = (
    '<body><div class="cookie-consent"><p>Cookies help us to give you the best of this site, and our '
    "220 partners, too.</p></div><header><a href=/>The Courier</a><nav><a href=/n>News</a></nav></header>"
)
_FOOT = (
    '<div class="related-stories"><h3>More from the Courier</h3><ul><li><a href=/a>Council tax to '
    "rise again, and by more than was said</a></li><li><a href=/b>Ferry back in service</a></li></ul>"
    '</div><form class="newsletter-signup"><p>Sign up for our newsletter now and never miss a story '
    "of your valley.</p></form><footer><p>© The Courier 2024. All rights reserved.</p></footer></body></html>"
)


class Outlet(NamedTuple):
    """One page and what must be read of it."""

    name: str
    page: str
    updates: tuple[tuple[str | None, str], ...] = ()  # ISO 8601 and the first words
    kept: tuple[str, ...] = STORY
    around: tuple[str, ...] = AROUND
    title: str = TITLE
    byline: str | None = BYLINE
    published: str | None = PUBLISHED


def _entries(form: str, *, clocks: tuple[str, ...] = CLOCKS) -> str:
    """The entries in the form of one outlet."""
    return "".join(
        form.format(clock=clock, time=time, headline=headline, told=told, n=n, short=time[:16])
        for n, (clock, time, headline, told) in enumerate(
            zip(clocks, TIMES, HEADLINES, TOLD, strict=True)
        )
    )


def _live(
    name: str,
    body: str,
    *,
    head: str = _META,
    clocks: tuple[str, ...] = CLOCKS,
    times: tuple[str | None, ...] = TIMES,
    first: tuple[str, ...] | None = None,
    **more: object,
) -> Outlet:
    """A live page: by default each entry begins with its clock."""
    updates = tuple(zip(times, first or clocks, strict=True))
    page = f"{_HEAD}{head}</head>{_CHROME}{body}{_FOOT}"
    return Outlet(name, page, updates, **{"kept": TOLD, **more})  # type: ignore[arg-type]


def _article(name: str, body: str, *, head: str = _META, **more: object) -> Outlet:
    return Outlet(name, f"{_HEAD}{head}</head>{_CHROME}{body}{_FOOT}", **more)  # type: ignore[arg-type]


def _paragraphs(form: str = "<p>{}</p>", words: tuple[str, ...] = STORY) -> str:
    return "".join(form.format(each) for each in words)


def _data(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def _postings(**more: object) -> list[dict[str, object]]:
    return [
        {
            "@type": "BlogPosting",
            "headline": headline,
            "articleBody": told,
            "datePublished": time,
            **more,
        }
        for headline, told, time in zip(HEADLINES, TOLD, TIMES, strict=True)
    ]


def _posting_data(**more: object) -> str:
    return _data(
        {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": TITLE,
         "datePublished": PUBLISHED, "author": {"@type": "Person", "name": BYLINE},
         "liveBlogUpdate": _postings(), **more}
    )  # fmt: skip


_H1 = f"<h1>{TITLE}</h1>"
_AM_PM = ("5:42 p.m. ET", "5:05 p.m. ET", "4:31 p.m. ET", "3:50 p.m. ET", "3:12 p.m. ET")
_EASTERN = tuple(f"2024-03-14T{clock}:00-04:00" for clock in CLOCKS)
_KEY_EVENTS = "".join(f"<li><a href=#{n}><time>{c}</time> {h}</a></li>"
                      for n, (c, h) in enumerate(zip(CLOCKS, HEADLINES, strict=True)))  # fmt: skip
_COMMENTS = "".join(
    f'<li class="comment even thread-even depth-1" id="comment-{n}"><div class="comment-author vcard">'
    f'<cite class="fn">Reader {n}</cite></div><time datetime="2024-03-14T2{n}:10:00+00:00">March 14, '
    f"2024 at {n + 1}:10 am</time><div class=comment-content><p>I drove past the dam number {n} times and "
    "nobody ever told us that there was anything wrong with the wall at all.</p></div></li>"
    for n in range(4)
)

LIVE = (
    _live("list items with the time in a span, visually hidden words", f"<main>{_H1}<ol>" + _entries(
        '<li class="ssrcss-x-ListItem"><article><header><span class="ssrcss-t-Time"><span class='
        '"visually-hidden">published at {clock} 14 March</span><time aria-hidden="true" datetime="{time}">'
        "{clock}</time></span><h3>{headline}</h3></header><div><p>{told}</p></div></article></li>"
    ) + "</ol></main>"),
    _live("blocks with a linked time", f"<article><h1>{TITLE}</h1><div class=\"article-body\">" + _entries(
        '<div class="block" id="block-65f3{n}"><p class="block-time published-time"><a href="#b{n}">'
        '<time datetime="{time}" class="js-timestamp">{clock} GMT</time></a></p>'
        '<h2 class="block-title">{headline}</h2><div class="block-elements"><p>{told}</p></div></div>'
    ) + "</div></article>"),
    _live("clock with the half of the day, on line with a byline", f"<main>{_H1}" + _entries(
        '<article class="live-story-post__wrap"><h2>{headline}</h2><div class="post-headline__byline">From '
        'our staff</div><div class="post-headline__time"><time>{clock}, March 14, 2024</time></div>'
        "<div class=\"post-content\"><p>{told}</p></div></article>", clocks=_AM_PM
    ) + "</main>", clocks=_AM_PM, times=_EASTERN, first=HEADLINES),
    _live("twelve-hour clocks in a plugin's entries", f"<main>{_H1}<div id=liveblog-entries>" + _entries(
        '<div class="liveblog-entry" id="id_{n}"><aside class="liveblog-meta"><a class="liveblog-meta-time" '
        'href="?lbup={n}"><span>{clock}</span></a></aside><div class="liveblog-entry-main"><div '
        'class="liveblog-entry-content"><p>{told}</p></div></div></div>',
        clocks=("5:42 pm", "5:05 pm", "4:31 pm", "3:50 pm", "3:12 pm"),
    ) + "</div></main>", first=("5:42 pm", "5:05 pm", "4:31 pm", "3:50 pm", "3:12 pm"),
        times=tuple(time[:19] for time in TIMES)),
    _live("a strip of key events above", f"<main>{_H1}<div class=key-events><h2>Key events</h2><ul>"
          f"{_KEY_EVENTS}</ul></div>" + _entries(
        '<section class="post-live"><span class="date-live">{clock}</span><h3>{headline}</h3><p>{told}</p></section>'
    ) + "</main>", times=tuple(time[:19] for time in TIMES)),
    _live("flat: headings, times and paragraphs in a row", f"<article>{_H1}" + _entries(
        '<h3 class="entry-title">{headline}</h3><p class="entry-time">{clock}</p><p>{told}</p>'
    ) + "</article>", first=HEADLINES, times=tuple(time[:19] for time in TIMES)),
    _live("definition list", f"<article>{_H1}<dl>" + _entries(
        "<dt>{clock}</dt><dd>{told}</dd>"
    ) + "</dl></article>", times=tuple(time[:19] for time in TIMES)),
    _live("content system with nested fields", f"<main><div class=region-content>{_H1}<div class="
          '"field field--name-field-live-updates">' + _entries(
        '<div class="field__item"><div class="paragraph paragraph--type--live-update"><div class="field '
        'field--name-field-time"><time datetime="{time}">{clock}</time></div><div class="field '
        'field--name-field-title">{headline}</div><div class="field field--name-field-body"><p>{told}</p></div></div></div>'
    ) + "</div></div></main>"),
    _live("amp live list", f"<main>{_H1}<amp-live-list layout=container id=l data-poll-interval=15000>"
          "<button update on=tap:l.update>New</button><div items>" + _entries(
        '<div id=p{n} data-sort-time=1710{n}><div class=lb-head><time datetime="{time}">{clock}</time></div>'
        "<h2>{headline}</h2><p>{told}</p></div>"
    ) + "</div></amp-live-list></main>"),
    _live("microdata", f"<main itemscope itemtype=https://schema.org/LiveBlogPosting>{_H1}" + _entries(
        '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting"><meta '
        'itemprop="datePublished" content="{time}"><h2 itemprop=headline>{headline}</h2><div '
        'itemprop="articleBody"><p>{told}</p></div></div>'
    ) + "</main>", first=HEADLINES),
    _live("data alone, the page is a shell", f"{_H1}<div id=root></div>", head=_posting_data(), first=HEADLINES),
    _live("data and a page without times", f"<main>{_H1}" + _entries(
        "<div class=card><h2>{headline}</h2><p>{told}</p></div>"
    ) + "</main>", head=_posting_data(), first=HEADLINES),
    _live("graph of references", f"<main>{_H1}" + _entries("<h2>{headline}</h2><p>{told}</p>") + "</main>",
        head=_data({"@graph": [
            {"@type": "LiveBlogPosting", "headline": TITLE, "datePublished": PUBLISHED,
             "author": {"@id": "#a"}, "liveBlogUpdate": [{"@id": f"#u{n}"} for n in range(5)]},
            {"@type": "Person", "@id": "#a", "name": BYLINE},
            *({**each, "@id": f"#u{n}"} for n, each in enumerate(_postings()))]}), first=HEADLINES),
    _live("relative times, the instants in attributes", f"<main>{_H1}" + _entries(
        '<div class="lb-post"><time class="lb-time" datetime="{time}">{clock}</time><p>{told}</p></div>',
        clocks=("2 min ago", "39 min ago", "1 hr ago", "2 hr ago", "3 hr ago"),
    ) + "</main>", first=("2 min ago", "39 min ago", "1 hr ago", "2 hr ago", "3 hr ago")),
    _live("days as headings, past midnight", f"<main>{_H1}<h2 class=day>Friday 15 March 2024</h2>"
          f'<div class=tick><span class=t>00.20</span><p>{TOLD[0]}</p></div>'
          f"<h2 class=day>Thursday 14 March 2024</h2><div class=tick><span class=t>23.50</span><p>{TOLD[1]}</p></div>"
          f'<div class=tick><span class=t>22.15</span><p>{TOLD[2]}</p></div><div class=tick><span class=t>21.40'
          f"</span><p>{TOLD[3]}</p></div><div class=tick><span class=t>20.05</span><p>{TOLD[4]}</p></div></main>",
          first=("00.20", "23.50", "22.15", "21.40", "20.05"),
          times=("2024-03-15T00:20:00", "2024-03-14T23:50:00", "2024-03-14T22:15:00",
                 "2024-03-14T21:40:00", "2024-03-14T20:05:00")),
    _live("markers that people typed into a post", f"<article>{_H1}<div class=entry-content>" + _entries(
        "<p><strong>UPDATE, {clock} GMT:</strong> {told}</p>"
    ) + "</div></article>", first=tuple(f"UPDATE, {clock} GMT" for clock in CLOCKS), kept=()),
    _live("German ticker in strong type", f"<article>{_H1}<div class=article__body>" + _entries(
        "<p><strong>+++ {clock} {headline} +++</strong><br>{told}</p>"
    ) + "</div></article>", first=tuple(f"+++ {clock}" for clock in CLOCKS), kept=(),
          times=tuple(time[:19] for time in TIMES)),
    _live("German o'clock below the heading", f"<article>{_H1}" + _entries(
        '<div class="liveblog--anchor"></div><div class="liveblog__datetime">{clock} Uhr</div><h2>{headline}</h2><p>{told}</p>'
    ) + "</article>", first=tuple(f"{clock} Uhr" for clock in CLOCKS),
          times=tuple(f"2024-03-14T{clock}:00+01:00" for clock in CLOCKS)),
)  # fmt: skip

MORE_LIVE = (
    _live("day, clock and zone in one line", f"<main>{_H1}<ul class=liveblog-list>" + _entries(
        '<li class="wysiwyg liveblog-card"><div class="liveblog-card__date"><span>14 Mar 2024 - {clock} GMT'
        "</span></div><h2>{headline}</h2><p>{told}</p></li>"
    ) + "</ul></main>", first=("14 Mar 2024",) * 5),
    _live("clock and author in one line", f"<main>{_H1}" + _entries(
        '<div class="post"><div class="post-meta">{clock} | Bo Rask</div><h3>{headline}</h3><p>{told}</p></div>'
    ) + "</main>", times=tuple(time[:19] for time in TIMES)),
    _live("French clocks", f"<article>{_H1}" + _entries(
        '<div class="live-message"><p class="live-message__hour">{clock}</p><div class="live-message__text"><p>{told}</p></div></div>',
        clocks=("17h42", "17h05", "16h31", "15h50", "15h12"),
    ) + "</article>", first=("17h42", "17h05", "16h31", "15h50", "15h12"), times=tuple(time[:19] for time in TIMES)),
    _live("Nordic clocks", f"<article>{_H1}" + _entries(
        '<article class="livestudio-post"><header><span class="ts">kl. {clock}</span></header><div><p>{told}</p></div></article>',
        clocks=("17.42", "17.05", "16.31", "15.50", "15.12"),
    ) + "</article>", first=("kl. 17.42", "kl. 17.05", "kl. 16.31", "kl. 15.50", "kl. 15.12"), times=tuple(time[:19] for time in TIMES)),
    _live("comments with times of their own below", f"<main>{_H1}" + _entries(
        '<div class=lb><time datetime="{time}">{clock}</time><h3>{headline}</h3><p>{told}</p></div>'
    ) + f"</main><section class=reader-voices><h2>Comments</h2><ol>{_COMMENTS}</ol></section>",
        around=(*AROUND, "I drove past the dam")),
    _live("headings that link to the entry", f"<main>{_H1}" + _entries(
        '<section id="e{n}"><h3><a href="#e{n}">{headline}</a></h3><time datetime="{time}">{clock}</time><p>{told}</p></section>'
    ) + "</main>", first=HEADLINES),
    _live("oldest first", f"<main>{_H1}" + "".join(reversed([
        f'<div class=tick><b class=clock>{clock}</b><p>{told}</p></div>' for clock, told in zip(CLOCKS, TOLD, strict=True)
    ])) + "</main>", first=CLOCKS[::-1], times=tuple(time[:19] for time in TIMES[::-1])),
    _live("a summary above and an advertisement between", f"<main>{_H1}<div class=summary><h2>What we know</h2><ul><li>Three "
          f"villages are empty.</li><li>Water is let out of the reservoir.</li></ul></div>" + _entries(
        '<div class=feed-item><div class=feed-time>{clock} GMT</div><div class=feed-body><p>{told}</p></div></div><div class="ad-slot">Advertisement</div>'
    ) + "</main>", around=(*AROUND, "Advertisement"), first=tuple(f"{clock} GMT" for clock in CLOCKS)),
)  # fmt: skip

ARTICLES = (
    _article("article in an article element", f"<article>{_H1}<p class=byline>By {BYLINE}</p>{_paragraphs()}</article>"),
    _article("comments with times below", f"<article>{_H1}{_paragraphs()}</article><div id=comments class="
             f'"comments-area"><h2>4 thoughts on the dam</h2><ol class=comment-list>{_COMMENTS}</ol></div>',
             around=(*AROUND, "I drove past the dam")),
    _article("headlines with times beside it", f"<div class=row><div class=col-8>{_H1}{_paragraphs()}</div>"
             '<div class=col-4><h4>Latest</h4><ul class=ticker>' + "".join(
                 f"<li><span class=tm>{c}</span> <a href=/{n}>{h} as the valley waits for news of the other "
                 f"dam</a></li>" for n, (c, h) in enumerate(zip(CLOCKS, HEADLINES, strict=True))) + "</ul></div></div>",
             around=(*AROUND, "Minister on his way as")),
    _article("teaser of a live page above", f'<a class="breaking teaser" href=/live>+++ 17:42 Live: the dam +++ Updates '
             f"from the valley</a><main><article>{_H1}{_paragraphs()}</article></main>",
             around=(*AROUND, "Updates from the valley")),
    _article("standfirst in the head, body apart", f"<article><header class=article-header>{_H1}<div "
             'class="article-intro"><p>Three villages below the Saltmere dam have been cleared after engineers found a '
             f"crack.</p></div></header><div class=article-body>{_paragraphs()}</div></article>",
             kept=("Three villages below the Saltmere dam have been cleared after engineers found a crack.", *STORY)),
    _article("body in two parts, the second behind a button", f"<article>{_H1}<section class=body><div class=para>"
             f"{STORY[0]}</div><div class=more>" + _paragraphs("<div class=para>{}</div>", STORY[1:]) +
             "</div></section></article>"),
    _article("byline and date only shown", f"<div class=page>{_H1}<div class=author-name>{BYLINE}</div><div "
             f'class="posted-on">14 March 2024</div><div class=text>{_paragraphs()}</div></div>', head="",
             published="2024-03-14"),
    _article("correction box", f"<article>{_H1}{_paragraphs()}<div class=correction><p>Correction: an earlier version of this "
             "story gave the wrong length of the crack.</p></div></article>"),
    _article("gallery with captions in short and in full", f"<article>{_H1}<div class=gallery><figure><img src=a><figcaption>"
             "The eastern wall of the dam on Thursday morning, with the crack on the left.</figcaption></figure><div "
             "class=slide-count>1 of 12</div><div class=caption>The eastern wall of the dam on Thursday morning, with "
             f"the ...</div></div>{_paragraphs()}</article>", around=(*AROUND, "with the ...", "1 of 12")),
    _article("advertisements and pointers between paragraphs", f"<article>{_H1}" + _paragraphs(
             "<p>{}</p><div class=ad-slot><span>Advertisement</span></div><p>Read more: <a href=/x>The villages "
             "that fear the water</a></p>") + "</article>", around=(*AROUND, "Advertisement", "that fear the water")),
    _article("paywall stub", f"<article>{_H1}<p>{STORY[0]}</p><div class=subscribe-wall><p>Sign up for our newsletter now or "
             "subscribe to read the rest of this story.</p></div></article>", kept=STORY[:1]),
    _article("opening hours and a timetable", f"<article>{_H1}{_paragraphs()}<table><tr><th>Bus</th><th>From</th></tr>" + "".join(
             f"<tr><td>{c}</td><td>Harwick, {h}</td></tr>" for c, h in zip(CLOCKS, HEADLINES, strict=True)) + "</table></article>"),
    _article("share buttons, tags and author card", f"<article>{_H1}<div class=shareTools><ul><li>Share</li><li>Tweet</li></ul>"
             f"</div>{_paragraphs()}<p>Topics: <a href=/d>Dams</a>, <a href=/h>Harwick</a></p><div class=authorCard>"
             f"<p>{BYLINE} writes about water and has won prizes for it, most of them small ones.</p></div></article>",
             around=(*AROUND, "has won prizes", "Topics", "Tweet")),
)  # fmt: skip

_CARDS = "".join(
    f'<div class="card"><time datetime="{time}">{clock}</time><h3><a href=/n/{n}>{headline}</a></h3><p>{told}</p></div>'
    for n, (clock, time, headline, told) in enumerate(
        zip(CLOCKS, TIMES, HEADLINES, TOLD, strict=True)
    )
)
MORE_ARTICLES = (
    _article("cards of other stories with times and teasers, apart", f"<article>{_H1}{_paragraphs()}</article>"
             f"<section class=latest>{_CARDS}</section>", around=(*AROUND, TOLD[0])),
    _article("cards of other stories with times and teasers, in the article", f"<div class=wrap>{_H1}{_paragraphs()}{_CARDS}</div>"),
    _article("reader letters with times, not named as comments", f"<div class=wrap>{_H1}{_paragraphs()}<section class=voices>"
             "<h2>Comments (4)</h2><div>" + _COMMENTS.replace("comment", "voice").replace("<li", "<div").replace("</li", "</div") +
             "</div></section></div>"),
    _article("interview", f"<article>{_H1}<p><b>How long is the crack?</b></p>" + _paragraphs(
             "<p>{}</p><p><b>And what does that mean for the villages?</b></p>") + "</article>"),
    _article("body as lines with breaks", f"<div class=story>{_H1}<div class=body>" + "<br><br>".join(STORY) + "</div></div>"),
)  # fmt: skip
