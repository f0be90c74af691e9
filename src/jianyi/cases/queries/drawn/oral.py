"""The record of an oral reply (F15), for signing by hand and as it was signed."""

from jianyi.cases.letters import forms
from jianyi.documents.letters.document import Footer, Sheet
from jianyi.documents.letters.wording import long_day, long_moment
from jianyi.kit import clock
from jianyi.procedure.facts.said import DEPUTY_OPINIONS

from ...letters.values import HIDDEN
from ...models import OralReply
from ..files import CaseFile
from ..house import introduce
from .deputies import known as about


UNSIGNED = "代表未签署"
BY_HAND, HERE = "（纸质签名，原件存卷）", "（本人在平台签署）"


def record(file: CaseFile, row: OralReply) -> Sheet:
    """Who was there stays hidden where it was asked for."""
    known, unit = introduce(file), row.handling.unit.name
    there = (HIDDEN,) if file.hides_names else tuple(known.name(person) for person in row.deputies)
    told = forms.OralReply(
        about(file), unit, long_moment(row.occurred_at), row.where, row.speaker, row.post, there,
        tuple((point, row.told.get(no, "")) for no, point in enumerate(file.case.points, start=1)),
        Footer(unit, long_day(clock.today())), row.number, DEPUTY_OPINIONS.get(row.deputy_opinion, ""), row.opinion,
        row.written_needed, tuple((text, day) for text, day in row.promises), row.recorded_by,
        signed_by=_signature(file, row), signed_on=long_day(row.signed_at.astimezone(clock.HOME).date()) if row.signed_at else "",
        watermark="" if row.counts else UNSIGNED,
    )  # fmt: skip
    return forms.oral_reply(told)


def _signature(file: CaseFile, row: OralReply) -> str:
    if not row.signed_at:
        return ""
    name = HIDDEN if file.hides_names else file.proposers[0]
    return f"{name}{BY_HAND if row.on_paper else HERE}"
