"""A line of what was found, with the words that were looked for marked."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from jianyi.publication.models import Public, PublicReply


AROUND, LONGEST = 40, 120


def excerpt(row: Public, replies: list[PublicReply], words: list[str]) -> SafeString:
    """Where the first word stands; without words the beginning of the answer, or of the suggestion."""
    texts = [*(text for each in replies for text in _texts(each)), row.situation, *row.points]
    for word in words:
        for text in texts:
            at = text.casefold().find(word)
            if at >= 0:
                return marked(_cut(text, at, len(word)), words)
    return marked(next(filter(None, texts), "")[:LONGEST], words)


def _texts(row: PublicReply) -> list[str]:
    return [row.summary, *(text for each in row.answers for text in each[2:])]


def _cut(text: str, at: int, length: int) -> str:
    start, end = max(0, at - AROUND), at + length + AROUND
    return f"{'……' if start else ''}{text[start:end]}{'……' if end < len(text) else ''}"


def marked(text: str, words: list[str]) -> SafeString:
    """Every word of the search in a mark; the text itself is escaped."""
    if not words:
        return format_html("{}", text)
    pattern = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)), re.I)
    told, at = [], 0
    for found in pattern.finditer(text):
        told += [(text[at : found.start()], found.group())]
        at = found.end()
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", told), text[at:])
