"""The record of an oral reply (F15) for signing by hand; signed, it is a paper that was issued (`issued.records`)."""

from jianyi.documents.letters.document import Sheet

from ...issued.records import spoken
from ...letters.values import HIDDEN
from ...models import OralReply
from ..files import CaseFile
from ..house import introduce
from .deputies import known as about


def record(file: CaseFile, row: OralReply) -> Sheet:
    """Who was there stays hidden where it was asked for."""
    known = introduce(file)
    there = (HIDDEN,) if file.hides_names else tuple(known.name(person) for person in row.deputies)
    return spoken(row, about(file), there, HIDDEN if file.hides_names else file.proposers[0])
