"""What the columns about a handling need of its row, and of the rows around it."""

from jianyi.cases.models import Handling


AROUND = ("unit", "root", "root__lead", "root__delegation", "root__sitting")
# Long texts, and what no column shows.
NOT_SHOWN = frozenset({
    "proposal", "given_back", "requirement", "objection_note", "major_reason", "receipt_number", "received_by", "passed_at",
})  # fmt: skip
OF_CASE = (
    "id", "congress_id", "stage", "sitting_id", "between", "number", "lead_id", "delegation_id", "title", "points", "kind", "confidential", "key",
    "category", "place", "supervising_committee_id",
)  # fmt: skip
CALLED = {
    "unit": ("name", "short", "code"), "root__lead": ("name",), "root__delegation": ("name",), "root__sitting": ("label",),
}  # fmt: skip


def shown(before: str = "") -> list[str]:
    """What lines of handlings need; `before`: how a row leads to its handling."""
    found = [column.attname for column in Handling._meta.concrete_fields if column.attname not in NOT_SHOWN]
    found += [f"root__{name}" for name in OF_CASE]
    found += [f"{there}__{name}" for there, own in CALLED.items() for name in ("id", "congress_id", *own)]
    return [f"{before}{name}" for name in found]
