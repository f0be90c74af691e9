"""What the procedure asks about what a unit settles while a reply takes shape."""

from dataclasses import replace
from typing import Any

from django.db.models import Count

from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts import cases as f
from jianyi.procedure.facts.papers import Script
from jianyi.procedure.facts.said import OUTCOMES
from jianyi.procedure.words.after import AFTER
from jianyi.turn.tracks import under as under_root
from jianyi.turn.under import Under

from ..models import Charge, Collective, Consultation, Extension, Handling, Milestone, Paper, Suggestion
from ..models.handlings import OVER
from .road import script, unanswered


def script_of(subject: Consultation, under: Under) -> Script:
    return script(subject.paper, under)


def extensions(request: Extension, under: Under) -> f.Extensions:
    others = [
        row for row in under.all(Extension) if row.handling_id == request.handling_id and row.id != request.id
    ]
    return f.Extensions(
        granted=any(row.stage is w.Extension.GRANTED for row in others),
        open=any(row.stage in (w.Extension.PREPARED, w.Extension.ASKED) for row in others),
    )


SIGNED = (w.Paper.SIGNED, w.Paper.TO_RELAY, w.Paper.OFFERED, w.Paper.SENT, w.Paper.ADOPTED, w.Paper.VOID)
AWAITED = (w.Consultation.TO_RELAY, w.Consultation.SHOWN, w.Consultation.EXEMPTION)


def consulted(paper: Paper, under: Under) -> f.Consulted:
    """Of the present text; an exemption holds for whatever text the paper comes to have."""
    root: Suggestion = under.root  # type: ignore[assignment]
    rows = [row for row in under.all(Consultation) if row.paper_id == paper.id]
    return f.Consulted(
        written=bool(paper.edition) and not unanswered(paper, len(root.points)),
        signed=paper.stage in SIGNED,
        settled=not paper.is_reply or any(_settles(row, paper) for row in rows),
        open=any(row.stage in AWAITED for row in rows),
        objected=any(row.stage is w.Consultation.COMMENTED for row in rows),
    )


def consulted_of(subject: Consultation | Collective, under: Under) -> f.Consulted:
    asked_by = frozenset(getattr(subject, "asked_by", ()))
    return replace(consulted(subject.paper, under), asked_by=asked_by)


def _settles(row: Consultation, paper: Paper) -> bool:
    if row.stage is w.Consultation.EXEMPTED:
        return True
    if row.stage is w.Consultation.ADDRESSED:
        return row.answered == paper.substance
    let = (w.Consultation.AGREED, w.Consultation.UNANSWERED)
    return row.stage in let and row.substance == paper.substance


def decisions(paper: Paper, under: Under) -> f.Decisions:
    rows = [row for row in under.all(Collective) if row.paper_id == paper.id]
    last = rows[-1] if rows else None
    return f.Decisions(
        needed=paper.handling.major and paper.is_reply,
        agreed=last is not None and last.outcome == "agreed" and last.digest == paper.digest,
        last=last.edition if last else 0,
        outcome=OUTCOMES.get(last.outcome, "") if last else "",
        edition=paper.edition,
        digest=paper.digest,
    )


def decisions_of(subject: Collective, under: Under) -> f.Decisions:
    return decisions(subject.paper, under)


def owned(charge: Charge, under: Under) -> f.Owned:
    return f.Owned(charge.owner_id or 0, _proved(charge))


def answered_for(milestone: Milestone, under: Under) -> f.Owned:
    return f.Owned(milestone.responsible_id or 0, _proved(milestone))


def _proved(row: Charge | Milestone) -> bool:
    return bool(row.handling.unit.rule.get("evidence"))


def seats(handling: Handling, under: Under) -> f.Seats:
    return f.Seats(
        handling.leader_id or 0,
        handling.head_id or 0,
        handling.officer_id or 0,
        handling.leading_leader_id or 0,
        left=left(handling, under),
    )


def left(handling: Handling, under: Under) -> int:
    tracks = [track for track in under_root(Suggestion) if track.stages in AFTER]
    rows: list[Any] = [row for track in tracks for row in under.all(track.model)]
    return sum(row.handling_id == handling.id and row.stage in AFTER[type(row.stage)] for row in rows)


def leaders(handling: Handling, under: Under) -> f.Leaders:
    """Suggestions of this year, in the last round of each; this one does not count against itself."""
    found: f.Leaders = under.once(("leading", handling.id), lambda: _leading_beside(handling))
    return found


def _leading_beside(handling: Handling) -> f.Leaders:
    year = clock.today().year
    rows = Handling.objects.filter(
        congress_id=handling.congress_id, unit_id=handling.unit_id, leads_since__year=year
    )
    others = rows.exclude(root_id=handling.root_id).exclude(stage__in=OVER)
    found = others.values_list("leading_leader_id").annotate(n=Count("root_id", distinct=True))
    return f.Leaders({person: n for person, n in found if person})
