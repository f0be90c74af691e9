"""The procedure: every row of every track. Each file reads top to bottom like the rules it holds."""

from . import (
    arrangement,
    batch,
    circular,
    claim,
    collective,
    consultation,
    contact,
    escalation,
    extension,
    handling,
    idea,
    invitation,
    meeting,
    negotiation,
    note,
    oral_reply,
    outcome,
    paper,
    parties,
    past,
    plan,
    promise,
    publication,
    rating,
    remark,
    requests,
    suggestion,
    supervision,
    tally,
    theme,
    topic,
    waiver,
    work_scheme,
)
from .row import STAYS, Step


STEPS: tuple[Step, ...] = (
    suggestion.STEPS
    + arrangement.RECKONED
    + invitation.STEPS
    + claim.STEPS
    + handling.STEPS
    + contact.STEPS
    + idea.STEPS
    + paper.STEPS
    + consultation.STEPS
    + collective.STEPS
    + note.STEPS
    + remark.STEPS
    + waiver.STEPS
    + negotiation.STEPS
    + oral_reply.STEPS
    + requests.STEPS
    + extension.STEPS
    + plan.STEPS
    + rating.STEPS
    + escalation.STEPS
    + promise.STEPS
    + publication.STEPS
    + batch.STEPS
    + past.STEPS
    + meeting.STEPS
    + work_scheme.STEPS
    + theme.STEPS
    + topic.STEPS
    + outcome.STEPS
    + circular.STEPS
    + supervision.STEPS
    + tally.STEPS
    + parties.STEPS
    + arrangement.STEPS
)

__all__ = ["STAYS", "STEPS", "Step"]
