"""The commands of the reader, in the order of help and docs."""

from __future__ import annotations

from newsreader.tui.commands.command import (
    FIND,
    LOOK,
    MOVE,
    PROGRAM,
    TAG,
    Command,
    has_change,
    has_left_behind,
    has_revisions,
    has_stale,
    has_statement,
    has_unseen,
    has_updates,
    in_update,
    is_searching,
)

READER_COMMANDS: tuple[Command, ...] = (
    Command(
        "confirmed", ("c", "1"), "confirmed", "Tag the statement as confirmed",
        TAG, "reader", has_statement, 2, counted=True,
    ),
    Command(
        "speculative", ("s", "2"), "speculative", "Tag the statement as speculative",
        TAG, "reader", has_statement, 3, counted=True,
    ),
    Command(
        "opinion", ("o", "3"), "opinion", "Tag the statement as opinion",
        TAG, "reader", has_statement, 4, counted=True,
    ),
    Command(
        "clear", ("x", "0"), "clear", "Take your tag, with note and evidence, off the statement",
        TAG, "reader", has_statement, 14, counted=True,
    ),
    Command(
        "repeat", (".",), "repeat", "Put the last label on this statement too",
        TAG, "reader", has_statement, counted=True,
    ),
    Command(
        "select", ("v",), "select", "Select several statements: go on to the last one, then tag, "
        "clear, note or copy them as one; again or Esc to select nothing",
        TAG, "reader", has_statement,
    ),
    Command(
        "undo", ("u",), "undo", "Undo your last action in this story, however long ago it was",
        TAG, "reader", has_statement, 5,
    ),
    Command(
        "redo", ("U", "ctrl+r"), "redo", "Do again what was undone last",
        TAG, "reader", has_statement,
    ),
    Command(
        "note", ("m",), "note", "Write a note on the statement",
        TAG, "reader", has_statement, 9,
    ),
    Command(
        "evidence", ("e",), "evidence", "Write down the evidence for the tag: a link, a document",
        TAG, "reader", has_statement, 10,
    ),
    Command(
        "reaffirm", ("=",), "keep", "Put your label again on a statement whose words changed "
        "under it, or on all of them that are selected", TAG, "reader", has_stale, 4,
    ),
    Command(
        "later", ("z",), "later", "Put a statement whose words changed last, and go to the next",
        TAG, "reader", has_stale, 4,
    ),
    Command(
        "word-diff", ("d",), "diff", "Show or hide which words changed under your tag, "
        "or since you looked", LOOK, "reader", has_change, 6,
    ),
    Command(
        "cut", ("|",), "cut", "Cut the statement in two, at a word: its parts are tagged each for "
        "itself", TAG, "reader", has_statement,
    ),
    Command(
        "join", ("&",), "join", "Join the statement with the next one of its paragraph",
        TAG, "reader", has_statement,
    ),
    Command(
        "update-time", ("E",), "set time", "Correct the time of this update: type a time, with "
        "its zone and day where they are others, or unknown", TAG, "reader", in_update,
    ),
    Command(
        "begin-update", ("H",), "new update", "Begin a new update with this statement, the first "
        "of its paragraph", TAG, "reader", has_statement,
    ),
    Command(
        "merge-update", ("J",), "merge update", "Merge this update with the one before it; the "
        "first one is then no update any more", TAG, "reader", in_update,
    ),
    Command(
        "retry", ("w",), "write again", "Write again what could not be saved",
        TAG, "reader", footer=1, waiting=True,
    ),
    Command(
        "rescue", ("!",), "to a file", "Write what could not be saved to a file that newsreader "
        "tag --batch takes", TAG, "reader", footer=1, waiting=True,
    ),
    Command(
        "next-statement", ("j", "down"), "next", "Go to the next statement; a number before "
        "goes so many on",
        MOVE, "reader", has_statement, counted=True,
    ),
    Command(
        "previous-statement", ("k", "up"), "previous", "Go to the previous statement",
        MOVE, "reader", has_statement, counted=True,
    ),
    Command(
        "next", ("n",), "next open", "Go to the next match; without a search to the next one "
        "whose words changed under your tag, then to the next that you have not tagged",
        MOVE, "reader", has_statement, 6, counted=True, searching="next match",
    ),
    Command(
        "previous", ("N",), "previous open", "Go to the previous match; without a search likewise "
        "to what waits for you", MOVE, "reader", has_statement,
        counted=True, searching="previous match",
    ),
    Command(
        "next-update", ("]",), "update", "Go to the next update",
        MOVE, "reader", has_updates, 8, counted=True,
    ),
    Command(
        "previous-update", ("[",), "previous update", "Go to the start of this update, then to "
        "the one before", MOVE, "reader", has_updates, counted=True,
    ),
    Command(
        "next-paragraph", ("}",), "paragraph", "Go to the next paragraph",
        MOVE, "reader", has_statement, counted=True,
    ),
    Command(
        "previous-paragraph", ("{",), "previous paragraph", "Go to the start of this paragraph, "
        "then to the one before", MOVE, "reader", has_statement, counted=True,
    ),
    Command(
        "next-note", (")",), "next note", "Go to the next statement with a note or evidence, "
        "whoever left it", MOVE, "reader", has_statement, counted=True,
    ),
    Command(
        "previous-note", ("(",), "previous note", "Go to the previous statement with a note or "
        "evidence, whoever left it", MOVE, "reader", has_statement, counted=True,
    ),
    Command(
        "go-to", ("#",), "go to number", "Begin a number: Enter goes to that statement, and a key "
        "that takes a number gets it, as #12j",
        MOVE, "reader", has_statement, counted=True,
    ),
    Command(
        "page-down", ("space", "ctrl+d", "pagedown"), "page down", "Go down by a screenful",
        MOVE, "reader", has_statement, counted=True,
    ),
    Command(
        "page-up", ("b", "ctrl+u", "pageup"), "page up", "Go up by a screenful",
        MOVE, "reader", has_statement, counted=True,
    ),
    Command(
        "first", ("g", "home"), "first", "Go to the first statement",
        MOVE, "reader", has_statement, counted=True,
    ),
    Command(
        "last", ("G", "end"), "last", "Go to the last statement, or to the one whose number is "
        "typed before",
        MOVE, "reader", has_statement, counted=True,
    ),
    Command(
        "search", ("/",), "search", "Search in the story, as you type; ↑ gives the last term",
        FIND, "reader", has_statement, 11,
    ),
    Command(
        "end-search", ("\\",), "end search", "End the search, take its marks away and stay here",
        FIND, "reader", is_searching,
    ),
    Command(
        "leave-search", ("escape", "`"), "back", "End the search and go back to where it began",
        FIND, "reader", is_searching, 7,
    ),
    Command(
        "panel", ("p", "tab"), "panel", "Show or hide what is known of the statement: tags, note, "
        "evidence, who says it, history", LOOK, "reader", has_statement, 12,
    ),
    Command(
        "move-panel", ("P",), "move panel", "Move the panel from beside the text to below it, or "
        "back", LOOK, "reader", has_statement,
    ),
    Command(
        "panel-down", (">", "ctrl+e"), "more of panel", "Scroll the panel down",
        LOOK, "reader", has_statement,
    ),
    Command(
        "panel-up", ("<", "ctrl+y"), "back in panel", "Scroll the panel up",
        LOOK, "reader", has_statement,
    ),
    Command(
        "updates", ("t",), "updates", "Show or hide the list of updates",
        LOOK, "reader", has_updates,
    ),
    Command(
        "left-behind", ("L",), "left behind", "Show or hide your tags whose words are no longer in "
        "the text", LOOK, "reader", has_left_behind,
    ),
    Command(
        "since", ("*",), "what is new", "List the statements that came or changed since you "
        "looked, marked + and ~ until you were there, to go to one",
        LOOK, "reader", has_unseen, 7,
    ),
    Command(
        "history", ("h",), "history", "Show the words and tags of the statement over the "
        "revisions: who, when, what changed", LOOK, "reader", has_statement,
    ),
    Command(
        "revisions", ("D",), "revisions", "Show what changed between two revisions of the story, "
        "side by side where there is room", LOOK, "reader", has_revisions,
    ),
    Command(
        "ledger", ("V",), "ledger", "Show what changed or vanished in the story without a new "
        "update header, to find, export or go to", LOOK, "reader",
    ),
    Command(
        "ageing", ("O",), "old speculative", "Show the speculative tags of the story that nobody "
        "looked at for longer than the desk allows", LOOK, "reader",
    ),
    Command(
        "guidelines", ("i",), "guidelines", "Show what confirmed, speculative and opinion mean at "
        "this desk", LOOK, "reader", footer=17,
    ),
    Command(
        "copy", ("y",), "copy", "Copy the statement, or those selected, with their story, "
        "time and source", LOOK, "reader", has_statement, 16, counted=True,
    ),
    Command(
        "copy-markdown", ("Y",), "copy Markdown", "The same as Markdown",
        LOOK, "reader", has_statement, counted=True,
    ),
    Command(
        "links", ("l",), "links", "Show the statement's links, with the whole address, to open or "
        "copy one", LOOK, "reader", has_statement,
    ),
    Command(
        "sources", ("I",), "sources", "Show who speaks in the story, with what each says, and what "
        "goes back to a single origin", LOOK, "reader", has_statement,
    ),
    Command(
        "overview", ("%",), "overview", "Show how the story stands: labels by update, by editor "
        "and over time, what is open, how fast the work goes", LOOK, "reader",
    ),
    Command(
        "reload", ("r",), "take news", "Take in the newest revision, and what other programs did "
        "in this story", LOOK, "reader",
    ),
    Command(
        "follow", ("R",), "follow", "Follow what the story came from, so that new revisions come "
        "by themselves, or follow it no more", LOOK, "reader",
    ),
    Command(
        "back", ("q", "left"), "back", "Go back to the list of stories",
        PROGRAM, "reader", footer=13,
    ),
)  # fmt: skip
