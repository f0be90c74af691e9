"""What the procedure asks about what lies between the units of a case."""

from datetime import date

from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.calendar import in_words
from jianyi.procedure.facts import between as f
from jianyi.procedure.words import Limit, Role
from jianyi.turn.models import Deadline
from jianyi.turn.under import Under

from ..issued.about import waived
from ..models import Extension, Handling, Negotiation, Paper, Waiver
from ..models.handlings import OVER


SIGNED = (w.Paper.SIGNED, w.Paper.TO_RELAY, w.Paper.SENT)
GIVEN = (w.Paper.OFFERED, w.Paper.ADOPTED)
OPEN = (w.Waiver.ASKED, w.Waiver.GRANTED)
TALKING = (w.Negotiation.RAISED, w.Negotiation.ARGUED, w.Negotiation.PUT_UP)
CO_LIMITS = (Limit.CO_OPINION, Limit.CO_AGAIN)


def awaited(waiver: Waiver, under: Under) -> f.Awaited:
    """The opinion that a unit would go on without."""
    helping = waiver.helping
    given = [p.stage in GIVEN for p in under.all(Paper) if p.handling_id == helping.id]
    others = [row for row in under.all(Waiver) if row.id != waiver.id and _same(row, waiver)]
    running = [row for row in clocks_of(helping, under) if row.ended_at is None]
    return f.Awaited(
        unit=helping.unit.known_as,
        owed=helping.stage is not w.Handling.NAMED and answers_beside(waiver.handling, helping),
        missing=not any(given),
        late=all(row.due_at <= clock.now() for row in running),
        until=_last(max((row.due_on for row in running), default=None)),
        settled=helping.stage in (*OVER, w.Handling.DELIVERED),
        asked=any(row.stage in OPEN for row in others),
        signed=_is_signed(waiver.handling, under),
    )


def awaited_of(paper: Paper, under: Under) -> f.Awaited:
    """An opinion, as those who may still use it see it; of several that answer apart, one is enough."""
    answering = [h for h in under.all(Handling) if answers_beside(h, paper.handling)]
    return f.Awaited(signed=bool(answering) and all(_is_signed(h, under) for h in answering))


def _same(row: Waiver, other: Waiver) -> bool:
    return (row.handling_id, row.helping_id) == (other.handling_id, other.helping_id)


def _is_signed(handling: Handling, under: Under) -> bool:
    return any(p.stage in SIGNED for p in under.all(Paper) if p.handling_id == handling.id)


def _last(day: date | None) -> str:
    return f"{in_words(day)} 24:00" if day else "未起算"


def clocks_of(helping: Handling, under: Under) -> list[Deadline]:
    """The limits of an opinion, the first and that of asking again."""
    return [row for row in under.deadlines if row.holder_id == helping.id and row.limit in CO_LIMITS]


def answers_beside(handling: Handling, helping: Handling) -> bool:
    """Does this unit answer in the round in which that one helps?"""
    works = handling.stage not in (w.Handling.NAMED, *OVER) and not handling.dropped
    return works and helping.advises and not handling.advises and handling.round == helping.round


def gone_without(helping: Handling, under: Under) -> bool:
    """Everybody who could use this opinion has answered, at least one of them with leave to do without it."""
    answering = [h for h in under.all(Handling) if answers_beside(h, helping)]
    out = bool(answering) and all(h.stage is w.Handling.DELIVERED for h in answering)
    return out and any(row.helping_id == helping.id for h in answering for row in waived(under, h))


def due_day(helping: Handling, under: Under) -> date | None:
    """Until when the opinion was due last."""
    return max((row.due_on for row in clocks_of(helping, under)), default=None)


def talks(talk: Negotiation, under: Under) -> f.Talks:
    """What stands between the unit that raises it and others."""
    own, all_ = talk.handling, under.all(Handling)
    pairs = [h for h in all_ if answers_beside(own, h) or answers_beside(h, own)]
    rows = [row for row in under.all(Negotiation) if row.id != talk.id and row.stage in TALKING]
    mine = [row for row in rows if own.unit_id in row.units]
    return f.Talks(
        own=own.unit_id,
        helping=frozenset(h.unit_id for h in pairs),
        open_with=frozenset().union(*(row.units for row in mine)) - {own.unit_id},
        answered=bool(talk.answer),
        may_swap=talk.topic == "roles" and roles_to_swap(talk, under) is not None,
    )


UNBEGUN = (w.Handling.ARRIVED, w.Handling.RECEIVED, w.Handling.ROUTED)


def roles_to_swap(talk: Negotiation, under: Under) -> tuple[Handling, Handling] | None:
    """Who leads and who helps, of the two; nothing where one of them has begun to write, or something hangs on the reply's
    limit or on the opinion's that would have to go with it."""
    rows = [h for h in under.all(Handling) if h.unit_id in talk.units and h.is_open and not h.dropped]
    lead = next((h for h in rows if h.role is Role.LEAD), None)
    helping = next((h for h in rows if lead and answers_beside(lead, h)), None)
    if lead is None or helping is None:
        return None
    kinds: tuple[type[Extension] | type[Waiver] | type[Paper], ...] = (Extension, Waiver, Paper)
    hangs = [row.handling_id for kind in kinds for row in under.all(kind)]
    begun = any(h.stage not in UNBEGUN for h in (lead, helping)) or {lead.id, helping.id} & set(hangs)
    return None if begun else (lead, helping)
