"""The commands of the list of stories."""

from __future__ import annotations

from newsreader.tui.commands.command import (
    FIND,
    LOOK,
    MOVE,
    PROGRAM,
    SHELF,
    TAG,
    Command,
)

LIST_COMMANDS: tuple[Command, ...] = (
    Command(
        "open", ("l", "enter", "right"), "open", "Read the story",
        LOOK, "list", footer=2,
    ),
    Command(
        "next-story", ("j", "down"), "next", "Go to the next story",
        MOVE, "list", footer=4,
    ),
    Command(
        "previous-story", ("k", "up"), "previous", "Go to the previous story",
        MOVE, "list", footer=5,
    ),
    Command(
        "page-down", ("space", "ctrl+d", "pagedown"), "page down", "Go down by a screenful",
        MOVE, "list",
    ),
    Command(
        "page-up", ("b", "ctrl+u", "pageup"), "page up", "Go up by a screenful",
        MOVE, "list",
    ),
    Command("first-story", ("g", "home"), "first", "Go to the first story", MOVE, "list"),
    Command("last-story", ("G", "end"), "last", "Go to the last story", MOVE, "list"),
    Command(
        "search-stories", ("/",), "search", "Search the stories' titles and text, as you type",
        FIND, "list", footer=3,
    ),
    Command(
        "filter", ("f",), "filter", "Type a filter: words, label:speculative, untagged:>5, "
        "is:done, has:note, date:2022-01..2022-02, sort:title; - before one negates",
        FIND, "list", footer=7,
    ),
    Command(
        "saved-filters", ("F",), "saved filters", "Choose one of the filters in the settings",
        FIND, "list",
    ),
    Command(
        "sort", ("S",), "order", "Put the stories in the next order: changed, published, added, "
        "title, most open", FIND, "list", footer=9,
    ),
    Command(
        "show-untagged", ("1",), "untagged", "Show only stories without a label of yours",
        FIND, "list",
    ),
    Command(
        "show-progress", ("2",), "in progress", "Show only stories that you have begun",
        FIND, "list",
    ),
    Command("show-done", ("3",), "done", "Show only stories that you are done with", FIND, "list"),
    Command("show-mine", ("4",), "mine", "Show only stories with a tag of yours", FIND, "list"),
    Command(
        "show-speculative", ("5",), "speculative", "Show only stories in which somebody found a "
        "statement speculative", FIND, "list",
    ),
    Command(
        "show-noted", ("6",), "with a note", "Show only stories with a note", FIND, "list",
    ),
    Command(
        "show-since", ("7",), "since a date", "Show only stories published since a day, which you "
        "may type", FIND, "list",
    ),
    Command(
        "show-waiting", ("8",), "waiting", "Show only stories with a newer revision than the one "
        "that you had open last", FIND, "list",
    ),
    Command(
        "show-stale", ("9",), "stale", "Show only stories in which words changed under tags of "
        "yours", FIND, "list",
    ),
    Command(
        "show-all", ("0",), "all", "Show all stories, without search and filter", FIND, "list",
    ),
    Command(
        "clear-search", ("escape", "\\"), "all stories", "End the search, then the filter, then "
        "the order; then take the marks away", FIND, "list",
    ),
    Command(
        "mark", ("v",), "mark", "Mark the story for export or deletion, or unmark it, and move on",
        SHELF, "list", footer=10,
    ),
    Command(
        "export", ("X",), "export", "Write the tags of the marked stories, or of all that are "
        "shown, to a .jsonl or .csv file", SHELF, "list", footer=11,
    ),
    Command(
        "add", ("A",), "add", "Add a file, a folder or a page", SHELF, "list", footer=8,
    ),
    Command(
        "follow", ("R",), "follow", "Follow what the story came from, so that new revisions come "
        "by themselves, or follow it no more", SHELF, "list",
    ),
    Command(
        "delete", ("D",), "delete", "Take the marked stories, or this one, off the list; their "
        "tags are kept", SHELF, "list", footer=12,
    ),
    Command(
        "undo-delete", ("u",), "undo deletion", "Bring back the deleted story one is on, or what "
        "you deleted last", SHELF, "list", footer=13,
    ),
    Command(
        "overview", ("%",), "overview", "Show how all stories stand: labels, what is open, who did "
        "what, how fast the work goes", LOOK, "list",
    ),
    Command(
        "ledger", ("V",), "ledger", "Show what changed or vanished in the stories without a new "
        "update header, to find, export or go to", LOOK, "list",
    ),
    Command(
        "ageing", ("O",), "old speculative", "Show the speculative tags that nobody looked at for "
        "longer than the desk allows", LOOK, "list",
    ),
    Command(
        "reload", ("r",), "take news", "Take in what other programs did in this library",
        LOOK, "list",
    ),
    Command(
        "retry", ("w",), "write again", "Write again what could not be saved",
        TAG, "list", footer=1, waiting=True,
    ),
    Command(
        "rescue", ("!",), "to a file", "Write what could not be saved to a file that newsreader "
        "tag --batch takes", TAG, "list", footer=1, waiting=True,
    ),
    Command("quit", ("q",), "quit", "Leave the program", PROGRAM, "list", footer=6),
)  # fmt: skip
