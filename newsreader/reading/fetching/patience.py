"""How long a server asks to be left alone: ``Retry-After`` (RFC 9110, section 10.2.3).

What must stay true: whatever a server writes there, the answer is a number of seconds between none
and a day.
"""

from __future__ import annotations

import http.client
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 86_400.0
"""Seconds that a server is obeyed for at most."""


def asked_wait(answer: http.client.HTTPResponse, at: datetime) -> float:
    """Seconds for which the server asks to be left alone; 0 where it says nothing of the kind.

    Args:
        answer: what it said.
        at: when, with its zone.
    """
    return seconds(answer.getheader("Retry-After") or "", at)


def seconds(written: str, at: datetime) -> float:
    """What ``Retry-After`` says, in seconds from ``at``; 0 for what says nothing."""
    written = written.strip()[:40]
    if written.isascii() and written.isdecimal():
        return min(float(written), LONGEST)
    try:
        moment = parsedate_to_datetime(written)
    except ValueError:
        return 0.0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, min((moment - at).total_seconds(), LONGEST))
