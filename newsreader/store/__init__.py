"""The library on disk: the only package that knows SQLite.

What must stay true: an event is on the disk before anyone is told so; events are only ever
appended; what is kept beside them (tags, progress, search) can be made again from them; a file
that is not ours, newer, or damaged is refused before a byte of it is changed.
"""
