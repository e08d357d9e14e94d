"""JSON from anywhere: read leniently once (``lenient``), told apart by its shape (``shapes``).

What must stay true: whatever the text holds, the only error is a
:class:`~newsreader.errors.SourceError`; nothing recurses.
"""
