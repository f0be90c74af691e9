"""What a proposer must do about a suggestion: a card for each thing that waits for him."""

from typing import Any

from jianyi.cases.issued.replies import bases
from jianyi.cases.models import Consultation, Contact, Ledger, OralReply, Promise, Sheet, Suggestion
from jianyi.cases.queries import deputies
from jianyi.cases.queries.files import Act, CaseFile
from jianyi.cases.queries.preview import after
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import GRADES

from .. import show
from ..cases import inside
from . import oral
from .replies import Names
from .talks import contact


def todo(file: CaseFile, known: Names, houses: dict[int, str]) -> list[dict[str, Any]]:
    """One card for each thing that is this reader's turn, by what it is about."""
    cards = []
    for act in file.acts:
        if (type(act.subject).__name__, act.action) in CARDS:
            card = {
                "kind": act.subject._meta.model_name,
                "id": act.subject.id,
                "act": act,
                "subject": act.subject,
            }
            cards.append(
                card
                | {
                    "clock": _clock_on(file, act),
                    "after": after(act.row, act.subject, file.under),
                    **_about(act, file, known, houses),
                }
            )
    return cards


CARDS = {
    ("Consultation", A.ACCEPT_DRAFT), ("Invitation", A.CO_SIGN), ("Contact", A.CONFIRM), ("Sheet", A.RATE), ("Sheet", A.CONFIRM), ("OralReply", A.COUNTERSIGN), ("Withdrawal", A.AGREE), ("Suggestion", A.SUBMIT),
    ("Promise", A.CONFIRM), ("Ledger", A.RATE),
}  # fmt: skip


def _clock_on(file: CaseFile, act: Act) -> dict[str, Any] | None:
    running = [row for row in file.clocks if row.holder_id == act.subject.id]
    return show.clock_of(file.due(act.subject.id, running[0].limit)) if running else None


def _about(act: Act, file: CaseFile, known: Names, houses: dict[int, str]) -> dict[str, Any]:
    subject = act.subject
    match subject:
        case Contact():
            return contact(subject, file, known, houses)
        case OralReply():
            return oral.card(subject, file, known, houses)
        case Suggestion():
            return {"back": deputies.sent_back([file.case.id], by=file.by).get(file.case.id, "")}
        case Consultation():
            text = subject.text
            told = {"draft": inside.draft(subject, file), "text": text, "bases": bases(text)}
            return told | {"unit": houses.get(subject.handling.unit_id, "")}
    return _on_reply(subject, file, houses)


def _on_reply(subject: Any, file: CaseFile, houses: dict[int, str]) -> dict[str, Any]:
    """What hangs on a reply that was sent: the sheet, a promise, the ledger."""
    if not isinstance(subject, Sheet | Promise | Ledger):
        return {}
    handling = subject.paper.handling
    return {
        "unit": houses.get(handling.unit_id, ""), "round": handling.round, "files": file.evidence.get(subject.id, []),
        "anchor": f"{subject._meta.model_name}-{subject.id}", "grades": GRADES, "entered": isinstance(subject, Sheet) and subject.is_entered,
    }  # fmt: skip
