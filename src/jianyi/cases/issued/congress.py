"""What the congress's own body writes: the outcome of a review (F03), its answers to requests (F08, F18), a new round (F17)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from jianyi.cases.letters import requests, reviews
from jianyi.cases.letters.values import Issue
from jianyi.documents.letters.document import Letter as Written
from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.parties.queries import names, organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import LEVELS, NotTaken, PassedOn
from jianyi.procedure.words import Duty, Kind, Limit
from jianyi.turn.case import Turn
from jianyi.turn.models import Subject
from jianyi.turn.under import Under

from .. import issued
from ..models import Extension, Handling, Letter, Return, Sheet, Suggestion
from . import copied
from .about import about, helping, named, unit_names


SERIES = "建交"
HANDING_OVER = (Kind.COMMITTEE, Kind.PRESIDIUM, Kind.OFFICE)
OUTCOMES = {
    w.Suggestion.RETURNED: "returned",
    w.Suggestion.LETTER: "letter",
    w.Suggestion.REFERENCE: "reference",
}

# Nobody stands above the principal; who draws up a reply is not yet one who answers for it.
AT_LEAST = {name: f"{label}以上负责人" for name, label in LEVELS.items()} | {
    "officer": f"{LEVELS['officer']}以上人员",
    "principal": LEVELS["principal"],
}


def body(congress: int, kinds: tuple[Kind, ...] = HANDING_OVER) -> Organisation | None:
    """Who writes for the congress: its committee, in a township the presidium."""
    rows = Organisation.objects.filter(
        congress_id=congress, stage=w.Organisation.ACTIVE, kind__in=kinds
    ).order_by("id")
    return min(rows, key=lambda row: kinds.index(row.kind), default=None)


def _issue(turn: Turn) -> tuple[Issue, int] | None:
    """The next number of the body that decides here: the government's office where it decides, else the congress's own."""
    kinds = (Kind.GOVERNMENT_OFFICE,) if turn.by.holds(Duty.GOVERNMENT_CLERK) else HANDING_OVER
    sender = body(turn.by.congress, kinds)
    if sender is None:
        return None
    number = issued.numbered(sender, SERIES)
    day, check = clock.today(), issued.check(number, sender.id)
    return issued.headed(Issue(sender.name, number, day, check=check), sender), sender.id


def _send(
    turn: Turn, subject: Subject, kind: str, write: Callable[[Issue], Written], copies: tuple[str, ...] = ()
) -> None:
    """Nothing is sent where there is nobody whose letter it could be."""
    if found := _issue(turn):
        issue, sender = replace(found[0], copies=copied.others(copies, found[0].unit)), found[1]
        issued.issue(turn, subject, kind, write(issue), issue, sender)


def declined(turn: Turn, case: Suggestion, said: NotTaken) -> None:
    """The proposers are told under their names, also where they are unknown to others."""
    under = turn.under(case)
    hits = [item.article for item in under.place.negative if item.key in said.negative]

    def write(issue: Issue) -> Written:
        return reviews.declined(
            reviews.Declined(
                issue, "", case.title, day_of(case.submitted_at), OUTCOMES[case.stage], "、".join(hits), said.reason,  # type: ignore[arg-type]
                passed_to=said.passed_to if isinstance(said, PassedOn) else "", salutation=named(under), law=under.place.law,
            )
        )  # fmt: skip

    _send(turn, case, "declined", write)


def reassigned(turn: Turn, request: Return, new: Handling) -> None:
    """When the new unit's own days have begun."""
    under, was = turn.under(request), request.handling
    units = organisation_names(request.congress_id, {was.unit_id, new.unit_id})
    copies = (units[was.unit_id], *copied.proposers(under), *copied.government(was.unit, new.unit))

    def write(issue: Issue) -> Written:
        told = requests.Reassigned(
            issue, about(under), _number(request, "return_asked"), units[was.unit_id], was.role.label,
            (units[new.unit_id],), new.role.label, request.decision, day_of(new.handed_over_at), due(under, new.id),
            due(under, under.root.id, Limit.CEILING),
            () if new.advises else helping(under, new),
        )  # fmt: skip
        return requests.reassigned(told)

    _send(turn, new, "reassigned", write, copies)


def kept_with(turn: Turn, request: Return) -> None:
    under = turn.under(request)
    asked = _letter(request, "return_asked")

    def write(issue: Issue) -> Written:
        told = requests.ReturnRefused(
            issue, about(under), request.handling.unit.name, asked.day if asked else None, request.decision,
            due(under, request.handling_id), asked.number if asked else "",
        )  # fmt: skip
        return requests.return_refused(told)

    _send(turn, request, "return_refused", write, copied.government(request.handling.unit))


def extension(turn: Turn, request: Extension) -> None:
    """Granted, in part or in whole, or not."""
    under, handling = turn.under(request), request.handling
    before = request.due_before or due(under, handling.id)
    # Of a request that was refused the deputies are told nothing: their day stands.
    copies = copied.proposers(under) if request.granted else ()

    def write(issue: Issue) -> Written:
        told = requests.ExtensionDecision(
            issue, about(under), handling.unit.name, _number(request, "more_time_asked"), before, request.granted,
            request.decision, request.until, request.ground,
        )  # fmt: skip
        return requests.extension_decision(told)

    _send(turn, request, "more_time", write, copies)


def again(turn: Turn, new: Handling) -> None:
    """A new round, when its days have begun: with which reply the deputies were dissatisfied, and why."""
    under = turn.under(new)
    bad = [s for s in under.all(Sheet) if s.paper.handling_id == new.previous_id and s.dissatisfied]
    if not bad:
        return
    marks = {name: axis.label for name, axis in under.place.rating_axes.items()}
    which = [label for name, label in marks.items() if any(getattr(s, name) == "dissatisfied" for s in bad)]

    def write(issue: Issue) -> Written:
        told = requests.Rehandle(
            issue, about(under), unit_names([new])[0], bad[0].paper.number, "、".join(which),
            "；".join(s.opinion.rstrip("。；") for s in bad if s.opinion) or "未写明具体意见",
            (new.requirement or "逐条对照代表意见重新研究，提出具体措施和完成时限",), AT_LEAST.get(new.min_level, ""),
            due(under, new.id, Limit.REHANDLE),
        )  # fmt: skip
        return requests.rehandle(told)

    _send(turn, new, "rehandle", write, copied.proposers(under))


def upheld(turn: Turn, sheet: Sheet) -> None:
    """To the deputy who was dissatisfied: why it is not handled again."""
    name = names(sheet.congress_id, {sheet.rater_id})[sheet.rater_id]

    def write(issue: Issue) -> Written:
        told = about(turn.under(sheet))
        return requests.upheld(
            requests.Upheld(issue, told, sheet.paper.number, sheet.decision, salutation=f"{name}代表")
        )

    _send(turn, sheet, "upheld", write)


def due(under: Under, holder: int, limit: Limit = Limit.REPLY) -> date | None:
    return next(
        (row.due_on for row in under.deadlines if row.holder_id == holder and row.limit is limit), None
    )


def _letter(subject: Subject, kind: str) -> Letter | None:
    rows = Letter.objects.filter(
        congress_id=subject.congress_id, root_id=subject.root_number, subject_id=subject.id, kind=kind
    )
    return rows.order_by("-id").first()


def _number(subject: Subject, kind: str) -> str:
    found = _letter(subject, kind)
    return found.number if found else ""


def day_of(moment: datetime | None) -> date | None:
    return moment.astimezone(clock.HOME).date() if moment else None
