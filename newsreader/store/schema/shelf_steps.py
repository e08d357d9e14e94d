"""The steps of the schema that lists and filters need; all are listed in ``migrations.py``.

As there: a step is never edited once it has landed.
"""

from __future__ import annotations

from sqlite_utils import Database

from newsreader.store.schema.newer_steps import run


def shelves_and_counts(db: Database) -> None:
    """Where the stories stand that filters ask for, and how many there are, kept beside them."""
    sums = ("tags", "notes", "evidence", "said_confirmed", "said_speculative", "said_opinion")
    run(
        db,
        *(f"ALTER TABLE progress ADD COLUMN {each} INTEGER NOT NULL DEFAULT 0" for each in sums),
        """
        UPDATE progress SET tags = t.tags, notes = t.notes, evidence = t.evidence,
            said_confirmed = t.c, said_speculative = t.s, said_opinion = t.o
        FROM (
            SELECT story, editor, count(*) AS tags, count(note) AS notes,
                count(evidence) AS evidence, count(nullif(label = 'confirmed', 0)) AS c,
                count(nullif(label = 'speculative', 0)) AS s,
                count(nullif(label = 'opinion', 0)) AS o
            FROM tag GROUP BY story, editor
        ) t WHERE t.story = progress.story AND t.editor = progress.editor
        """,
        "ALTER TABLE progress ADD COLUMN open INTEGER NOT NULL DEFAULT 0",
        "UPDATE progress SET open = (SELECT statements FROM story WHERE id = story) "
        "- confirmed - speculative - opinion",
        "CREATE INDEX progress_open ON progress(editor, open, story)",
        """
        CREATE TABLE shelf (
            kind TEXT NOT NULL,
            editor TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            story INTEGER NOT NULL REFERENCES story(id),
            PRIMARY KEY (kind, editor, changed_at, story)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX shelf_story ON shelf(story)",
        """
        CREATE TABLE counted (
            name TEXT NOT NULL PRIMARY KEY,
            n INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        "INSERT INTO counted SELECT 'stories', count(*) FROM story WHERE removed IS NULL",
        """
        CREATE TRIGGER story_counted AFTER INSERT ON story WHEN new.removed IS NULL
        BEGIN UPDATE counted SET n = n + 1 WHERE name = 'stories'; END
        """,
        """
        CREATE TRIGGER story_counted_anew AFTER UPDATE OF removed ON story
        WHEN (old.removed IS NULL) <> (new.removed IS NULL)
        BEGIN
            UPDATE counted SET n = n + CASE WHEN new.removed IS NULL THEN 1 ELSE -1 END
            WHERE name = 'stories';
        END
        """,
    )
    _fill_shelves(db)


def _fill_shelves(db: Database) -> None:
    """Put the stories where they belong that somebody opened or tagged."""
    tagged = "p.confirmed + p.speculative + p.opinion"
    own = {
        "progress": f"{tagged} BETWEEN 1 AND s.statements - 1",
        "done": f"s.statements > 0 AND {tagged} >= s.statements",
        "confirmed": "p.confirmed > 0",
        "speculative": "p.speculative > 0",
        "opinion": "p.opinion > 0",
        "gone": "p.left_behind > 0",
        "stale": "p.stale > 0",
        "mine": "p.tags > 0",
    }
    said = {
        "note": "notes",
        "evidence": "evidence",
        **{label: f"said_{label}" for label in ("confirmed", "speculative", "opinion")},
    }
    news = (
        "EXISTS (SELECT 1 FROM news w WHERE w.story = l.story AND w.revision > l.revision "
        "AND w.fresh + w.changed + w.gone > 0)"
    )
    of_progress = "FROM progress p JOIN story s ON s.id = p.story"
    of_look = "FROM look l JOIN story s ON s.id = l.story WHERE l.revision < s.revisions"
    run(
        db,
        *(
            f"INSERT INTO shelf SELECT '{kind}', p.editor, s.changed_at, s.id {of_progress} "
            f"WHERE {condition}"
            for kind, condition in own.items()
        ),
        *(
            f"INSERT INTO shelf SELECT DISTINCT '{kind}', '', s.changed_at, s.id {of_progress} "
            f"WHERE p.{column} > 0"
            for kind, column in said.items()
        ),
        "INSERT INTO shelf SELECT 'removed', '', changed_at, id FROM story "
        "WHERE removed IS NOT NULL",
        f"INSERT INTO shelf SELECT 'waiting', l.editor, s.changed_at, s.id {of_look}",
        f"INSERT INTO shelf SELECT 'changed', l.editor, s.changed_at, s.id {of_look} AND {news}",
    )
