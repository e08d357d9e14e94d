"""More pages in the shapes of content systems and live-blog plugins, as in ``outlets.py``.

They were written without looking at the reader; what it had wrong of them at first is told in
docs/formats.md.
"""

from __future__ import annotations

from datetime import datetime

from tests.reading.outlets import (
    _AM_PM,
    _EASTERN,
    _H1,
    _META,
    AROUND,
    BYLINE,
    CLOCKS,
    HEADLINES,
    PUBLISHED,
    STORY,
    TIMES,
    TITLE,
    TOLD,
    Outlet,
    _article,
    _data,
    _live,
    _paragraphs,
    _posting_data,
    _postings,
)

NAIVE = tuple(time[:19] for time in TIMES)
SECONDS = tuple(int(datetime.fromisoformat(time).timestamp()) for time in TIMES)


def _rows(form: str, clocks: tuple[str, ...] = CLOCKS) -> str:
    """The entries in the form of one outlet."""
    return "".join(
        form.format(
            clock=clock, time=time, headline=headline, told=told, n=n, s=SECONDS[n],
            ms=SECONDS[n] * 1000, z=time.replace("+00:00", ".000Z"),
        )
        for n, (clock, time, headline, told) in enumerate(
            zip(clocks, TIMES, HEADLINES, TOLD, strict=True)
        )
    )  # fmt: skip


_VOICE = (
    "I drove past the dam number {} times and nobody ever told us that there was anything wrong with "
    "the wall at all."
)


def _voices(form: str, many: int = 4) -> str:
    """What readers say below a story, in the form of one outlet."""
    return "".join(
        form.format(
            n=n, r=_VOICE.format(n), c=f"1{n}:2{n}", t=f"2024-03-14T1{n}:2{n}:00+00:00",
            ap=f"{n + 1}:2{n} pm",
        )
        for n in range(many)
    )  # fmt: skip


def _plain(
    name: str,
    form: str,
    clocks: tuple[str, ...] = CLOCKS,
    first: tuple[str, ...] | None = None,
    times: tuple[str, ...] = NAIVE,
    **more: object,
) -> Outlet:
    """A live page of nothing but a title and entries of one form."""
    page = f"<main>{_H1}{_rows(form, clocks)}</main>"
    return _live(name, page, first=first or clocks, times=times, **more)  # type: ignore[arg-type]


# fmt: off
PM = ("5:42 pm", "5:05 pm", "4:31 pm", "3:50 pm", "3:12 pm")
_TWEET = '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">The valley road is open again for residents with a pass.</p>&mdash; Harwick Council (@harwick) <a href="https://twitter.com/harwick/status/1768{n}00000000000000">March 14, 2024</a></blockquote>'
_WITH_VOICES = (*AROUND,"I drove past the dam")
_STORY = f"<article>{_H1}{_paragraphs()}</article>"

