"""The labels of a stamp, which says when an article was published or changed; data only.

As alternatives of regular expressions, for text without regard to case. Both kinds make a line a
stamp; only the first kind dates the article.
"""

from __future__ import annotations

PUBLISHED = (
    r"published|posted|created|issued|original|filed|date|stand|veröffentlicht|erstellt|publiée?|"
    r"pubblicato|publicado"
)
"""It was published; with German "Stand", what it says is as of then."""

CHANGED = r"updated?|modified|aktualisiert|geändert|mise? à jour|modifiée?|aggiornato|actualizado"
"""It was changed."""

BEFORE = r"first|last|originally|most recently|zuletzt|article|artikel"
"""What may stand before either."""
