"""What the procedure asks about a case, answered from what hangs under its root."""

from datetime import date

from jianyi.kit import clock
from jianyi.parties.queries import seat_of
from jianyi.procedure import words as w
from jianyi.procedure.facts import cases as f
from jianyi.procedure.facts.papers import Script
from jianyi.procedure.facts.said import FACE_TO_FACE, LEVELS, PUBLICATIONS, Promise
from jianyi.turn.under import Under

from ..holders import co_signers
from ..issued.about import waived
from ..models import (
    Batch,
    Claim,
    Contact,
    Entry,
    Escalation,
    Handling,
    Invitation,
    Paper,
    RatingLink,
    Return,
    Sheet,
    Suggestion,
    Withdrawal,
)
from ..models.handlings import OVER
from .between import gone_without
from .contacts import met_at, staff_of
from .promises import is_followed, needs_tracking
from .quoting import quoted


WAITING = (w.Rating.NEW, w.Rating.AWAITED, w.Rating.ENTERED, w.Rating.RATED)
GIVEN = (w.Paper.SENT, w.Paper.TO_RELAY)
LEFT = (w.Paper.SIGNED, w.Paper.TO_RELAY, w.Paper.OFFERED, w.Paper.SENT, w.Paper.ADOPTED)
COUNTS = (w.Contact.CONFIRMED, w.Contact.UNANSWERED)
OPEN_REQUEST = (w.Return.PREPARED, w.Return.ASKED)


def draft(case: Suggestion, under: Under) -> f.Draft:
    parts = {"标题": case.title.strip(), "情况与问题": case.situation.strip(), "具体建议": case.points}
    if case.publication_wish == "none":
        parts["不公开的理由"] = case.publication_reason.strip()
    if case.confidential:
        parts["保密理由"] = case.confidential_reason.strip()
    longest = under.place.number("title_length")
    return f.Draft(
        lacks=tuple(label for label, there in parts.items() if not there),
        title_over=len(case.title) - longest if longest else 0,
        in_sitting=not case.is_between,
        sitting_open=case.sitting.stage is w.Sitting.OPEN,
        seat_held=_holds_a_seat(case.lead_id, under),
    )


def _holds_a_seat(person: int, under: Under) -> bool:
    held: bool = under.once(("seat", person), lambda: seat_of(under.root.congress_id, person) is not None)
    return held


def proposal(case: Suggestion, under: Under) -> f.Proposal:
    """The units named and not dropped again."""
    named = [h for h in under.all(Handling) if h.stage is w.Handling.NAMED and not h.dropped]
    return f.Proposal(tuple(h.role for h in named))


def others(subject: Return, under: Under) -> f.Others:
    return f.Others(
        frozenset(h.unit_id for h in under.all(Handling) if h.stage not in OVER and not h.dropped)
    )


def replies(case: Suggestion, under: Under) -> f.Replies:
    answering = [h for h in under.all(Handling) if not h.advises and h.stage not in OVER and not h.dropped]
    return f.Replies(
        expected=len(answering),
        given=sum(h.stage is w.Handling.DELIVERED for h in answering),
        beginning=sum(h.stage is w.Handling.NAMED for h in answering),
    )


def sheets(case: Suggestion, under: Under) -> f.Sheets:
    rows = under.all(Sheet)
    over = {row.paper_id for row in under.all(Escalation) if row.is_over}
    return f.Sheets(
        waiting=sum(row.stage in WAITING for row in rows),
        undecided=sum(row.stage is w.Rating.DISSATISFIED for row in rows),
        escalated=sum(row.stage is w.Rating.ESCALATED and row.paper_id not in over for row in rows),
        tracked=sum(is_followed(paper, under) for paper in last_replies(under)),
    )


def last_replies(under: Under) -> list[Paper]:
    """Of each unit the reply that counts: that of its last round."""
    given = [p for p in under.all(Paper) if p.stage in GIVEN]
    return list({p.handling.unit_id: p for p in sorted(given, key=lambda p: p.handling.round)}.values())