LIVE: tuple[Outlet, ...] = (
    _live("posted-at words in a hidden span, old stream", f"<main>{_H1}<ol class=lx-stream__feed>" + _rows(
 '<li class="lx-stream__post-container placeholder-animation-finished"><article class="qa-post gel-layout lx-stream-post"><header class="lx-stream-post__header"><h3 class="lx-stream-post__header-title"><span class="lx-stream-post__header-text">{headline}</span></h3><div class="lx-stream-post__meta"><time class="lx-stream-post__meta-time"><span class="gs-u-vh">Posted at </span><span class="qa-post-auto-meta">{clock}</span></time></div></header><div class="lx-stream-post-body"><p>{told}</p></div><div class="lx-share-tools">Share<ul><li><a href=#>Email</a></li></ul></div></article></li>')+"</ol></main>",
 times=NAIVE, first=HEADLINES),
    _live("custom elements with epoch attributes", f"<main>{_H1}<bsp-liveblog-posts>"+_rows(
 '<bsp-liveblog-post class="LiveBlogPost" data-posted-date-timestamp="{ms}" id="0000{n}"><div class="LiveBlogPost-content"><bsp-timestamp data-timestamp="{ms}"></bsp-timestamp><h2 class="LiveBlogPost-headline">{headline}</h2><div class="LiveBlogPost-body RichTextBody"><p>{told}</p></div></div></bsp-liveblog-post>')+"</bsp-liveblog-posts></main>", first=HEADLINES),
    _live("custom elements with epoch attributes and data", f"<main>{_H1}<bsp-liveblog-posts>"+_rows(
 '<bsp-liveblog-post class="LiveBlogPost" data-posted-date-timestamp="{ms}" id="0000{n}"><div class="LiveBlogPost-content"><bsp-timestamp data-timestamp="{ms}"></bsp-timestamp><h2 class="LiveBlogPost-headline">{headline}</h2><div class="LiveBlogPost-body RichTextBody"><p>{told}</p></div></div></bsp-liveblog-post>')+"</bsp-liveblog-posts></main>", head=_posting_data(), first=HEADLINES),
    _live("absolute and relative time side by side", f"<main>{_H1}"+_rows(
 '<div class="live-blog-post" data-testid="live-blog-post-{n}"><div class="css-1"><h3 class="css-h">{headline}</h3><time class="css-t" datetime="{z}"><span class="css-abs">March 14, 2024, {clock}</span><span class="css-rel">{n} hours ago</span></time></div><div class="css-b"><p>{told}</p></div></div>', clocks=_AM_PM)+"</main>", first=HEADLINES),
    _live("footer says updated, in a time of its own", f"<main>{_H1}<div id=liveblog-body>"+_rows(
 '<article id="block-65f3{n}" class="dcr-1" data-component="live-block"><header><a href="?page=with:block-65f3{n}#block-65f3{n}" class="dcr-2"><time datetime="{z}" data-relativeformat="med" class="dcr-3">{clock}<span class="dcr-4">&nbsp;GMT</span></time></a><h2 class="dcr-5">{headline}</h2></header><p class="dcr-6">{told}</p><footer class="dcr-7"><div>Share</div><span class="dcr-8">Updated at <time datetime="2024-03-14T18:0{n}:00.000Z" class="dcr-9">18.0{n} GMT</time></span></footer></article>', clocks=tuple(c.replace(":",".") for c in CLOCKS))+"</div></main>", first=tuple(c.replace(":",".") for c in CLOCKS)),
    _live("same class for first and updated time", f"<main>{_H1}"+_rows(
 '<div class=entry><header><time datetime="{time}">{clock}</time></header><h3>{headline}</h3><p>{told}</p><p class=meta>Updated <time datetime="2024-03-14T18:0{n}:00+00:00">18:0{n}</time></p></div>')+"</main>"),
    _live("date and clock in a long line", f"<main>{_H1}"+_rows(
 '<article><div class=stamp>Thursday, March 14, 2024 at {clock}</div><h2>{headline}</h2><p>{told}</p></article>', clocks=_AM_PM)+"</main>", times=_EASTERN, first=("Thursday",)*5),
    _live("updated with a stamp that the app draws", f"<main>{_H1}"+_rows(
 '<article class="live-story-post_x"><header class=h><h2>{headline}</h2><div class="timestamp vossi-timestamp">Updated {clock}, Thu March 14, 2024</div></header><p>{told}</p></article>', clocks=("5:42 PM EDT","5:05 PM EDT","4:31 PM EDT","3:50 PM EDT","3:12 PM EDT"))+"</main>", times=_EASTERN, first=HEADLINES),
    _live("custom element for relative time", f"<main>{_H1}"+_rows(
 '<div class=u><relative-time datetime="{z}">{n} hours ago</relative-time><h4>{headline}</h4><p>{told}</p></div>')+"</main>", first=tuple(f"{n} hours ago" for n in range(5))),
    _live("epoch in data-time, clock in words", f"<main>{_H1}"+_rows(
 '<div class=u data-time="{s}"><span class=when data-ts="{s}">{clock}</span><h4>{headline}</h4><p>{told}</p></div>')+"</main>"),
    _live("first entry with a class more", f"<main>{_H1}"+_rows(
 '<div class=u><span class="when w{n}">{clock}</span><h4>{headline}</h4><p>{told}</p></div>')+"</main>", times=NAIVE),
    _live("ids instead of classes", f"<main>{_H1}"+_rows(
 '<div id=u{n}><span id=t{n}>{clock}</span><h4>{headline}</h4><p>{told}</p></div>')+"</main>", times=NAIVE),
    _live("no structure: lines with breaks", f"<div class=story>{_H1}<div>"+_rows('{clock}<br>{told}<br><br>')+"</div></div>", times=NAIVE, kept=()),
    _live("no structure: divs, clock bold", f"<div class=story>{_H1}"+_rows('<div><b>{clock} GMT</b></div><div>{told}</div>')+"</div>", first=tuple(c+" GMT" for c in CLOCKS)),
    _live("no structure: clock, dash, words", f"<div class=story>{_H1}"+_rows('<p>{clock} GMT – {told}</p>')+"</div>", first=tuple(c+" GMT" for c in CLOCKS),kept=()),
    _live("strong clock and headline in one paragraph", f"<article>{_H1}"+_rows('<p><strong>{clock}: {headline}</strong></p><p>{told}</p>')+"</article>", times=NAIVE),
    _live("heading with clock and headline", f"<article>{_H1}"+_rows('<h3>{clock} - {headline}</h3><p>{told}</p>')+"</article>", times=NAIVE),
    _live("heading with am pm", f"<article>{_H1}"+_rows('<h4>{clock}</h4><p>{told}</p>',clocks=_AM_PM)+"</article>", times=_EASTERN,first=_AM_PM),
    _live("blocks of an editor: group, heading, paragraph", f"<main class=wp-block-group>{_H1}<div class='entry-content wp-block-post-content is-layout-constrained'>"+_rows(
 '<div class="wp-block-group is-layout-flow"><p class="has-small-font-size"><em>Updated {clock} GMT</em></p><h3 class="wp-block-heading">{headline}</h3><p>{told}</p></div><hr class="wp-block-separator">')+"</div></main>", first=tuple(f"Updated {c} GMT" for c in CLOCKS)),
    _live("plugin of another kind: 24", f"<main>{_H1}<div class=lb24-base-content>"+_rows(
 '<div class="lb24-news-list-item lb24-component-pub-item" data-id="{n}" data-createtime="{s}"><div class="lb24-base-news-date"><span class="lb24-base-news-date-icon"></span><span class="lb24-base-news-date-text">{clock}</span></div><div class="lb24-base-news-title">{headline}</div><div class="lb24-base-news-contents"><p>{told}</p></div></div>')+"</div></main>"),
    _live("plugin: tickaroo", f"<main>{_H1}<div class='tik4-live'>"+_rows(
 '<div class="tik4-event-item" data-event-id="65f3{n}"><div class="tik4-meta-info"><span class="tik4-meta-info__time" title="14.03.2024, {clock} Uhr">{clock} Uhr</span></div><h3 class="tik4-title">{headline}</h3><div class="tik4-rich-text"><div>{told}</div></div></div>')+"</div></main>", times=tuple(t[:19]+"+01:00" for t in TIMES), first=tuple(f"{c} Uhr" for c in CLOCKS)),
    _live("plugin: norkon", f"<main>{_H1}<ul class='ncposts'>"+_rows(
 '<li class="ncpost-container" nc-post-id="{n}"><div class="ncpost-header"><span class="ncpost-sharedate-container"><span class="ncpost-timestamp" data-iso="{z}">{clock}</span></span></div><h2 class="ncpost-title">{headline}</h2><div class="ncpost-content"><p>{told}</p></div><div class="ncpost-footer">Del</div></li>')+"</ul></main>"),
    _live("pinned entry repeats one below", f"<main>{_H1}<section class=pinned><div class=post><time datetime='{TIMES[2]}'>{CLOCKS[2]}</time><h3>{HEADLINES[2]}</h3><p>{TOLD[2]}</p></div></section><section class=stream>"+_rows(
 '<div class=post><time datetime="{time}">{clock}</time><h3>{headline}</h3><p>{told}</p></div>')+"</section></main>"),
    _live("key points list and byline per entry", f"<main>{_H1}<ul class=points><li>Three villages are empty.</li></ul>"+_rows(
 '<article class=post><div class=meta><span class=author>Bo Rask</span><span class=role>Reporter</span><time datetime="{time}">{clock}</time></div><h3>{headline}</h3><p>{told}</p></article>')+"</main>", first=("Bo Rask",)*5),
    _live("entries in several paragraphs with a quotation and a list", f"<main>{_H1}"+_rows(
 '<article class=post><time datetime="{time}">{clock}</time><h3>{headline}</h3><p>{told}</p><blockquote><p>We are safe.</p></blockquote><ul><li>Road shut</li></ul></article>')+"</main>"),
    _live("entries with posts", f"<main>{_H1}"+_rows(
 '<article class=post><time datetime="{time}">{clock}</time><h3>{headline}</h3><p>{told}</p>'+_TWEET+'</article>')+"</main>"),
    _live("two entries only, microdata", f"<main itemscope itemtype=https://schema.org/LiveBlogPosting>{_H1}"+"".join(
 f'<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting"><time itemprop="datePublished" datetime="{t}">{c}</time><div itemprop="articleBody"><p>{x}</p></div></div>' for c,t,x in list(zip(CLOCKS,TIMES,TOLD, strict=True))[:2])+"</main>", times=TIMES[:2], first=CLOCKS[:2], kept=TOLD[:2]),
    _live("data: object instead of list", f"<main>{_H1}<div><h2>{HEADLINES[0]}</h2><p>{TOLD[0]}</p></div></main>", head=_posting_data(liveBlogUpdate=_postings()[0]), times=TIMES[:1], first=HEADLINES[:1], kept=TOLD[:1]),
    _live("data in reverse order of page", f"<main>{_H1}"+_rows("<section><h2>{headline}</h2><p>{told}</p></section>")+"</main>", head=_posting_data(liveBlogUpdate=_postings()[::-1]), first=HEADLINES),
    _live("data without bodies, page with the words", f"<main>{_H1}"+_rows("<section><h2>{headline}</h2><p>{told}</p></section>")+"</main>", head=_posting_data(liveBlogUpdate=[{k:v for k,v in p.items() if k!="articleBody"} for p in _postings()]), first=HEADLINES),
    _live("data without headlines", f"<main>{_H1}"+_rows("<section><p>{told}</p></section>")+"</main>", head=_posting_data(liveBlogUpdate=[{k:v for k,v in p.items() if k!="headline"} for p in _postings()]), first=TOLD),
    _live("data double-escaped, page a shell", f"{_H1}<div id=app></div>", head=_posting_data(liveBlogUpdate=[{**p,"articleBody":"&lt;p&gt;"+p["articleBody"].replace("&","&amp;")+"&lt;/p&gt;"} for p in _postings()]), first=HEADLINES),
    _live("data with markup in body, page a shell", f"{_H1}<div id=app></div>", head=_posting_data(liveBlogUpdate=[{**p,"articleBody":"<p>"+p["articleBody"]+"</p><p>More soon.</p>"} for p in _postings()]), first=HEADLINES),
    _live("data in a list of two articles", f"<main>{_H1}"+_rows("<section><h2>{headline}</h2><p>{told}</p></section>")+"</main>", head=_data([{"@type":"BreadcrumbList"},{"@type":"NewsArticle","headline":TITLE,"datePublished":PUBLISHED,"author":[{"@type":"Person","name":BYLINE}]},{"@type":["NewsArticle","LiveBlogPosting"],"headline":TITLE,"datePublished":PUBLISHED,"author":[{"@type":"Person","name":BYLINE}],"liveBlogUpdate":_postings()}]), first=HEADLINES),
    _live("all data times the page's; page says relative with title", f"<main>{_H1}"+_rows('<section class=e><span class=ago title="{z}">{n} hours ago</span><h2>{headline}</h2><p>{told}</p></section>')+"</main>", head=_posting_data(liveBlogUpdate=[{**p,"datePublished":PUBLISHED} for p in _postings()]), first=tuple(f"{n} hours ago" for n in range(5))),
    _live("list with day words: today, yesterday", f"<main>{_H1}"+_rows('<li class=e><div class=c>Today, {clock}</div><h3>{headline}</h3><p>{told}</p></li>')+"</main>", times=NAIVE, first=("Today",)*5),
    _live("Spanish", f"<article>{_H1}"+_rows('<div class="articulo-directo-nota"><span class="hora">{clock} h</span><h3>{headline}</h3><p>{told}</p></div>')+"</article>", times=NAIVE),
    _live("Italian ore", f"<article>{_H1}"+_rows('<div class="nota"><span class="ora">Ore {clock}</span><h3>{headline}</h3><p>{told}</p></div>')+"</article>", times=NAIVE, first=tuple(f"Ore {c}" for c in CLOCKS)),
    _live("Polish godz.", f"<article>{_H1}"+_rows('<div class="nota"><span class="ora">godz. {clock}</span><h3>{headline}</h3><p>{told}</p></div>')+"</article>", times=NAIVE, first=tuple(f"godz. {c}" for c in CLOCKS)),
    _live("Dutch u.", f"<article>{_H1}"+_rows('<div class="nota"><span class="ora">{clock} uur</span><h3>{headline}</h3><p>{told}</p></div>')+"</article>", times=NAIVE, first=CLOCKS),
    _live("dated day.month and clock", f"<article>{_H1}"+_rows('<div class="nota"><span class="ora">14.03.2024, {clock}</span><h3>{headline}</h3><p>{told}</p></div>')+"</article>", times=NAIVE, first=("14.03.2024",)*5),
    _live("clock then date reversed", f"<article>{_H1}"+_rows('<div class="nota"><span class="ora">{clock} · 14 March 2024</span><h3>{headline}</h3><p>{told}</p></div>')+"</article>", times=NAIVE),
    _live("share buttons inside the cell's line", f"<main>{_H1}"+_rows('<div class=e><div class=top><span class=tm>{clock} GMT</span><button>Share</button><a href="#{n}">Copy link</a></div><h3>{headline}</h3><p>{told}</p></div>')+"</main>", first=tuple(c+" GMT" for c in CLOCKS), around=(*AROUND,"Copy link")),
    _live("icon in the cell", f"<main>{_H1}"+_rows('<div class=e><div class=tm><svg><title>clock</title></svg><i class=icon></i>{clock} GMT</div><h3>{headline}</h3><p>{told}</p></div>')+"</main>", first=tuple(c+" GMT" for c in CLOCKS)),
    _live("article intro above the entries", f"<main>{_H1}<div class=intro><p>{STORY[0]}</p><p>{STORY[1]}</p></div>"+_rows('<div class=e><div class=tm>{clock} GMT</div><h3>{headline}</h3><p>{told}</p></div>')+"</main>", first=tuple(c+" GMT" for c in CLOCKS), kept=(*STORY[:2],*TOLD)),
    _live("article below the entries", f"<main>{_H1}<div class=live>"+_rows('<div class=e><div class=tm>{clock} GMT</div><h3>{headline}</h3><p>{told}</p></div>')+f"</div><div class=text><h2>How it began</h2>{_paragraphs()}</div></main>", first=tuple(c+" GMT" for c in CLOCKS), kept=(*STORY,*TOLD)),
    _live("entries as details", f"<main>{_H1}"+_rows('<details open class=e><summary><time datetime="{time}">{clock}</time> {headline}</summary><p>{told}</p></details>')+"</main>"),
    _live("more than one list: today and yesterday", f"<main>{_H1}<section><h2>Thursday 14 March</h2>"+"".join(f'<div class=e><time>{c}</time><p>{x}</p></div>' for c,x in list(zip(CLOCKS,TOLD, strict=True))[:3])+"</section><section><h2>Wednesday 13 March</h2>"+"".join(f'<div class=e><time>{c}</time><p>{x}</p></div>' for c,x in list(zip(CLOCKS,TOLD, strict=True))[3:])+"</section></main>", times=(*NAIVE[:3],"2024-03-13T15:50:00","2024-03-13T15:12:00")),
    _live("a latest-news rail with times beside the entries", f"<div class=row><main>{_H1}"+_rows('<div class=e><time datetime="{time}">{clock}</time><h3>{headline}</h3><p>{told}</p></div>')+"</main><div class=col><h4>Latest</h4><ul>"+"".join(f"<li><time datetime='{t}'>{c}</time><a href=/q{n}>Council meets for the {n}th time about the night buses of the city</a></li>" for n,(c,t) in enumerate(zip(CLOCKS,TIMES, strict=True)))+"</ul></div></div>", around=(*AROUND,"night buses")),
    _live("comments below entries, each in own markup", f"<main>{_H1}"+_rows('<div class=lb><time datetime="{time}">{clock}</time><h3>{headline}</h3><p>{told}</p></div>')+"</main><section><h2>Join the conversation</h2>"+_voices("<div class=o><span class=u>Reader {n}</span> <time datetime={t}>{c}</time><p>{r}</p></div>",8)+"</section>", around=_WITH_VOICES),
    _live("entry header: author, clock, share in one div", f"<main>{_H1}"+_rows('<article><header class=eh><span class=who>Bo Rask</span> <span class=sep>|</span> <span class=clk>{clock}</span></header><h3>{headline}</h3><p>{told}</p></article>')+"</main>", times=NAIVE, first=("Bo Rask",)*5),
    _live("clock after the headline in the same line", f"<main>{_H1}"+_rows('<article><h3>{headline} <small class=clk>{clock}</small></h3><p>{told}</p></article>')+"</main>", times=NAIVE, first=HEADLINES),
    _live("clock at the end of each entry", f"<main>{_H1}"+_rows('<article><h3>{headline}</h3><p>{told}</p><div class=clk>{clock} GMT</div></article>')+"</main>", first=HEADLINES),
    _live("clock before, image between, text after", f"<main>{_H1}"+_rows('<article><div class=clk>{clock} GMT</div><figure><img src=a><figcaption>The dam, number {n}</figcaption></figure><h3>{headline}</h3><p>{told}</p></article>')+"</main>", first=tuple(c+" GMT" for c in CLOCKS)),
    _live("split date and time spans", f"<main>{_H1}"+_rows('<article><div class=dt><span class=d>14 March</span><span class=t>{clock}</span></div><h3>{headline}</h3><p>{told}</p></article>')+"</main>", times=NAIVE, first=("14 March",)*5),
    _live("twelve entries, times across midnight", f"<main>{_H1}"+"".join(f'<div class=e><span class=t>{c}</span><p>{x}</p></div>' for c,x in zip(("00:45","00:12","23:51","23:20","22:58"),TOLD, strict=True))+"</main>", head=_META.replace(PUBLISHED,"2024-03-15T00:50:00+00:00"), published="2024-03-15T00:50:00+00:00", first=("00:45","00:12","23:51","23:20","22:58"), times=("2024-03-15T00:45:00","2024-03-15T00:12:00","2024-03-14T23:51:00","2024-03-14T23:20:00","2024-03-14T22:58:00")),
    _live("noscript copy of entries", f"<main>{_H1}<div id=live>"+_rows('<div class=e><time datetime="{time}">{clock}</time><p>{told}</p></div>')+"</div><noscript>"+_rows('<div class=e><time datetime="{time}">{clock}</time><p>{told}</p></div>')+"</noscript></main>"),
    _live("template copy of an entry", f"<main>{_H1}<template><div class=e><time>00:00</time><p>Text here</p></div></template>"+_rows('<div class=e><time datetime="{time}">{clock}</time><p>{told}</p></div>')+"</main>"),
    _live("uppercase tags, no quotes, unclosed p", f"<MAIN>{_H1}"+_rows('<DIV CLASS=e><SPAN CLASS=t>{clock}</SPAN><P>{told}</DIV>')+"</MAIN>", times=NAIVE),
    _live("nested deep", f"<main>{_H1}"+"<div>"*40+_rows('<div class=e><div><div><div><time datetime="{time}">{clock}</time></div></div></div><div><div><p>{told}</p></div></div></div>')+"</div>"*40+"</main>"),
    _live("french lemonde-like", f"<main>{_H1}<section id=live>"+_rows('<section class="post__live-container"><div class="post__live-container--date"><span class="date">{clock}</span></div><div class="content--live"><h2 class=post__live-container--title>{headline}</h2><p class="post__live-container--answer-text">{told}</p></div></section>')+"</section></main>", times=NAIVE),
    _live("questions of readers among the entries", f"<main>{_H1}"+_rows('<div class=e><time datetime="{time}">{clock}</time><blockquote><p>Is it safe to go home?</p><footer>Ana</footer></blockquote><p>{told}</p></div>')+"</main>"),
    _live("am/pm uppercase without space, ET in parens", f"<main>{_H1}"+_rows('<div class=e><span class=t>{clock}</span><p>{told}</p></div>',clocks=("5:42PM (ET)","5:05PM (ET)","4:31PM (ET)","3:50PM (ET)","3:12PM (ET)"))+"</main>", times=_EASTERN, first=("5:42PM","5:05PM","4:31PM","3:50PM","3:12PM")),
    _live("hour only", f"<main>{_H1}"+_rows('<div class=e><span class=t>{clock}</span><p>{told}</p></div>',clocks=("6 p.m. ET","5 p.m. ET","4 p.m. ET","3 p.m. ET","2 p.m. ET"))+"</main>", times=tuple(f"2024-03-14T{h}:00:00-04:00" for h in (18,17,16,15,14)), first=("6 p.m.","5 p.m.","4 p.m.","3 p.m.","2 p.m.")),
    _live("military", f"<main>{_H1}"+_rows('<div class=e><span class=t>{clock}</span><p>{told}</p></div>',clocks=tuple(c.replace(":","")+" GMT" for c in CLOCKS))+"</main>", first=tuple(c.replace(":","")+" GMT" for c in CLOCKS)),
    _live("data with updates as graph of ids, list reversed, times in ms off", f"<main>{_H1}"+_rows('<section><h2>{headline}</h2><p>{told}</p></section>')+"</main>", head=_posting_data(liveBlogUpdate=[{**p,"datePublished":p["datePublished"].replace("+00:00",".123Z")} for p in _postings()]), first=HEADLINES, times=tuple(t.replace("+00:00",".123000+00:00") for t in TIMES)),
    _live("data numeric epoch dates", f"{_H1}<div id=root></div>", head=_posting_data(liveBlogUpdate=[{**p,"datePublished":SECONDS[n] * 1000} for n,p in enumerate(_postings())]), first=HEADLINES),
    _live("data dates in RFC 2822", f"{_H1}<div id=root></div>", head=_posting_data(liveBlogUpdate=[{**p,"datePublished":f"Thu, 14 Mar 2024 {CLOCKS[n]}:00 GMT"} for n,p in enumerate(_postings())]), first=HEADLINES),
    _live("data dates with a space and offset without colon", f"{_H1}<div id=root></div>", head=_posting_data(liveBlogUpdate=[{**p,"datePublished":f"2024-03-14 {CLOCKS[n]}:00 +0000"} for n,p in enumerate(_postings())]), first=HEADLINES),
    _live("data: dateCreated, dateModified only", f"{_H1}<div id=root></div>", head=_posting_data(liveBlogUpdate=[{("dateCreated" if k=="datePublished" else k):v for k,v in p.items()} for p in _postings()]), first=HEADLINES),
    _live("data under mainEntity", f"{_H1}<div id=root></div>", head=_data({"@context":"https://schema.org","@type":"WebPage","mainEntity":{"@type":"LiveBlogPosting","headline":TITLE,"datePublished":PUBLISHED,"author":BYLINE,"liveBlogUpdate":_postings()}}), first=HEADLINES),
    _live("data type lower case and full iri", f"{_H1}<div id=root></div>", head=_data({"@context":"http://schema.org/","@type":"http://schema.org/LiveBlogPosting","headline":TITLE,"datePublished":PUBLISHED,"author":[BYLINE],"liveBlogUpdate":_postings()}), first=HEADLINES),
    _live("data in several script blocks, first broken", f"{_H1}<div id=root></div>", head='<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Cut</script>'+_posting_data(), first=HEADLINES),
    _live("data with html comment guard and trailing commas", f"{_H1}<div id=root></div>", head=_posting_data().replace('json">','json"><!--//--><![CDATA[//><!--\n').replace("}]","},]").replace("</script>","\n//--><!]]></script>"), first=HEADLINES),
    _live("data with sharedContent and text", f"{_H1}<div id=root></div>", head=_posting_data(liveBlogUpdate=[{("text" if k=="articleBody" else k):v for k,v in p.items()} for p in _postings()]), first=HEADLINES),
    _live("microdata with time elements inside header links", f"<main><div itemscope itemtype=http://schema.org/LiveBlogPosting>{_H1}<meta itemprop=datePublished content={PUBLISHED}>"+_rows('<article itemscope itemprop="liveBlogUpdate" itemtype="http://schema.org/BlogPosting"><a itemprop="url" href=#p{n}><time itemprop="datePublished" datetime="{time}">{clock}</time></a><h2 itemprop=headline>{headline}</h2><div itemprop=articleBody><p>{told}</p></div><meta itemprop=dateModified content="2024-03-14T19:00:00Z"></article>')+"</div></main>"),
    _live("RDFa", f"<main vocab='https://schema.org/' typeof=LiveBlogPosting>{_H1}"+_rows('<div property="liveBlogUpdate" typeof="BlogPosting"><span property="datePublished" content="{time}">{clock}</span><h2 property=headline>{headline}</h2><div property="articleBody"><p>{told}</p></div></div>')+"</main>"),
    _live("newest on top, then divider, then original article", f"<article>{_H1}"+"".join(f"<p><strong>Update, {c} GMT:</strong> {x}</p>" for c,x in list(zip(CLOCKS,TOLD, strict=True))[:2])+f"<hr><p>{STORY[0]}</p><p>{STORY[1]}</p></article>", first=("Update, 17:42","Update, 17:05",STORY[0]), times=(TIMES[0],TIMES[1],None), kept=STORY[:2]),
    _live("span of time in h3 with id, text until next h3", f"<article>{_H1}<div class=body>"+_rows('<h3 id="t{n}"><span class="time">{clock}</span> {headline}</h3><p>{told}</p><p>More is to be told soon, it is said.</p>')+"</div></article>", times=NAIVE),
    _live("vue-style attributes", f"<main>{_H1}"+_rows('<div data-v-1 class="feed-item"><div data-v-1 class="feed-item__time" data-published-at="{time}"> {clock} </div><div data-v-1 class="feed-item__body"><h3>{headline}</h3><p>{told}</p></div></div>')+"</main>"),
    _live("time in a button link", f"<main>{_H1}"+_rows('<div class=post id=p{n}><a class=permalink href="#p{n}" title="Permalink">{clock}</a><p><b>{headline}.</b> {told}</p></div>')+"</main>", times=NAIVE, kept=()),
    _live("author avatar and name above, clock right", f"<main>{_H1}"+_rows('<section class=card><div class=who><img src=a alt="Bo"><span>Bo Rask, Harwick</span></div><div class=when>{clock}</div><h3>{headline}</h3><p>{told}</p></section>')+"</main>", times=NAIVE, first=("Bo Rask",)*5),
    _live("entry list as ul li with strong time then text node", f"<main>{_H1}<ul>"+_rows('<li><strong>{clock}</strong> {told}</li>')+"</ul></main>", times=NAIVE, kept=()),
    _live("ol reversed with time and p", f"<main>{_H1}<ol reversed>"+_rows('<li><time>{clock}</time><p>{told}</p></li>')+"</ol></main>", times=NAIVE),
    _live("section per hour with h2", f"<main>{_H1}"+_rows('<section><h2>{clock} Uhr: {headline}</h2><p>{told}</p></section>')+"</main>", first=tuple(f"{c} Uhr" for c in CLOCKS), times=tuple(t[:19]+"+01:00" for t in TIMES)),
    _live("Portuguese às", f"<main>{_H1}"+_rows('<div class=n><p class=h>Atualizado às {clock}</p><h3>{headline}</h3><p>{told}</p></div>',clocks=tuple(c.replace(":","h") for c in CLOCKS))+"</main>", first=("Atualizado",)*5, times=NAIVE),
    _live("month-day-clock-zone caption", f"<main>{_H1}"+_rows('<div class=n><div class=stamp>Mar 14, 2024 {clock}</div><h3>{headline}</h3><p>{told}</p></div>',clocks=_AM_PM)+"</main>", first=("Mar 14",)*5, times=_EASTERN),
    _live("JSON-LD with updates and page order differing (pinned first)", f"<main>{_H1}"+"".join(f"<section><h2>{HEADLINES[n]}</h2><p>{TOLD[n]}</p></section>" for n in (2,0,1,3,4))+"</main>", head=_posting_data(), first=tuple(HEADLINES[n] for n in (2,0,1,3,4)), times=tuple(TIMES[n] for n in (2,0,1,3,4))),
    _plain("relative-time card with kicker",'<div class="live-blog-card" id="rcrd{n}"><div class="live-blog-card__kicker"><time class="relative-time" datetime="Thu Mar 14 2024 {clock}:00 GMT+0000 (Coordinated Universal Time)">{n}h ago / {clock} UTC</time></div><h2>{headline}</h2><div class=body><p>{told}</p></div></div>',first=tuple(f"{n}h ago" for n in range(5)),times=TIMES),
    _plain("at in date",'<div class=e><h3>{headline}</h3><div class=ts><time datetime="{z}">Thu 14 Mar 2024 at {clock}</time></div><p>{told}</p></div>',clocks=tuple(p.replace(" ","") for p in PM),first=HEADLINES,times=TIMES),
    _plain("capital month without year",'<div class=news><div class=dt>14 MAR, {clock}</div><p>{told}</p></div>',first=("14 MAR",)*5),
    _plain("today and half",'<div class=liveblog-paragraph id=liveblog-entry-{n}><div class=liveblog-date><a href=#{n}>Today, {clock}</a></div><h4>{headline}</h4><p>{told}</p></div>',clocks=PM,first=("Today",)*5),
    _plain("comma before short date",'<div class=item><div class=Clock>{clock} , 14.03.24</div><div class=txt><p>{told}</p></div></div>'),
    _plain("square bullet strong",'<p><strong>■ {clock} : {headline}</strong></p><p>{told}</p>',first=("■",)*5),
    _plain("relative then in brackets",'<li class=lu><div class=lt><span class=ago>{n}h ago</span><span class=abs>({clock} GMT)</span></div><h3>{headline}</h3><p>{told}</p></li>',first=tuple(f"{n}h ago" for n in range(5)),times=TIMES),
    _plain("dated clock, zone after, pipe",'<div class=e><span class=t>Thu, Mar. 14 | {clock}</span><p>{told}</p></div>',clocks=_AM_PM,first=("Thu",)*5,times=_EASTERN),
    _plain("published label in front",'<div class=e><div class=t><strong>Posted:</strong> {clock} GMT</div><p>{told}</p></div>',first=("Posted",)*5,times=TIMES),
    _plain("h5 clock and dash, b headline",'<div class=e><h5>{clock} –</h5><p><b>{headline}</b></p><p>{told}</p></div>'),
    _plain("dt dd in div groups",'<div><dt>{clock} Uhr</dt><dd><p>{told}</p></dd></div>',first=tuple(f"{c} Uhr" for c in CLOCKS),times=tuple(t[:19]+"+01:00" for t in TIMES)),
    _plain("link permalink symbol after clock",'<div class=e><h3 class=t><time datetime="{time}">{clock}</time> <a href=#x>#</a></h3><p>{told}</p></div>',times=TIMES),
    _plain("author after clock in one span",'<div class=e><div class=meta>{clock} – von Bo Rask</div><p>{told}</p></div>'),
    _plain("key label beside clock",'<div class=e><div class=meta><time datetime="{time}">{clock}</time><span class=label>Key event</span></div><h3>{headline}</h3><p>{told}</p></div>',times=TIMES),
    _plain("svg clock, seconds in datetime, text dotted",'<div class=e><div class=meta><svg width=1><path d="M0"/></svg><time datetime="{z}">{clock}</time></div><h3>{headline}</h3><p>{told}</p></div>',clocks=tuple(c.replace(":",".") for c in CLOCKS),times=TIMES),
    _plain("paragraph groups with images first",'<section class=e><img src=a><div class=t>{clock} GMT</div><p>{told}</p></section>',first=tuple(c+" GMT" for c in CLOCKS),times=TIMES),
    _plain("ad and newsletter among entries",'<div class=e><div class=t>{clock} GMT</div><p>{told}</p></div><div class=ad-unit>Advertisement</div><div class=newsletter-box><form><p>Sign up for our newsletter now</p><input></form></div>',first=tuple(c+" GMT" for c in CLOCKS),times=TIMES,around=(*AROUND,"Advertisement")),
    _plain("entries with sub-headings inside",'<article class=e><time datetime="{time}">{clock}</time><h2>{headline}</h2><p>{told}</p><h3>What it means</h3><p>Nothing is known yet of what it means for the people there.</p></article>',times=TIMES),
    _plain("entries whose body holds clocks in prose",'<article class=e><time datetime="{time}">{clock}</time><p>{told}</p><p>At <b>16:10</b> the gates were opened, he said, and closed at <b>16:20</b> again.</p></article>',times=TIMES),
    _live("data: nested in array of graph, @type list, body list",f"{_H1}<div id=app></div>",head=_data([{"@graph":[{"@type":["LiveBlogPosting"],"headline":TITLE,"datePublished":PUBLISHED,"author":[{"@type":"Person","name":BYLINE}],"liveBlogUpdate":[{**p,"articleBody":[p["articleBody"]]} for p in _postings()]}]}]),first=HEADLINES),
)

