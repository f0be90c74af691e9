"""What stands around a case: its letters and forms, what followed from its replies, what it shares with others, what the press wrote."""

from typing import Any

from jianyi.cases.queries.files import CaseFile
from jianyi.cases.queries.forms import forms
from jianyi.cases.queries.letters import letters
from jianyi.fieldwork.queries.meetings import about
from jianyi.topics.queries.about import key_topic
from jianyi.web.outcomes import about as credited
from jianyi.web.supervision import about as supervised

from . import escalations, ledgers, publishing, together
from .before import before


def around(file: CaseFile) -> dict[str, Any]:
    """For the page of a case; all of it as this reader may see it."""
    sent = letters(file)
    return {
        "letters": sent, "forms": forms(file), "ledgers": ledgers.ledgers(file, sent), "escalations": escalations.escalations(file),
        "together": together.together(file), "key_topic": key_topic(file), "gatherings": about(file.case.id, by=file.by), "before": before(file), "publications": publishing.publications_of(file),
        "next": f"/suggestions/{file.case.id}/", **credited.told(file), **supervised.told(file),
    }  # fmt: skip
