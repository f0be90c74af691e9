"""The receipt of a handling (F06), for the unit that gave it and the congress's own bodies."""

from datetime import date

from jianyi.cases.letters import receipts
from jianyi.cases.letters.values import Handling as Part
from jianyi.documents.letters.document import Footer, Sheet
from jianyi.documents.letters.wording import long_day, long_moment
from jianyi.kit import clock
from jianyi.procedure.facts.said import MATERIALS, OBJECTIONS
from jianyi.procedure.words import Limit

from ...issued.about import about
from ...issued.congress import day_of, due
from ...models import Batch, Entry, Handling
from ..files import CaseFile


def receipt(file: CaseFile, row: Handling) -> Sheet:
    told = receipts.Receipt(
        about(file.under), Part(row.unit.name, row.role.label, row.scope, day_of(row.handed_over_at)), long_moment(row.received_at),
        row.received_by, MATERIALS.get(row.materials, ""), OBJECTIONS.get(row.objection, ""), row.counted,
        row.objection_note, _batch(row), due(file.under, row.id, Limit.ACKNOWLEDGE), late_days(file, row), row.receipt_number,
        Footer(row.unit.name, long_day(clock.today())),
    )  # fmt: skip
    return receipts.receipt(told)


def late_days(file: CaseFile, row: Handling) -> int:
    """How many days after its limit it was received; 0 where it was in time or no limit is laid down."""
    until: date | None = due(file.under, row.id, Limit.ACKNOWLEDGE)
    received = day_of(row.received_at)
    return max((received - until).days, 0) if until and received and row.received_by else 0


def _batch(row: Handling) -> str:
    listed = Entry.objects.filter(congress_id=row.congress_id, suggestion_id=row.root_id, done=True)
    found = Batch.objects.filter(congress_id=row.congress_id, id__in=listed.values("root_id"))
    return found.order_by("-id").values_list("name", flat=True).first() or ""
