"""Is each row of a list good? Asked before anything is made, so that the preview says what will happen."""

from collections import Counter
from collections.abc import Callable, Iterable

from jianyi.kit.text import is_name, tidy_name
from jianyi.parties import directory
from jianyi.parties.models import Organisation, Person
from jianyi.parties.queries import organisations
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty, Kind

from .duties import fits
from .fields import fits_login
from .rosters import Row


LENGTHS = {"登录名": 60, "电话": 40, "代表证号": 20, "简称": 30, "机关代字": 20}
NO_NAME = "姓名不像一个姓名：请写两个以上汉字，少数民族姓名中间用“·”"


def judge(kind: str, rows: list[Row], *, by: Actor) -> None:
    """Write faults and notes into the rows."""
    for row in rows:
        row.faults += [
            f"{column}太长（最多 {most} 字）" for column, most in LENGTHS.items() if len(row[column]) > most
        ]
    JUDGES[kind](rows, by)


def login_of(row: Row) -> str:
    return row["登录名"] or row["代表证号"]


def _people(rows: list[Row], by: Actor) -> dict[str, Person]:
    """Names and sign-in names; answers with the accounts that there are."""
    known = directory.logins([login_of(row) for row in rows], by=by)
    for row in rows:
        row.cells["姓名"] = tidy_name(row["姓名"])
        if row["姓名"] and not is_name(row["姓名"]):
            row.faults.append(NO_NAME)
        if login_of(row) and not fits_login(login_of(row)):
            row.faults.append("登录名里不能有空格，开头不能用 = + - @")
        there = known.get(login_of(row))
        if there and there.name != row["姓名"]:
            row.faults.append(f"登录名“{there.login}”已被{there.name}使用")
    return known


def _deputies(rows: list[Row], by: Actor) -> None:
    known = _people(rows, by)
    times = Counter(login_of(row) for row in rows)
    delegations = list(organisations(by=by).filter(kind=Kind.DELEGATION))
    there, renamed = {row.name for row in delegations}, Renamed(delegations)
    for row in rows:
        if times[login_of(row)] > 1:
            row.faults.append("登录名（代表证号）在表里出现了不止一次")
        row.faults += renamed.faults(row["代表团"])
        if row["代表团"] and row["代表团"] not in there and not row.faults:
            row.notes.append(f"设立{row['代表团']}")
            there.add(row["代表团"])
        if login_of(row) in known:
            row.notes.append("已有账号，只登记代表资格")


def _units(rows: list[Row], by: Actor) -> None:
    units = list(organisations(by=by).filter(kind=Kind.UNIT))
    there, renamed = {row.name for row in units}, Renamed(units)
    seen: set[str] = set()
    for row in rows:
        row.faults += renamed.faults(row["单位"])
        if row["单位"] in seen:
            row.faults.append("单位在表里出现了不止一次")
        if row["是否政府系统"] not in ("", "是", "否"):
            row.faults.append("“是否政府系统”请写“是”或者“否”")
        if any(len(name) > 100 for column in ("处室", "下属单位") for name in row.several(column)):
            row.faults.append("处室或下属单位的名称太长（最多 100 字）：请用“、”分开")
        seen.add(row["单位"])
        row.notes += ["已有，只补处室和下属单位"] if row["单位"] in there else []


def _staff(rows: list[Row], by: Actor) -> None:
    _people(rows, by)
    houses = Houses(by)
    names: dict[str, str] = {}
    for row in rows:
        where = houses.find(row["单位"], row["处室"])
        if where is None and row["单位"]:
            row.faults += houses.why_not(row["单位"], row["处室"])
        if where and row["职务"] and post_of(row["职务"], where.kind) is None:
            labels = "、".join(duty.label for duty in fits(where.kind))
            row.faults.append(f"“{where.name}”里的职务类别可写：{labels}")
        if names.setdefault(login_of(row), row["姓名"]) != row["姓名"]:
            row.faults.append("同一登录名在表里用于不同的人")


class Renamed:
    """What some organisations were called before. A list that has an old name would make a second one beside the first."""

    def __init__(self, rows: Iterable[Organisation]) -> None:
        every = list(rows)
        in_use = {told for row in every for told in (row.name, row.short)}
        was = [(told, row.name) for row in every for *names, _ in row.former for told in names]
        self._now = {told: name for told, name in was if told and told not in in_use}

    def faults(self, told: str) -> list[str]:
        now = self._now.get(told)
        return [f"“{told}”已改名为“{now}”：请写现在的名称"] if now else []


class Houses:
    """Organisations in use, by name; asked for once."""

    def __init__(self, by: Actor) -> None:
        found = list(organisations(by=by))
        self._tops = {
            told: row for row in found if row.parent_id is None for told in (row.short, row.name) if told
        }
        self._inner = {(row.parent_id, row.name): row for row in found if row.parent_id}
        self._renamed = Renamed(row for row in found if row.parent_id is None)

    def find(self, unit: str, inner: str) -> Organisation | None:
        top = self._tops.get(unit)
        if top is None or not inner:
            return top
        return self._inner.get((top.id, inner))

    def why_not(self, unit: str, inner: str) -> list[str]:
        """Why nothing was found by these names."""
        told = f"{unit} {inner}".strip()
        return self._renamed.faults(unit) or [f"平台上没有“{told}”：请先导入单位名单，或者改成全称"]


def post_of(told: str, kind: Kind) -> tuple[Duty, str] | None:
    """「分管领导（副厅长）」: the duty, and what the post is called."""
    label, _, title = told.replace("(", "（").replace(")", "）").partition("（")
    duty = next((duty for duty in fits(kind) if duty.label == label.strip()), None)
    return (duty, title.removesuffix("）").strip()[:60]) if duty else None


JUDGES: dict[str, Callable[[list[Row], Actor], None]] = {
    "deputies": _deputies,
    "units": _units,
    "staff": _staff,
}
