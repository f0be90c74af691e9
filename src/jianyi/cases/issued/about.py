"""The suggestion as every paper names it."""

from dataclasses import replace

from jianyi.cases.letters.values import About
from jianyi.parties.queries import organisation_names
from jianyi.procedure.words import Handling as H, Negotiation as N, Role, Waiver as V
from jianyi.turn.under import Under

from ..holders import co_signers
from ..models import Handling, Negotiation, Suggestion, Waiver


def about(under: Under) -> About:
    case: Suggestion = under.root  # type: ignore[assignment]
    return About(
        case.no, case.title, proposer(case), "" if case.between else case.sitting.label, len(co_signers(under)),
        case.delegation.name if case.delegation else "", case.category, key=case.key, confidential=case.confidential,
    )  # fmt: skip


def proposer(case: Suggestion) -> str:
    """The delegation whose suggestion it is, or the lead deputy."""
    name: str = case.delegation.name if case.by_delegation and case.delegation else case.lead.name
    return name


def salutation(under: Under) -> str:
    """A delegation is no 代表; all others as the suggestion itself names them."""
    case: Suggestion = under.root  # type: ignore[assignment]
    return proposer(case) if case.by_delegation and not case.confidential else about(under).deputies


def named(under: Under) -> str:
    """For a letter that only the proposers and the congress's own bodies have."""
    case: Suggestion = under.root  # type: ignore[assignment]
    return proposer(case) if case.by_delegation else replace(about(under), confidential=False).deputies


def at_work(under: Under) -> list[Handling]:
    """The units that have the suggestion now."""
    return [h for h in under.all(Handling) if h.is_open and not h.dropped and h.stage is not H.NAMED]


def unit_names(handlings: list[Handling]) -> tuple[str, ...]:
    """In their order, asked for once however many there are."""
    if not handlings:
        return ()
    known = organisation_names(handlings[0].congress_id, {h.unit_id for h in handlings})
    return tuple(dict.fromkeys(known[h.unit_id] for h in handlings))


def helping(under: Under, with_: Handling) -> tuple[str, ...]:
    return unit_names([h for h in at_work(under) if h.role is Role.CO and h.round == with_.round])


def waived(under: Under, with_: Handling) -> list[Waiver]:
    """The opinions that the reply of this unit may leave without."""
    return [row for row in under.all(Waiver) if row.handling_id == with_.id and row.stage is V.GRANTED]


def decided(under: Under, with_: Handling) -> list[Negotiation]:
    """Of the disagreements on an opinion that was given to this unit those that were decided."""
    rows = [row for row in under.all(Negotiation) if row.topic == "co_opinion" and row.stage is N.DECIDED]
    return [row for row in rows if with_.unit_id in row.units]


def leading(under: Under) -> tuple[str, ...]:
    return unit_names([h for h in at_work(under) if not h.advises])