def case(subject: object, under: Under) -> f.Case:
    root: Suggestion = under.root  # type: ignore[assignment]
    granted = any(row.stage is w.Withdrawal.GRANTED for row in under.all(Withdrawal))
    awaits_units = root.stage in (w.Suggestion.REGISTERED, w.Suggestion.PROPOSED)
    until = under.once("claims", lambda: root.sitting.claims_until) if awaits_units else None
    return f.Case(
        root.stage, len(root.points), root.confidential, root.key, until, granted, root.key_topic_id or 0
    )


def invited(invitation: Invitation, under: Under) -> f.Invited:
    root: Suggestion = under.root  # type: ignore[assignment]
    live = (w.Invitation.INVITED, w.Invitation.CONFIRMED)
    others = [row for row in under.all(Invitation) if row.id != invitation.id and row.stage in live]
    taken = {row.person_id for row in others} | {root.lead_id}
    return f.Invited(
        text_changed=bool(invitation.digest) and invitation.digest != root.text_digest,
        already=invitation.person_id in taken,
        seat_held=_holds_a_seat(invitation.person_id, under),
    )


def claimed(claim: Claim, under: Under) -> f.Claimed:
    rows = [row for row in under.all(Claim) if row.id != claim.id and row.unit_id == claim.unit_id]
    return f.Claimed(any(row.stage is w.Claim.CLAIMED for row in rows))


def task(handling: Handling, under: Under) -> f.Task:
    return f.Task(
        handling.stage, handling.role, handling.round, handling.dropped,
        key=handling.root.key, major=handling.major, led=handling.leading_leader_id is not None,
        unit=handling.unit_id,
    )  # fmt: skip


def task_of(subject: Contact | Paper | Return, under: Under) -> f.Task:
    return task(subject.handling, under)


def progress(handling: Handling, under: Under) -> f.Progress:
    contacts = [row for row in under.all(Contact) if row.handling_id == handling.id and row.stage in COUNTS]
    done = (w.Paper.ADOPTED,) if handling.advises else (w.Paper.SENT,)
    requests = [row for row in under.all(Return) if row.handling_id == handling.id]
    return f.Progress(
        level=LEVELS.get(handling.min_level, ""),
        level_met=not handling.min_level or any(_is_met_at(handling.min_level, row) for row in contacts),
        contacts=len(contacts),
        delivered=any(p.stage in done for p in under.all(Paper) if p.handling_id == handling.id),
        return_granted=any(row.stage is w.Return.GRANTED for row in requests),
        return_open=any(row.stage in OPEN_REQUEST for row in requests),
        signed=any(p.stage in LEFT for p in under.all(Paper) if p.handling_id == handling.id),
        gone_without=gone_without(handling, under),
    )


def _is_met_at(level: str, row: Contact) -> bool:
    """The letter asks for a talk face to face (forms.md F17)."""
    return row.mode in FACE_TO_FACE and met_at(level, row)


def progress_of(subject: Contact | Paper | Return, under: Under) -> f.Progress:
    return progress(subject.handling, under)


def company(contact: Contact, under: Under) -> f.Company:
    root: Suggestion = under.root  # type: ignore[assignment]
    proposers = frozenset({root.lead_id, *co_signers(under)})
    return f.Company(
        proposers, contact.handling.handed_over_at, bool(contact.handling.unit.rule.get("photographs")),
        frozenset(staff_of(contact.handling)),
    )  # fmt: skip


def script(paper: Paper, under: Under) -> Script:
    root: Suggestion = under.root  # type: ignore[assignment]
    return Script(
        unanswered=unanswered(paper, len(root.points)),
        class_given=paper.reply_class in under.place.classes,
        desks_left=tuple(DESK_LABELS.get(name, name) for name in paper.desks_left),
        awaited=_awaited(paper, under) if paper.is_reply else (),
        digest=paper.digest,
        hands=hands_of(paper),
        reply=paper.is_reply,
        kept_back=paper.is_withheld and not _explained(paper),
        mark=paper.reply_class,
        tracked=needs_tracking(paper, under),
        promises=(promises := promised(paper)),
        overdue=tuple(each for each in promises if each.due and each.due <= clock.today()),
        untitled=tuple(n for n, row in enumerate(paper.bases, 1) if not row["title"].strip()),
        quoted=quoted(paper, under),
    )


