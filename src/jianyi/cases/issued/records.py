"""Records that become papers when they are signed or adopted: the oral reply (F15), the decision of a leadership (F27).

Frozen under the case's own rule of names: who wants to be unknown stands on neither."""

from collections.abc import Mapping
from dataclasses import replace

from jianyi.cases.letters import forms, meetings
from jianyi.cases.letters.values import HIDDEN, About, Issue
from jianyi.documents.letters.document import Footer, Sheet
from jianyi.documents.letters.wording import long_day, long_moment
from jianyi.kit import clock
from jianyi.parties.queries import names
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import DEPUTY_OPINIONS, OUTCOMES
from jianyi.turn.case import Turn

from .. import issued
from ..models import Charge, Collective, Handling, Letter, OralReply
from .about import about, proposer


UNSIGNED = "代表未签署"
BY_HAND, HERE = "（纸质签名，原件存卷）", "（本人在平台签署）"
KINDS = ("oral_reply", "collective")


def spoken(row: OralReply, known: About, there: tuple[str, ...], signer: str) -> Sheet:
    """The record of an oral reply as it stands, by the names that may be told."""
    unit, on = row.handling.unit.name, row.signed_at
    told = forms.OralReply(
        known, unit, long_moment(row.occurred_at), row.where, row.speaker, row.post, there,
        tuple((point, row.told.get(no, "")) for no, point in enumerate(row.root.points, start=1)), made(unit), row.number,
        DEPUTY_OPINIONS.get(row.deputy_opinion, ""), row.opinion, row.written_needed,
        tuple((text, day) for text, day in row.promises), row.recorded_by,
        signed_by=f"{signer}{BY_HAND if row.on_paper else HERE}" if on else "",
        signed_on=long_day(on.astimezone(clock.HOME).date()) if on else "", watermark="" if row.counts else UNSIGNED,
    )  # fmt: skip
    return forms.oral_reply(told)


def decided(row: Collective, known: About, charges: list[Charge], people: Mapping[int, str]) -> Sheet:
    """The record of the meeting, and what it charged whom with, as far as that stands."""
    unit = row.handling.unit.name
    standing = [
        each for each in charges if each.collective_id == row.id and each.stage is not w.Charge.DROPPED
    ]
    return meetings.collective_decision(
        meetings.CollectiveDecision(
            unit, row.name, f"{long_day(row.held_on)}{row.hour}", row.where, row.chair, row.expected,
            row.present, known, f"关于第{known.number}号建议答复稿的审议", row.reporter,
            f"第{row.edition}稿（校验码 {row.digest[:8].upper()}）", OUTCOMES.get(row.outcome, ""),
            tuple(meetings.Resolved(c.text, people.get(c.owner_id or 0, ""), c.due) for c in standing), row.recorder, row.signer,
            (row.observers,) if row.observers else (), row.note, footer=made(unit),
        )
    )  # fmt: skip


def made(unit: str) -> Footer:
    return Footer(unit, long_day(clock.today()))


def signed(turn: Turn, record: OralReply) -> None:
    """Once the deputy's signature counts."""
    if not record.counts:
        return
    known = about(turn.under(record))
    hides = known.confidential
    people = names(record.congress_id, set(record.deputies))
    there = (HIDDEN,) if hides else tuple(people[person] for person in record.deputies)
    _issue(
        turn, record, "oral_reply", spoken(record, known, there, HIDDEN if hides else proposer(record.root))
    )


def adopted(turn: Turn, decision: Collective) -> None:
    """When the leadership has decided, and anew when what it charged somebody with changes: the last one stands."""
    under = turn.under(decision)
    charges = under.all(Charge)
    people = names(decision.congress_id, {each.owner_id for each in charges if each.owner_id})
    _issue(turn, decision, "collective", decided(decision, about(under), charges, people))


def _issue(turn: Turn, row: OralReply | Collective, kind: str, sheet: Sheet) -> None:
    handling: Handling = row.handling
    before = Letter.objects.filter(
        congress_id=row.congress_id, root_id=row.root_id, subject_id=row.id, kind=kind
    )
    check = issued.check("", f"{kind} {row.id} {before.count()}")
    by = Issue(handling.unit.name, getattr(row, "number", ""), clock.today(), check=check)
    issued.issue(turn, row, kind, replace(sheet, check=check), by, handling.unit_id)
