"""What a unit said when it signed for a suggestion, in one line."""

from jianyi.cases.models import Handling
from jianyi.cases.queries.drawn.receipts import late_days
from jianyi.cases.queries.files import CaseFile
from jianyi.procedure.facts.said import MATERIALS, OBJECTIONS
from jianyi.web.templatetags.look import minute


def told(file: CaseFile, row: Handling, *, inner: bool) -> str:
    """「3 月 2 日 09:00 李明签收；件数核对无误；材料齐全」; what the unit found is for itself and the congress's bodies."""
    if not row.received_by:
        return ""
    signed = f"{minute(row.received_at)} {row.received_by}签收"
    return "；".join(part for part in (signed, *_found(file, row)) if part) if inner else signed


def _found(file: CaseFile, row: Handling) -> list[str]:
    late = late_days(file, row)
    return [
        f"超期 {late} 日" if late else "", "件数核对无误" if row.counted else "件数有出入", MATERIALS.get(row.materials, ""),
        OBJECTIONS.get(row.objection, "") if row.objection != "none" else "", row.objection_note,
    ]  # fmt: skip
