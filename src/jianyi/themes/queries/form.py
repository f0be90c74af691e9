"""The list of problems on paper (F30), drawn as things stand for one reader, with a line by which it can be checked."""

from datetime import date

from jianyi.cases.issued.records import made
from jianyi.cases.queries import checking
from jianyi.documents.letters.document import Column, Sheet, Table
from jianyi.documents.letters.wording import long_day
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..models import Problem
from .themes import ThemeFile, file as of


COLUMNS = (
    Column("序号", 0.5, "center"), Column("问题", 3), Column("涉及的建议", 1.3), Column("责任人", 0.9), Column("销号时限", 1.2),
    Column("措施", 2.4), Column("状态", 1), Column("佐证", 2), Column("核销人、销号日", 1.3),
)  # fmt: skip


KIND, LABEL = "problems", "问题清单与销号单"


def problem_list(file: ThemeFile) -> Sheet:
    """What this reader is shown of the list, on A4 across, to be put up on the wall."""
    return checking.marked(_list(file, clock.today()), KIND, file.theme.id, by=file.by)


def drawn(number: int, by: Actor, on: date) -> Sheet | None:
    """As it would be drawn for this reader, late what was late on this day; nothing for those who may not see the group."""
    found = of(number, by=by)
    return _list(found, on) if found else None


def _list(file: ThemeFile, on: date) -> Sheet:
    listed, struck, pledged = file.counts
    rows = [row for row in file.problems if row.stage is not w.Problem.DROPPED]
    return Sheet(
        f"{file.theme.title}{LABEL}",
        (Table(COLUMNS, tuple(_row(file, row, on) for row in rows)),),
        lead=f"挂牌 {listed} 项、销号 {struck} 项、转答复承诺 {pledged} 项。",
        note="说明：销号须附佐证，由责任人以外的人核销；在答复前不能解决的，写入所涉建议的答复承诺，由承诺台账跟踪。",
        landscape=True, footer=made(file.theme.unit.name),
    )  # fmt: skip


def _row(file: ThemeFile, row: Problem, on: date) -> tuple[str, ...]:
    cases = "、".join(case.no for case in file.concerns.get(row.id, []))
    proof = row.evidence.rstrip("。") if row.id in file.evidence or row.stage is w.Problem.STRUCK else ""
    files = "、".join(each.name for each in file.evidence.get(row.id, []))
    struck = f"{row.checked_by} {long_day(row.struck_on)}" if row.struck_on else ""
    pledged = f"转入答复承诺：{row.pledged_item}（{long_day(row.pledged_due)}前）" if row.pledged_due else ""
    return (
        str(row.nth), row.text, cases, file.known.get(row.owner_id, ""), long_day(row.due) if row.due else "", row.measures,
        "逾期未解决" if row.is_late_on(on) else row.stage.label, pledged or "；".join(filter(None, (proof, files))), struck,
    )  # fmt: skip