def hands_of(paper: Paper) -> frozenset[int]:
    """Who wrote it and who passed it."""
    return frozenset({*paper.hands, *(person for row in paper.passed for person in row[1])})


def promised(paper: Paper) -> tuple[Promise, ...]:
    """What the present text promises."""
    days = ((row, row["due"] and date.fromisoformat(row["due"])) for row in paper.promises)
    return tuple(Promise(row["no"], row["item"], day, row["division"]) for row, day in days)


def _explained(paper: Paper) -> bool:
    return paper.publication in PUBLICATIONS and bool(paper.publication_reason.strip())


DESK_LABELS = {"division": "承办处室", "office": "办公室", "leader": "分管领导", "principal": "主要负责人"}


def unanswered(paper: Paper, points: int) -> tuple[int, ...]:
    """A reply answers every point and says whether it is adopted; an opinion at least one of them."""
    told = {a["no"] for a in paper.answers if a["text"].strip() and (a["adoption"] or not paper.is_reply)}
    if not paper.is_reply:
        return () if told else (1,)
    return tuple(n for n in range(1, points + 1) if n not in told)


def _awaited(paper: Paper, under: Under) -> tuple[str, ...]:
    """A second round has co-units of its own, or none; what the hand-over body let the reply leave without is waited for
    no more."""
    helping = [h for h in under.all(Handling) if h.advises and h.round == paper.handling.round]
    due = [h for h in helping if h.stage not in OVER and h.stage is not w.Handling.DELIVERED]
    without = {row.helping_id for row in waived(under, paper.handling)}
    return tuple(h.unit.known_as for h in due if h.id not in without)


def consents(withdrawal: Withdrawal, under: Under) -> f.Consents:
    others = [row for row in under.all(Withdrawal) if row.id != withdrawal.id]
    return f.Consents(
        awaited=len(set(co_signers(under)) - set(withdrawal.agreed)),
        already=any(row.stage is w.Withdrawal.ASKED for row in others),
    )


def score(sheet: Sheet, under: Under) -> f.Score:
    return f.Score(
        delivered=sheet.paper.stage is w.Paper.SENT,
        dissatisfied=sheet.dissatisfied,
        later_round=sheet.round > 1,
        reminded=sheet.reminded,
        void=sheet.paper.stage is w.Paper.VOID,
        delivered_on=sheet.paper.sent_at.astimezone(clock.HOME).date() if sheet.paper.sent_at else None,
    )


def links(sheet: Sheet, under: Under) -> f.Links:
    rows = links_of(sheet, under)
    return f.Links(f.Link(rows[-1].digest, rows[-1].until, rows[-1].device)) if rows else f.Links()


def links_of(sheet: Sheet, under: Under) -> list[RatingLink]:
    """Every link that was made for a sheet, the last one last."""
    asked = RatingLink.objects.filter(congress_id=sheet.congress_id, root_id=sheet.root_id)
    rows: list[RatingLink] = under.once(RatingLink, lambda: list(asked.order_by("made_at", "id")))
    return [row for row in rows if row.sheet_id == sheet.id]


def view_score(view: object, under: Under) -> f.Score:
    """Open while the lead deputy has not rated the same reply."""
    paper = view.paper  # type: ignore[attr-defined]
    waiting = [s for s in under.all(Sheet) if s.paper_id == paper.id and s.stage is w.Rating.AWAITED]
    return f.Score(delivered=bool(waiting))


def pile(batch: Batch, under: Under) -> f.Pile:
    entries = Entry.objects.filter(congress_id=batch.congress_id, root_id=batch.id)
    listed = frozenset(entries.values_list("suggestion_id", flat=True))
    cases = Suggestion.objects.filter(congress_id=batch.congress_id, id__in=listed)
    out = cases.exclude(handed_over_at=None).values_list("id", flat=True)
    return f.Pile(listed, frozenset(out))
