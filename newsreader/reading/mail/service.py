"""What newsletters say about themselves: the lines around the news that are no part of it.

Only whole short paragraphs are taken, so that a sentence about unsubscribing stays a sentence.
"""

from __future__ import annotations

import re

from newsreader.model.article import Article, BlockKind

_LONGEST = 80
_LINES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:can[’']t|cannot|(?:having )?trouble) (?:see|view|read)(?:ing)?\b.{0,50}",
        r"(?:view|read|open|see) (?:.{1,25} )?(?:online|(?:in|on) .{0,12}(?:browser|site|version))",
        r"web version|add us to your address book|contact us|advertisement",
        r"unsubscribe(?: here| now| from (?:this|these|all) .{1,30})?",
        r"(?:if you (?:no longer wish|do not want|don[’']t want) .{1,50}|to) unsubscribe\b.{0,40}",
        r"you(?:[’']re| are) receiving this .{1,60}|you received? this (?:e-?mail|alert) .{1,60}",
        r"(?:©|copyright (?:©|\(c\)|\d{4})).{1,60}",
        r"(?:manage|update) (?:your )?.{0,20}preferences",
        r"privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions)",
        r"forward (?:this )?(?:e-?mail )?to a friend",
        r"im browser (?:öffnen|ansehen|anzeigen|lesen)",
        r"(?:newsletter )?(?:hier )?(?:abmelden|abbestellen)",
        r"datenschutz(?:erklärung)?|impressum|anzeige",
        r"(?:voir|lire|afficher) (?:cet? .{1,15})?dans (?:votre|le|un) navigateur",
        r"(?:voir|lire|afficher) (?:la version )?en ligne|mentions légales|publicité",
        r"se désabonner|se désinscrire|politique de confidentialité",
        r"(?:visualizza|leggi) (?:nel|sul) browser|annulla (?:l[’'])?iscrizione|disiscriviti",
        r"ver (?:en (?:el|tu) navegador|en línea)|darse de baja|cancelar (?:la )?suscripción",
    )
)


def set_apart(article: Article) -> Article:
    """``article`` with such lines told as bylines are: in the text, and no statements."""
    if not any(_is_service(article, block.start, block.end) for block in article.blocks):
        return article
    blocks = tuple(
        block._replace(kind=BlockKind.BYLINE, level=0)
        if _is_service(article, block.start, block.end)
        and (block.start, block.end) != article.title_span
        else block
        for block in article.blocks
    )
    return article._replace(blocks=blocks)


def _is_service(article: Article, start: int, end: int) -> bool:
    """Whether a block is only such lines, put side by side with bars or dots at most."""
    if end - start > _LONGEST:
        return False
    parts = re.split(r"[|·•\n]", article.text[start:end])
    said = [part.strip(" .:»›>?!\u2192") for part in parts if part.strip()]
    return bool(said) and all(any(line.fullmatch(part) for line in _LINES) for part in said)
