"""Outcomes and reports of the press at any stage, through real commands."""

from datetime import date
from decimal import Decimal

from build import again
from jianyi.documents.store import keep
from jianyi.outcomes.commands import outcomes as commands, publicity as press
from jianyi.outcomes.fresh import fresh
from jianyi.procedure.facts.said import Amount, Because, Correcting, Crediting, Document, Linking, Reported


def proof(by, name="验收表.txt"):
    """The number of a file that somebody has brought."""
    return keep(name.encode(), name=name, kind="txt", congress=by.congress, owner=by.person).id


class Credits:
    """What a unit registers; each answers with the row as it then stands."""

    def __init__(self, world, unit="WLT"):
        self.world, self.unit = world, world.unit(unit)

    def crediting(self, *tasks, kind="key_work", name="高等级旅游区储备资源调查", kind_of=Crediting, **told):
        plain = {
            "on": date(2026, 5, 20), "text": "全省调查完成。", "quantities": (Amount("储备资源", Decimal(1130), "处"),),
            "cases": tuple(task.root_id for task in tasks), "attachments": (proof(self.unit.officer),),
        }  # fmt: skip
        return kind_of(kind=kind, name=name, **(plain | told))

    def new(self, by=None):
        return fresh("outcome", {}, by=by or self.unit.officer)

    def drafted(self, *tasks, by=None, **told):
        by = by or self.unit.officer
        if by is not self.unit.officer:
            told.setdefault("attachments", (proof(by),))
        return commands.credit(by=by, on=self.new(by), saying=self.crediting(*tasks, **told))

    def certified(self, row, by=None):
        return commands.certify(by=by or self.unit.office, on=again(row))

    def registered(self, *tasks, **told):
        return self.certified(self.drafted(*tasks, **told))

    def corrected(self, row, *tasks, reason="数字复核后有变", **told):
        said = self.crediting(*tasks, kind_of=Correcting, reason=reason, **told)
        return commands.correct(by=self.unit.officer, on=again(row), saying=said)

    def linked(self, row, *tasks, **told):
        said = Linking(tuple(task.root_id for task in tasks), **told)
        return commands.link(by=self.unit.officer, on=again(row), saying=said)

    def returned(self, row, by=None, reason="请补充佐证"):
        return commands.send_back(by=by or self.unit.office, on=again(row), saying=Because(reason))

    def measure(self, *tasks, **told):
        paper = Document("湖滨缓冲带建设技术指南", "澜环发〔2027〕3号", date(2027, 1, 8))
        return self.registered(
            *tasks, **({"kind": "decision", "name": "湖滨缓冲带建设技术指南", "systemic": True, "documents": (paper,), "quantities": ()} | told)
        )  # fmt: skip

    def reporting(self, *tasks, **told):
        plain = {
            "title": "一件建议带活一片古村", "medium": "澜江日报", "on": date(2026, 6, 1), "address": "https://example.test/news/1",
            "cases": tuple(task.root_id for task in tasks),
        }  # fmt: skip
        return Reported(**(plain | told))

    def reported(self, *tasks, by=None, **told):
        by = by or self.unit.office
        return press.feature(by=by, on=fresh("publicity", {}, by=by), saying=self.reporting(*tasks, **told))
