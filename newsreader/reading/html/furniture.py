"""Lines that pages put between the words of a story: labels of buttons, of advertisements.

Names of elements tell most of a page's chrome (``weighing.py``); what is left inside of stories is
short and always the same. So a block counts as furniture only if all of it is one of these
phrases, counters and punctuation aside.

What must stay true: a sentence, a name, a headline is never furniture.
"""

from __future__ import annotations

import re

_LONGEST = 60  # code points of a label
_LONGEST_POINTER = 400  # code points of a line that leads to other pages
_PHRASES = """
ad | ads | advert | advertisement | advertising | advertisement continue reading below
advertisement scroll to continue | article continues below | article continues after ad
article continues after advertisement | story continues below | story continues after ad
story continues below advertisement | continue reading below | continue reading the main story
continue reading | scroll to continue | sponsored | sponsored content | supported by | paid post
promoted | report this ad | report ad | video ad feedback | ad feedback | powered by livefyre
skip advertisement | skip ad | skip past newsletter promotion | after newsletter promotion
inread invented by teads | hide caption | toggle caption | enlarge this image | enlarge | caption
close | back to gallery | view gallery | gallery | view all | see all | show all | see more
show more | load more | more | less | view fullscreen | fullscreen | full screen | open image modal
image | photo | photos | play video | watch live | next article | previous article | next story
previous story | next | previous | share | share this | share this article | share this story
share on facebook | share on twitter | share on x | share via email
share tweet share | all share services | tweet | pin it | copy link | copy link url | link copied
email | e-mail | print | print this article | save | save article
comment | comments | view comments | show comments
leave a comment | read comments | be sociable share | follow us | text size | font size
order reprints | order reprint | table of contents | filed under | read next | read more
read more here | related | related articles | related stories | related topics | related content
more on this story | more from | see also | you might also like | recommended | recommended stories
most read | most popular | trending | trending now | sign up | sign in | log in | subscribe
subscribe now | already a subscriber | get the app | listen | listen to this article
listen to article | this is a modal window | your browser does not support the audio element
your browser does not support the video tag | loading | please wait | back to top | jump to comments
anzeige | werbung | anzeige weiterlesen | artikel teilen | teilen | drucken | merken
mehr zum thema
weiterlesen | weiterlesen nach der anzeige | lesen sie auch | kommentare | zur startseite | vorlesen
publicité | la suite après la publicité | la suite après cette publicité | partager | imprimer
commenter | lire aussi | à lire aussi | publicidad | publicidade | compartir | compartilhar
imprimir | comentarios | comentários | lea también | leia também | leia mais | ver más | saiba mais
continua após a publicidade | pubblicità | condividi | stampa | commenti | leggi anche
reklama | czytaj też | czytaj także | udostępnij | komentarze | advertentie | delen | lees ook
annons | dela | läs också | läs mer | annonse | del | les også | annonce
広告 | 广告 | 廣告 | реклама | читайте также
"""
_FURNITURE = frozenset(" ".join(each.split()) for each in re.split(r"[|\n]", _PHRASES.strip()))
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_COUNTER = re.compile(
    r"(?:image|photo|slide|picture|bild|foto|page)\s\d{1,3}\s(?:of|/|von|de|sur)[\s/]{0,3}\d{1,3}"
    r"|\d{1,3}\s{0,3}/\s{0,3}\d{1,3}|\d{1,4}\s(?:comments?|shares?|kommentare?|commentaires?)"
    r"|(?:(?:current time|duration|remaining time|time remaining)\s?-?[\d:.]{0,8}\s?){1,4}"
    r"|your video will play in \d{1,2}:\d{2}|powered by [\w.]{2,30}",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:related|recommended|(?:also\s)?read(?:\s(?:also|more|next|this|on))?|also\sread|see\salso|more"
    r"|watch|(?:don['’]t|do\snot)\smiss|you\smay\salso\slike|topics?|tags?|filed\sunder|categories"
    r"|lesen\ssie\s(?:auch|hier|mehr|dazu)|mehr\s(?:dazu|zum\sthema)|siehe\sauch|themen|schlagwörter"
    r"|(?:à\s)?lire\saussi|sur\sle\smême\ssujet|lea\stambién|lea\smás|te\spuede\sinteresar|leia\s(?:também|mais)"
    r"|leggi\sanche|czytaj\s(?:też|także|więcej)|lees\sook|läs\s(?:också|mer)|les\sogså)"
    r"\b[^:.!?]{0,20}:\s*(?=\S)",
    re.IGNORECASE,
)
_LINKED = 0.6  # of the words after such a label that are links
_COUNT = re.compile(r"\s\(\d{1,5}$")


def is_furniture(words: str, linked: int = 0) -> bool:
    """Whether all of a block is a label of the page's own, or leads to other pages.

    Args:
        words: the block's words.
        linked: how many of its code points are links.
    """
    label = _POINTER.match(words) if linked else None
    if label is not None and linked >= _LINKED * (len(words) - label.end()):
        return len(words) <= _LONGEST_POINTER
    if len(words) > _LONGEST:
        return False
    said = _COUNT.sub("", _EDGES.sub("", " ".join(words.casefold().split())))
    return said in _FURNITURE or (bool(said) and _COUNTER.fullmatch(said) is not None)
