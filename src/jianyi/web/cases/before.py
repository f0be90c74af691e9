"""What was promised when the same matter was raised before: beside the case, the reply being written, the registration."""

from typing import Any

from jianyi.cases.queries.earlier import earlier, past_answers
from jianyi.cases.queries.files import CaseFile


def before(file: CaseFile) -> dict[str, Any]:
    """For the template `cases/before.html`; nothing while it is a draft."""
    if not file.case.submitted_at:
        return {"earlier": [], "past": []}
    return {"earlier": earlier(file), "past": past_answers(file)}
