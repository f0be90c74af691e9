"""What came of the suggestions of the four departments: outcomes of the four kinds, and what the press wrote."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from jianyi.cases.models import Handling, Idea
from jianyi.documents.store import keep
from jianyi.kit import clock
from jianyi.outcomes.commands import outcomes, publicity, showing
from jianyi.outcomes.commands.linking import GONE
from jianyi.outcomes.fresh import fresh
from jianyi.outcomes.models import Link, Outcome, Publicity
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import (
    Amount,
    Because,
    Correcting,
    Crediting,
    Displaying,
    Document,
    Linking,
    Reported,
    Unlinking,
)
from jianyi.procedure.words.after import WITH_UNITS

from .founding import Province, Unit


PROOF = "虚构数据：这里应为文件、验收表或者统计表的扫描件。".encode()
# Of each kind: name, what it is, document, quantity.
KINDS: dict[str, tuple[str, str, str, tuple[str, int, str]]] = {
    "decision": ("农村公共服务补短板三年行动方案", "采纳代表关于补齐农村公共服务短板的建议，列入三年行动。", "农村公共服务补短板三年行动方案", ("重点任务", 24, "项")),
    "key_work": ("全省资源储备摸底调查", "按代表建议组织摸底，结果列入年度重点工作。", "", ("储备资源", 1130, "处")),
    "response": ("群众反映集中的设施整改", "对代表转来的群众意见逐处整改，完成一处销号一处。", "", ("整改设施", 86, "处")),
    "conduct": ("经办人下基层制度", "办理建议先到现场再动笔，列入作风建设。", "经办人联系代表和基层工作办法", ("下基层", 42, "人次")),
}  # fmt: skip
PRESS = (
    ("一件建议办成一项行动方案", "澜江日报", "https://example.test/paper/1"),
    ("从纸上到田头：代表建议这样落地", "澜江广播电视台", ""),
)
WHY = Because("与另一项成果重复。")


def credits(province: Province) -> None:
    """By four units, one more of each at its rarer stages, on the last day."""
    for n, unit in enumerate(list(province.units.values())[:4]):
        cases = _cases(unit)
        if cases:
            _year(Credit(province, unit, cases), n)


class Credit:
    """What one unit registers."""

    def __init__(self, province: Province, unit: Unit, cases: list[int]) -> None:
        self.province, self.unit, self.cases = province, unit, cases
        self.officer = unit.divisions[0].officer

    def said(self, kind: str, say: type[Crediting] = Crediting, **told: Any) -> Crediting:
        name, text, paper, (what, number, measure) = KINDS[kind]
        short = self.unit.organisation.known_as
        day = clock.today() - timedelta(days=20)
        plain: dict[str, Any] = {
            "kind": kind, "name": f"{short}{name}", "on": day, "text": text, "cases": tuple(self.cases[:3]), "attachments": (self.proof(),),
            "documents": (Document(f"{short}{paper}", f"{short}发〔{day.year}〕{number}号", day),) if paper else (),
            "quantities": (Amount(what, Decimal(number), measure),), "systemic": kind == "conduct",
        }  # fmt: skip
        return say(**(plain | told))

    def proof(self) -> int:
        own = {"congress": self.officer.congress, "owner": self.officer.person}
        return keep(PROOF, name="佐证材料（模拟扫描件）.txt", kind="txt", **own).id

    def drafted(self, kind: str, **told: Any) -> Outcome:
        new = fresh("outcome", {}, by=self.officer)
        return outcomes.credit(by=self.officer, on=new, saying=self.said(kind, **told))  # type: ignore[no-any-return]

    def registered(self, kind: str, **told: Any) -> Outcome:
        return outcomes.certify(by=self.unit.office, on=self.drafted(kind, **told))  # type: ignore[no-any-return]

    def reported(self, n: int) -> Publicity:
        """With its address, or with a clipping."""
        title, medium, address = PRESS[n % len(PRESS)]
        own = {"congress": self.unit.office.congress, "owner": self.unit.office.person}
        clip = () if address else (keep(PROOF, name="剪报（模拟）.txt", kind="txt", **own).id,)
        on: date = clock.today() - timedelta(days=9 + n)
        told = Reported(
            f"{self.unit.organisation.known_as}：{title}", medium, on, address, tuple(self.cases[:2]), clip
        )
        new = fresh("publicity", {}, by=self.unit.office)
        return publicity.feature(by=self.unit.office, on=new, saying=told)  # type: ignore[no-any-return]


def _year(credit: Credit, n: int) -> None:
    """Two kinds of each unit by turns, so that all four are there; the first also shows what is rarer."""
    kinds = list(KINDS)
    rows = [credit.registered(kinds[n % 4]), credit.registered(kinds[(n + 1) % 4])]
    credit.reported(n)
    showing.publish(by=credit.province.clerk, on=_again(rows[1]), saying=Displaying("只有单位和文件名称。"))
    if n == 0:
        _rarer(credit, rows)
    if n == 1:
        credit.drafted("response", name="待核验的整改成果", documents=(), quantities=())
    _of_an_idea(credit)


def _rarer(credit: Credit, rows: list[Outcome]) -> None:
    """Corrected, a link taken off, sent back, withdrawn; a report taken out again."""
    unit, officer = credit.unit, credit.officer
    said = credit.said(
        "decision",
        Correcting,
        reason="任务数复核后有变。",
        documents=(),
        quantities=(Amount("重点任务", Decimal(25), "项"),),
    )
    outcomes.certify(by=unit.office, on=outcomes.correct(by=officer, on=_again(rows[0]), saying=said))
    more = Linking(tuple(credit.cases[3:5]))
    if more.cases:
        outcomes.link(by=officer, on=_again(rows[1]), saying=more)
        last = Link.objects.get(congress_id=officer.congress, root_id=rows[1].id, suggestion_id=more.cases[0])
        outcomes.unlink(by=unit.office, on=last, saying=Unlinking("这件建议与本项成果没有直接关系。"))
    back = credit.drafted("response", name="退回补充的整改成果", documents=())
    outcomes.send_back(by=unit.office, on=back, saying=Because("请附整改前后的照片。"))
    gone = credit.registered("conduct", name="重复登记的成果", documents=(), systemic=False)
    outcomes.revoke(by=unit.office, on=gone, saying=WHY)
    publicity.remove(by=unit.office, on=credit.reported(1), saying=Because("报道的不是这件建议。"))


def _of_an_idea(credit: Credit) -> None:
    """A golden idea that was taken up ends in its outcome."""
    idea = Idea.objects.filter(
        congress_id=credit.officer.congress,
        unit_id=credit.unit.id,
        stage=w.Idea.TAKEN_UP,
        root_id__in=credit.cases,
    ).first()
    if idea:
        name = f"金点子落地：{idea.title}"
        credit.registered(
            "key_work", name=name, text=idea.text, documents=(), quantities=(), cases=(), ideas=(idea.id,)
        )


def _cases(unit: Unit) -> list[int]:
    rows = Handling.objects.filter(unit_id=unit.id, root__confidential=False, root__stage__in=WITH_UNITS)
    return list(
        rows.exclude(stage__in=GONE).order_by("root_id").values_list("root_id", flat=True).distinct()[:6]
    )


def _again(row: Outcome) -> Outcome:
    return Outcome.objects.get(congress_id=row.congress_id, id=row.id)
