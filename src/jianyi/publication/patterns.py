"""The plainest personal data by their pattern alone: numbers of mobile telephones and of identity cards. The check of the data looks
for them in what is public, independently of the finder and of what anybody decided."""

import re
from collections.abc import Iterator


MOBILE = re.compile(r"(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)")
ID_CARD = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])"
)
PLAIN = {"mobile": MOBILE, "id_card": ID_CARD}


def plain(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind) of each."""
    for kind, pattern in PLAIN.items():
        for found in pattern.finditer(text):
            yield found.start(), found.end(), kind
