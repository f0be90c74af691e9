"""Ratings on a case page: by whom, how it was collected, round beside round; what was entered from paper and waits."""

from collections.abc import Mapping
from typing import Any

from jianyi.cases.models import Attachment, Sheet
from jianyi.cases.queries.files import CaseFile
from jianyi.procedure.facts.said import ALSO_ASKED, AXES, GRADES, VIAS, Rated
from jianyi.procedure.places import Place
from jianyi.web.templatetags.look import minute


Lines = list[tuple[str, str]]
OUTCOMES = {
    "confirmed": "代表确认属实",
    "unanswered": "代表在期限内没有提出异议",
    "disputed": "代表提出异议，不作数",
}


def rounds(file: CaseFile, names: Mapping[int, str]) -> list[dict[str, Any]]:
    """unit and rater by unit and rater, where there is more than one round: what was said in each, side by side."""
    found: dict[tuple[int, int], list[Sheet]] = {}
    for sheet in sorted(file.sheets, key=lambda row: row.round):
        found.setdefault((sheet.paper.handling.unit_id, sheet.rater_id), []).append(sheet)
    several = [rows for rows in found.values() if len(rows) > 1]
    return [
        {"unit": rows[0].paper.handling.unit.known_as, "rater": names.get(rows[0].rater_id, ""), **_beside(rows, file.under.place)}
        for rows in several
    ]  # fmt: skip


def _beside(rows: list[Sheet], where: Place) -> dict[str, Any]:
    """A line for each question, a column for each round."""
    graded = [dict(row.grades(where.rating_axes)) for row in rows]
    labels = dict.fromkeys(label for told in graded for label in told)
    lines = [(label, [told.get(label, "") for told in graded]) for label in labels]
    lines += [
        ("意见", [row.opinion for row in rows]), ("收回方式", [VIAS.get(row.via, "") for row in rows]),
        ("测评日期", [minute(row.rated_at) for row in rows]), ("结果", [row.stage.label for row in rows]),
    ]  # fmt: skip
    heads = [f"第 {row.round} 轮（{row.paper.number}）" for row in rows]
    return {"heads": heads, "lines": [line for line in lines if any(line[1])]}


def may_read(sheet: Sheet, file: CaseFile) -> bool:
    """What stands on a paper form is between the rater and the congress's own bodies until it counts."""
    return file.office or sheet.rater_id == file.by.person


def entries(sheet: Sheet, file: CaseFile) -> list[Lines]:
    """What was entered from paper forms, the latest first."""
    return [_entry(told, file.under.place) for told in sheet.entries[::-1]] if may_read(sheet, file) else []


def _entry(told: dict[str, Any], where: Place) -> Lines:
    said = Rated(**told["said"])
    grades = [
        (
            where.rating_axes[name].label if name in where.rating_axes else label,
            GRADES.get(getattr(said, name), ""),
        )
        for name, label in AXES.items()
    ]
    also = [(label, _answer(said, name)) for name, label in ALSO_ASKED.items()]
    ended = "；".join(
        filter(None, (OUTCOMES.get(told.get("outcome", ""), "待代表核对"), told.get("reason", "")))
    )
    lines = [
        *grades,
        ("意见", said.opinion),
        *also,
        ("表上日期", told["day"]),
        ("代录", f"{told['by']} {told['on']}"),
        ("核对", ended),
    ]
    return [(label, text) for label, text in lines if text]


def _answer(said: Rated, name: str) -> str:
    told: str = getattr(said, name)
    options = Rated.__dataclass_fields__[name].metadata["options"]
    return str(options.get(told, "")) if options else told


def lines(sheet: Sheet, file: CaseFile) -> Lines:
    """For the page of a step: the entry that waits."""
    told = entries(sheet, file)
    return told[0] if told else []


def scans(sheet: Sheet, file: CaseFile) -> list[Attachment]:
    return file.rating_scans.get(sheet.id, [])
