"""How the work stands: labels by update, by editor and over time, what is open, how fast it goes.

Pure: a story, its tags and its acts in, numbers and rows of text out; no SQL, no screen. Only what
counts is counted: an act that was undone is told as undone, and nothing else of it. Everything is
linear in what is counted, but for sorting times.
"""
