"""Answers that are no news: what a service says instead of what it was asked for.

What must stay true: a document that has anything else to say is no such answer.
"""

from __future__ import annotations

from newsreader.reading.json.fields import words

_MESSAGES = (
    "response.message",
    "error.message",
    "_error.message",
    "errors.[].message",
    "errors.[].detail",
    "message",
    "error_description",
    "error",
    "detail",
)
_FIELDS = frozenset({
    "response", "error", "_error", "errors", "message", "error_description", "detail", "status",
    "_status", "code", "error_code", "statusCode", "status_code", "reason", "title", "type",
    "request_id", "requestId", "timestamp", "path", "explanation", "success", "docs",
})  # fmt: skip
_LONGEST = 200


def complaint(value: object) -> str | None:
    """What an error answer says, as one plain phrase; None for anything else."""
    if not isinstance(value, dict) or not set(value) <= _FIELDS:
        return None
    said = words(value, *_MESSAGES)
    return f"an error answer: {said[:_LONGEST]}" if said else None