ARTICLES: tuple[Outlet, ...] = (
    _article("related cards with relative times below", f"<main><article>{_H1}{_paragraphs()}</article><div class=onward>"+"".join(f'<div class=card><a href=/z{n}><h3>{h}</h3><p>{x}</p><time datetime="{t}">{n}h ago</time></a></div>' for n,(h,x,t) in enumerate(zip(HEADLINES,TOLD,TIMES, strict=True)))+"</div></main>", around=(*AROUND,TOLD[0])),
    _article("tv schedule in article", f"<article>{_H1}{_paragraphs()}<ul>"+"".join(f"<li>{c} {h}</li>" for c,h in zip(reversed(CLOCKS),HEADLINES, strict=True))+"</ul></article>"),
    _article("published and updated stamps", f"<article>{_H1}<p class=dates>Published <time datetime='{PUBLISHED}'>14:40, 14 March 2024</time></p><p class=dates>Updated <time datetime='2024-03-14T15:10:00+00:00'>15:10, 14 March 2024</time></p>{_paragraphs()}</article>"),
    _article("updated-at line at the end", f"<article>{_H1}{_paragraphs()}<p><em>Updated at 5:42 p.m.</em></p></article>"),
    _article("editor's note with a time", f"<article>{_H1}{_paragraphs()}<p><em>Editor’s note: This story was updated at 5:45 p.m. ET to add comment from the county.</em></p></article>"),
    _article("times in sentences", f"<article>{_H1}{_paragraphs()}<p>At 5:42 p.m., the county said the gates were open.</p><p>At 6:12 p.m., the second village was cleared.</p><p>By 7 p.m., all were safe.</p></article>"),
    _article("related live page in data", f"<article>{_H1}{_paragraphs()}</article>", head=_META+_data({"@type":"NewsArticle","headline":TITLE,"datePublished":PUBLISHED,"author":{"name":BYLINE},"isPartOf":{"@type":"CreativeWork"}})+_data({"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"LiveBlogPosting","headline":"Another live page","liveBlogUpdate":[{"@type":"BlogPosting","headline":"Elsewhere","articleBody":"Something else happened far away from the dam.","datePublished":TIMES[0]}]}}]})),
    _article("live posting without updates", f"<article>{_H1}{_paragraphs()}</article>", head=_META+_posting_data(liveBlogUpdate=[])),
    _article("transcript with time codes", f"<article>{_H1}{_paragraphs()}<h2>Transcript</h2>"+"".join(f"<p>[00:{n}2:15] So what did they say about the wall then, I asked.</p>" for n in range(5))+"</article>"),
    _article("podcast chapters", f"<article>{_H1}{_paragraphs()}<ul>"+"".join(f"<li>0{n}:1{n} – What the report says about it</li>" for n in range(5))+"</ul></article>"),
    _article("photo credits with dates", f"<article>{_H1}"+_paragraphs('<figure><img src=a><figcaption>The dam on March 14, 2024, at 5:42 p.m. (Photo: Bo Rask)</figcaption></figure><p>{}</p>')+"</article>", kept=STORY),
    _article("comments in a section with articles", f"<article>{_H1}{_paragraphs()}</article><section id=discussion><h3>4 Comments</h3>"+"".join(f'<article class=post><h4>Reader {n}</h4><time datetime="2024-03-14T2{n}:10:00Z">2{n}:10</time><p>I drove past the dam number {n} times and nobody ever told us that there was anything wrong with the wall at all.</p></article>' for n in range(4))+"</section>", around=(*AROUND,"I drove past")),
    _article("weather by the hour", f"<article>{_H1}{_paragraphs()}<div class=weather>"+"".join(f"<div class=h><span class=t>{c}</span><span>{n+4}°</span><span>Rain</span></div>" for n,c in enumerate(reversed(CLOCKS)))+"</div></article>"),
    _article("results of matches with kick-off times", f"<article>{_H1}{_paragraphs()}<div class=fixtures>"+"".join(f"<div class=m><span class=t>{c}</span><span>Harwick – Dunmoor</span><span>2:1</span></div>" for c in reversed(CLOCKS))+"</div></article>"),
    _article("teasers with lead paragraphs, no links on headings", f"<div class=page><article>{_H1}{_paragraphs()}</article><div class=mehr>"+"".join(f'<div class=t><span class=d>{c} Uhr</span><h3>Rathaus {n}</h3><p>{x} <a href=/t{n}>mehr</a></p></div>' for n,(c,x) in enumerate(zip(CLOCKS,TOLD, strict=True)))+"</div></div>", around=(*AROUND,TOLD[0])),
    _article("reading time and word counts", f"<article>{_H1}<div class=meta><span>5 min read</span><span>14 March 2024</span></div>{_paragraphs()}</article>"),
    _article("agenda for the day", f"<article>{_H1}{_paragraphs()}<h3>What to watch</h3><p>9:30 a.m. – Council meets in the town hall of Harwick.</p><p>11 a.m. – The minister speaks.</p><p>2 p.m. – Divers go down again.</p></article>"),
    _article("vote counts with colons", f"<article>{_H1}{_paragraphs()}<p>12:10 voted the council for the plan.</p></article>"),
    _article("bible and scores", f"<article>{_H1}{_paragraphs()}<p>Luke 12:15 was read.</p><p>Final score: 21:14.</p></article>"),
    _article("wp comments, old theme", f"<div id=content><div class=post>{_H1}<div class=entry>{_paragraphs()}</div></div><h3 id=comments-title>4 Responses to “The dam”</h3><ol class=commentlist>"+_voices('<li class="comment even depth-1" id="comment-{n}"><div id="div-comment-{n}" class="comment-body"><div class="comment-author vcard"><cite class=fn>Reader {n}</cite> <span class=says>says:</span></div><div class="comment-meta commentmetadata"><a href="#c{n}">March 14, 2024 at {ap}</a></div><p>{r}</p></div></li>')+"</ol></div>",around=_WITH_VOICES),
    _article("blogger comments", f"<div class='post hentry'>{_H1}<div class='post-body entry-content'>{_paragraphs('{}<br><br>')}</div><div class=post-footer>Posted by {BYLINE} at <abbr class=published title='2024-03-14T14:40:00+00:00'>2:40 PM</abbr></div></div><div class=comments id=comments><h4>4 comments:</h4><dl id=comments-block>"+_voices("<dt class=comment-author>Reader {n} said...</dt><dd class=comment-body><p>{r}</p></dd><dd class=comment-footer><span class=comment-timestamp><a href=#>March 14, 2024 at {ap}</a></span></dd>")+"</dl></div>",around=_WITH_VOICES,kept=()),
    _article("drupal comments", f"<div class=node>{_H1}<div class=content>{_paragraphs()}</div></div><div id=comments class='comment-wrapper'><h2 class=title>Comments</h2>"+_voices("<div class='comment odd'><div class=submitted>Submitted by Reader {n} on Thu, 03/14/2024 - {c}</div><div class=content><p>{r}</p></div></div>")+"</div>",around=_WITH_VOICES),
    _article("leserkommentare", f"{_STORY}<section class=leser><h2>4 Leserkommentare</h2>"+_voices("<div class=beitrag><div class=kopf><b>Leser {n}</b><span class=zeit>14.03.2024, {c} Uhr</span></div><p>{r}</p></div>")+"</section>",around=_WITH_VOICES),
    _article("réactions", f"{_STORY}<section class=reactions><h2>Vos réactions (4)</h2>"+_voices("<div class=reac><div class=tete><b>Lecteur {n}</b><span class=heure>14/03/2024 à {c}</span></div><p>{r}</p></div>")+"</section>",around=_WITH_VOICES),
    _article("opiniones", f"{_STORY}<section class=op><h3>Opiniones</h3>"+_voices("<div class=o><span class=u>Lector {n}</span> <span class=h>{c}</span><p>{r}</p></div>")+"</section>",around=_WITH_VOICES),
    _article("join the conversation", f"{_STORY}<section class=conv><h3>Join the conversation</h3>"+_voices("<div class=o><span class=u>Reader {n}</span> <time datetime={t}>{c}</time><p>{r}</p></div>")+"</section>",around=_WITH_VOICES),
    _article("embedded posts with clocks", f"<article>{_H1}"+_paragraphs('<p>{}</p>')+_voices('<blockquote class="twitter-tweet"><p>The valley road number {n} is open again for all residents who have a pass with them.</p>&mdash; Harwick Council (@harwick) <a href="https://twitter.com/harwick/status/1768{n}00000000000000">{ap} · Mar 14, 2024</a></blockquote>')+"</article>"),
    _article("tweets as divs with time", f"<article>{_H1}"+_paragraphs('<p>{}</p>')+_voices('<div class="tweet-embed"><div class=h><b>Harwick Council</b> <span>@harwick</span> <time datetime="{t}">{ap}</time></div><p>The valley road number {n} is open again for all residents who have a pass with them.</p></div>')+"</article>"),
    _article("tv tips", f"<article>{_H1}{_paragraphs()}<h2>On tonight</h2>"+"".join(f"<p><b>Film {n}, Channel {n}, {c}</b><br>{x}</p>" for n,(c,x) in enumerate(zip(reversed(CLOCKS),TOLD, strict=True)))+"</article>"),
    _article("liturgy or hours, table", f"<article>{_H1}{_paragraphs()}<table>"+"".join(f"<tr><td>{c}</td><td>{x}</td></tr>" for c,x in zip(reversed(CLOCKS),TOLD, strict=True))+"</table></article>"),
    _article("bylines with times of several pieces below", f"{_STORY}<div class=latest-posts>"+_voices("<article class=post><header><h2><a href=/p{n}>Piece number {n} of the day</a></h2><div class=entry-meta>Posted on <time datetime={t}>March 14, 2024 {c}</time> by Bo Rask</div></header><div class=entry-summary><p>{r} […]</p></div></article>")+"</div>",around=_WITH_VOICES),
    _article("previous and next posts with dates", f"{_STORY}<nav class=post-navigation><div>Previous: <a href=/a>The ferry is back in service for all</a> <time>12:10</time></div></nav>"),
    _article("photo gallery with times in captions", f"<article>{_H1}{_paragraphs()}"+_voices("<figure><img src=x><figcaption><span class=t>{c}</span> A view of the wall from the north, with divers and people who look on, picture number {n}, Saltmere.</figcaption></figure>")+"</article>"),
    _article("recipe steps with minutes", f"<article>{_H1}{_paragraphs()}<ol>"+"".join(f"<li>{n}0 min: Stir the soup and let it stand, then add the rest of the salt and the pepper, as you like.</li>" for n in range(1,6))+"</ol></article>"),
    _article("video list with durations", f"{_STORY}<ul class=videos>"+"".join(f"<li><span class=dur>0{n}:3{n}</span><h4>Video {n}</h4><p>What divers saw when they went down to the foot of the dam, told by one of them on his boat.</p></li>" for n in range(1,6))+"</ul>",around=AROUND),
    _article("match report with goals by minute", f"<article>{_H1}{_paragraphs()}"+"".join(f"<p><b>{n}2'</b> Rask shoots from far out and hits the post, and the ball goes out for a corner to Harwick.</p>" for n in range(1,6))+"</article>"),
    _article("data-date attributes on story cards in main", f"<main>{_H1}{_paragraphs()}<div class=cards>"+_voices("<a class=card href=/k{n} data-published='{t}'><h3>Council meets again number {n}</h3><p>{r}</p><span class=ago>{n} hours ago</span></a>")+"</div></main>",around=_WITH_VOICES),
    _article("amp story with ads and social", f"<main role=main><article class=amp-wp-article><header>{_H1}<div class='amp-wp-meta amp-wp-byline'>{BYLINE}</div><div class='amp-wp-meta amp-wp-posted-on'><time datetime='{PUBLISHED}'>2 hours ago</time></div></header><div class=amp-wp-article-content>"+_paragraphs("<p>{}</p><amp-ad type=x><div placeholder>Advertisement text of a shop that sells shoes</div></amp-ad>")+"</div></article></main>", around=(*AROUND,"sells shoes")),
    _article("drupal field wrappers", f"<div class='node node--type-article'><h1 class=page-title>{TITLE}</h1><div class='field field--name-body field--type-text-with-summary field--label-hidden field__item'>{_paragraphs()}</div><div class='field field--name-field-tags'><div class=field__label>Tags</div><div class=field__item><a href=/t>Dams</a></div></div></div>", around=(*AROUND,"Tags")),
    _article("paragraphs as divs with data-testid", f"<article>{_H1}"+_paragraphs('<div data-testid="paragraph-0" class="text__text__1FZLe">{}</div>')+"</article>"),
    _article("story in section siblings, ads in asides", f"<article>{_H1}"+_paragraphs('<section name=articleBody><div class="StoryBodyCompanionColumn"><div><p>{}</p></div><aside aria-label="companion column"></aside></div></section>')+"</article>"),
    _article("first paragraph bold outside of body", f"<article>{_H1}<p class=article__teaser><strong>{STORY[0]}</strong></p><div class=article__body>{_paragraphs(words=STORY[1:])}</div></article>"),
    _article("body in table layout of old", f"<table width=100%><tr><td width=150><a href=/1>News</a><br><a href=/2>Sport</a></td><td>{_H1}<font size=2>"+"<p>".join(STORY)+"</font></td><td width=160><b>Most read</b><br><a href=/3>Ferry back in service again</a></td></tr></table>", around=(*AROUND,"Ferry back in service again")),
    _article("pull quotes repeat words", f"<article>{_H1}"+_paragraphs()+"<blockquote class=pullquote><p>“We will not bet anybody's life on it”</p></blockquote></article>"),
    _article("bullets of key points above", f"<article>{_H1}<ul class=key-points><li>Three villages are cleared</li><li>Water is let out</li></ul>{_paragraphs()}</article>", kept=("Three villages are cleared","Water is let out",*STORY)),
    _article("infobox with links", f"<article>{_H1}{_paragraphs(words=STORY[:3])}<div class=infobox><h3>The Saltmere dam</h3><p>Built in 1931, it holds 40 million cubic metres of water.</p></div>{_paragraphs(words=STORY[3:])}</article>"),
    _article("newsletter box in the middle, no telling name", f"<article>{_H1}{_paragraphs(words=STORY[:3])}<div class=x91><form><h4>Sign up for our newsletter now</h4><input type=email><button>Go</button></form></div>{_paragraphs(words=STORY[3:])}</article>"),
    _article("paywall: text behind class, shown", f"<article>{_H1}<div class=paywall-content>{_paragraphs()}</div></article>"),
    _article("text hidden by style for non-subscribers", f"<article>{_H1}<p>{STORY[0]}</p><div class='rest' style='display:none'>{_paragraphs(words=STORY[1:])}</div></article>", kept=STORY[:1]),
    _article("spans and line breaks in sentences", f"<article>{_H1}"+"".join(f"<p><span>{p[:40]}</span><span>{p[40:]}</span></p>" for p in STORY)+"</article>"),
    _article("inline related link in paragraphs", f"<article>{_H1}"+_paragraphs("<p>{}</p><p class=inline-related><a href=/z><strong>Related:</strong> The villages that fear the water</a></p>")+"</article>", around=(*AROUND,"that fear the water")),
    _article("em dash read-also lines", f"<article>{_H1}"+_paragraphs("<p>{}</p><p><strong>READ MORE: <a href=/z>The villages that fear the water</a></strong></p>")+"</article>", around=(*AROUND,"that fear the water")),
    _article("German Lesen Sie auch", f"<article>{_H1}"+_paragraphs("<p>{}</p><p><b>Lesen Sie auch:</b> <a href=/z>The villages that fear the water</a></p>")+"</article>", around=(*AROUND,"that fear the water")),
    _article("author bio at the end, no name for it", f"<article>{_H1}{_paragraphs()}<p><em>{BYLINE} is the Courier's water correspondent. Follow her on Twitter.</em></p></article>"),
    _article("byline list and date in header list", f"<article><header>{_H1}<ul class=meta><li>By <a href=/a>{BYLINE}</a></li><li>14 March 2024</li><li>5 comments</li></ul></header>{_paragraphs()}</article>", head="", published="2024-03-14"),
    _article("byline two lines", f"<article>{_H1}<div class=byline><span>By</span> <a rel=author href=/a>{BYLINE}</a><br>Water correspondent</div><time datetime={PUBLISHED}>Thu</time>{_paragraphs()}</article>", head=""),
    _article("title not h1 but h2", f"<article><h2 class=entry-title>{TITLE}</h2>{_paragraphs()}</article>"),
    _article("kicker above the title", f"<article><p class=kicker>Valley</p>{_H1}{_paragraphs()}</article>"),
    _article("h1 is the site", f"<header><h1>The Courier</h1></header><article><h2>{TITLE}</h2>{_paragraphs()}</article>"),
    _article("noscript images, lazy pictures", f"<article>{_H1}<figure><img data-src=a><noscript><img src=a alt=x></noscript><figcaption>The dam on Thursday. <span class=credit>Photo: Bo Rask</span></figcaption></figure>{_paragraphs()}</article>"),
    _article("video player with words", f"<article>{_H1}<div class=video-player><div class=vjs-control-text>Play Video</div><span>Current Time 0:00</span><span>Duration 2:10</span></div>{_paragraphs()}</article>", around=(*AROUND,"Current Time")),
    _article("cookie wall after the story in plain div", f"<article>{_H1}{_paragraphs()}</article><div id=onetrust-consent-sdk><p>We and our partners use Cookies help us to store things on your device and much more text for you to read here.</p></div>"),
    _article("live label on an ordinary article", f"<article><span class=live-badge>LIVE</span>{_H1}{_paragraphs()}</article>"),
    _article("poll and results in the story", f"<article>{_H1}{_paragraphs(words=STORY[:4])}<div class=poll><p>Do you feel safe?</p><label>Yes 42%</label><label>No 58%</label></div><p>{STORY[4]}</p></article>"),
    _article("footnotes", f"<article>{_H1}{_paragraphs()}<ol class=footnotes><li id=fn1>County report, page 12. <a href=#r1>↩</a></li></ol></article>"),
    _article("next stories infinite scroll: second article below", f"<article>{_H1}{_paragraphs()}</article><article><h1>Council tax to rise again, says mayor</h1><p>The council has decided on Wednesday to raise the tax by four per cent from April on, which nobody likes.</p><p>It is the third time in as many years, and the mayor says it is the last.</p></article>"),
    _article("right to left page", f"<article dir=rtl>{_H1}{_paragraphs()}</article>"),
    _article("gallery slides with time of day in captions", f"<article>{_H1}{_paragraphs()}"+"".join(f"<div class=slide><div class=slide-caption>{c} GMT: divers at the wall, one of many pictures that our reporter took on that day at the dam.</div></div>" for c in CLOCKS)+"</article>"),
    _article("hourly forecast sentences",f"<article>{_H1}{_paragraphs()}"+"".join(f"<p>{h} a.m.: {w} over the valley with winds from the north and a chance of rain of 40 per cent.</p>" for h,w in ((6,"Fog"),(9,"Sun"),(11,"Clouds")))+"</article>"),
    _article("q and a with names and colons",f"<article>{_H1}"+_paragraphs("<p><strong>Courier:</strong> What then?</p><p><strong>Marsh:</strong> {}</p>")+"</article>",kept=()),
    _article("sources list with times",f"<article>{_H1}{_paragraphs()}<ul class=sources><li>Interview, 14 March, 10:10</li><li>Interview, 14 March, 11:20</li><li>Interview, 14 March, 12:30</li></ul></article>"),
    _article("top stories carousel in article with times and long text",f"<article>{_H1}{_paragraphs(words=STORY[:2])}<div class=carousel>"+"".join(f"<div class=c><a href=/c{n}><time datetime={t}>{c}</time><h4>{h}</h4><p>{x}</p></a></div>" for n,(c,t,h,x) in enumerate(zip(CLOCKS,TIMES,HEADLINES,TOLD, strict=True)))+f"</div>{_paragraphs(words=STORY[2:])}</article>"),
    _article("embedded facebook posts with clocks",f"<article>{_H1}{_paragraphs()}"+"".join(f"<div class=fb-post data-href=x><blockquote class=fb-xfbml-parse-ignore><p>Road {n} is open again for all residents with a pass.</p>Posted by <a href=f>Harwick Council</a> on <a href=g>Thursday, March 14, 2024 at {c}</a></blockquote></div>" for n,c in enumerate(CLOCKS))+"</article>"),
    _article("bluesky embeds",f"<article>{_H1}{_paragraphs()}"+"".join(f'<blockquote class="bluesky-embed" data-bluesky-uri="at://x"><p lang="en">Road {n} is open again for all residents with a pass.</p>&mdash; Harwick Council (<a href="https://bsky.app/profile/did:plc:x?ref_src=embed">@harwick.example</a>) <a href="https://bsky.app/profile/did:plc:x/post/3k{n}?ref_src=embed">March 14, 2024 at {n+1}:1{n} PM</a></blockquote>' for n in range(4))+"</article>"),
)
# fmt: on
