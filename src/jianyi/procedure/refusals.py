"""Why not: a kind for the program, a code for the interface, a sentence for the reader."""

from collections.abc import Iterable
from enum import StrEnum

from .actions import Action as A


ENDS = ("。", "？", "！", "…")


class Code(StrEnum):
    """The codes of the interface; each is explained by the sentences that come with it."""

    WRONG_ACTOR = "WRONG_ACTOR"
    NOT_IN_THIS_PLACE = "NOT_IN_THIS_PLACE"
    TOO_LATE = "TOO_LATE"
    TOO_EARLY = "TOO_EARLY"
    FROZEN = "FROZEN"
    NO_CONTACT = "NO_CONTACT"
    DRAFT_NOT_SHOWN = "DRAFT_NOT_SHOWN"
    COLLECTIVE_DECISION_MISSING = "COLLECTIVE_DECISION_MISSING"
    OVER_CEILING = "OVER_CEILING"
    ALREADY_EXTENDED = "ALREADY_EXTENDED"
    PAUSE_NOT_ALLOWED = "PAUSE_NOT_ALLOWED"
    CO_OPINION_MISSING = "CO_OPINION_MISSING"
    POINT_UNANSWERED = "POINT_UNANSWERED"
    SIGNER_NOT_ALLOWED = "SIGNER_NOT_ALLOWED"
    RESPONSIBILITY_INCOMPLETE = "RESPONSIBILITY_INCOMPLETE"
    CHECKLIST_UNMET = "CHECKLIST_UNMET"
    REASON_REQUIRED = "REASON_REQUIRED"
    SAME_PERSON = "SAME_PERSON"
    NO_EVIDENCE = "NO_EVIDENCE"
    LADDER_SKIPPED = "LADDER_SKIPPED"
    CHANGED_MEANWHILE = "CHANGED_MEANWHILE"
    KEY_REUSED = "KEY_REUSED"
    BUSY = "BUSY"


def as_text(sentences: Iterable[str]) -> str:
    """Sentences one after the other, each with its full stop."""
    return "".join(told if told.endswith(ENDS) else f"{told}。" for told in sentences if told)


class Refused(Exception):
    """The procedure does not allow it. `code` for programs, `reasons` (Chinese sentences) for people."""

    def __init__(self, code: Code, *reasons: str) -> None:
        super().__init__(code, *reasons)
        self.code, self.reasons = code, reasons


class NotHere(Refused):
    """The rules of this place know no such step."""


class NotYou(Refused):
    """Somebody else may do this."""


class NotNow(Refused):
    """The subject stands elsewhere."""


class NotReady(Refused):
    """Something must happen first."""


class Changed(Refused):
    """Somebody else was quicker: look again."""


OWN_CODE: dict[tuple[type[Refused], A], Code] = {
    (NotYou, A.SIGN): Code.SIGNER_NOT_ALLOWED,
    (NotHere, A.RENUMBER): Code.FROZEN,
    (NotHere, A.FORWARD): Code.WRONG_ACTOR,
    (NotHere, A.PAUSE): Code.PAUSE_NOT_ALLOWED,
}

# Acts that no rule of any place allows, and that people try all the same: they get their own answer.
NEVER: dict[A, str] = {
    A.RENUMBER: "编号登记后即冻结，不得更改；确有差错的，请另作书面说明附卷。",
    A.PAUSE: "期限不能暂停：确因涉及面广、处理难度大不能按期答复的，请在规定的日期前申请延期。",
    A.FORWARD: "承办单位不得自行转办；认为不属本单位职责的，请在期限内申请退回，由交办机构决定。",
}
