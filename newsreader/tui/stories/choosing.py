"""Marking stories, and what is done with those that are marked: exporting and deleting them."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.model.story import Story
from newsreader.tui.stories.base import ListBase

_YES = {"y", "yes"}


class Choosing(ListBase):
    """Stories that are marked, written to a file or taken off the list."""

    def action_mark(self) -> None:
        """Mark the story, or take its mark away, and move on."""
        rows = self.stories
        story = rows.story
        if story is None:
            return
        if rows.marked.pop(story.id, None) is None:
            rows.marked[story.id] = story
        rows.move(1)
        rows.redraw()
        self.heading.marked = len(rows.marked)
        self._moved()

    def action_clear_search(self) -> None:
        """End the search, then the filter, then the order; then the marks go."""
        rows = self.stories
        if self.asked.without() == self.asked:
            rows.marked.clear()
            self._show(rows.feed, rows.cursor)
        else:
            self._ask_for(self.asked.without())

    def action_export(self) -> None:
        """Write the tags of the marked stories, or of all that are shown, to a file."""
        rows = self.stories
        marked = list(rows.marked.values())
        many = f"{stories(len(marked))} marked" if marked else "all stories shown"

        def answered(text: str | None) -> None:
            if text and text.strip():
                self._export_to(marked, text.strip())

        if rows.story is None and not marked:
            self.say("no story to export")
        else:
            self.ask("export to", "", answered)
            self.tell_typing(f"{many}, as .jsonl or .csv")

    def _export_to(self, marked: Sequence[Story], target: str) -> None:
        """Write the file; ask before another one is written over."""
        from newsreader.library.exporting import is_there  # noqa: PLC0415  at first use

        def answered(text: str | None) -> None:
            if (text or "").strip().casefold() in _YES:
                self._write(marked, target, overwrite=True)
            else:
                self.say("not exported")

        if is_there(target):
            self.ask("write over it? y/n", "", answered)
            self.tell_typing(f"{target} is there")
        else:
            self._write(marked, target)

    def _write(self, marked: Sequence[Story], target: str, *, overwrite: bool = False) -> None:
        from newsreader.library.exporting import export_to  # noqa: PLC0415  at first use

        library = self.desk.library
        chosen = marked or library.stories(self.asked.wanted)
        done = export_to(library, chosen, target, overwrite=overwrite)
        tags = f"{done.tags} tag{'s' * (done.tags != 1)}"
        self.say(f"{tags} of {stories(done.stories)} written to {target}")

    def action_delete(self) -> None:
        """Take the current story off the list, or those that are marked after asking."""
        rows = self.stories
        current = [rows.story] if rows.story is not None else []
        chosen = [story for story in rows.marked.values() or current if story.removed is None]

        def answered(text: str | None) -> None:
            if (text or "").strip().casefold() in _YES:
                self._delete(chosen)
            else:
                self.say("not deleted")

        if not chosen:
            self.say("no story to delete")
        elif rows.marked:  # some of them may be out of sight
            self.ask("delete? y/n", "", answered)
            titles = ", ".join(f"“{story.title}”" for story in chosen[:3])
            self.tell_typing(f"{stories(len(chosen))} marked: {titles}")
        else:
            self._delete(chosen)

    def _delete(self, chosen: Sequence[Story]) -> None:
        from newsreader.library.removing import remove  # noqa: PLC0415  at first use

        rows = self.stories
        try:
            remove(self.desk.library, chosen)
        finally:
            rows.marked.clear()
            self.take_news()
        what = f"“{chosen[0].title}”" if len(chosen) == 1 else stories(len(chosen))
        self.say(f"{what} deleted, tags kept · {self.key('undo-delete')} undoes it")

    def action_undo_delete(self) -> None:
        """Bring back the deleted story one is on, or what the editor deleted last."""
        from newsreader.library.removing import restore, restore_last  # noqa: PLC0415  at first use

        library, current = self.desk.library, self.stories.story
        if current is not None and current.removed is not None:
            back = restore(library, [current.id])
        else:
            back = restore_last(library)
        self.take_news(back[0].id if back else None)
        if not back:
            self.say("no deleted story of yours to bring back; is:removed shows all")
        else:
            self.say(
                f"“{back[0].title}” is back" if len(back) == 1 else f"{stories(len(back))} back"
            )


def stories(count: int) -> str:
    """So many stories, in words."""
    return f"{count} stor{'y' if count == 1 else 'ies'}"
