"""What content systems and their interfaces send as JSON: one module a publisher or product.

``guardian``, ``sourcefabric``, ``arc``, ``bbc`` and ``reddit`` say where each of them keeps title,
entries, times and words; ``embeds`` makes embedded posts of what they send for these; ``left_out``
counts what is passed over, so that a reader is told.

What must stay true: an entry has the time at which it was first published; what is repeated
(pinned posts, key events) is there once; nothing of the wrong type, missing or deep raises.
"""
