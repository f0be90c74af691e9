"""Open data: everything that is public, as a table and as JSON, with the dictionary of its columns."""

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.http import Http404

from jianyi.procedure.facts.publication import WAYS
from jianyi.publication.credited import PublicOutcome, outcomes_of
from jianyi.publication.figures import answered, shares
from jianyi.publication.models import Public, PublicReply

from . import reading
from .front import Told
from .houses import House
from .pages import here, html
from .reading import Asked


# column → (what it is called, what it means)
COLUMNS = {
    "id": ("公开编号", "本网站给每件建议的编号，页面地址由它组成"),
    "sitting": ("会次", "提出建议的人民代表大会会议"),
    "no": ("建议编号", "四位编号；“闭”字开头的是闭会期间提出的建议"),
    "year": ("年份", "提出建议的年份"),
    "title": ("标题", "建议标题，个人信息已隐去"),
    "proposer": ("提出人", "按本地规定公开的领衔代表；不公开姓名的为空"),
    "region": ("代表团", "领衔代表所在的代表团"),
    "category": ("分类", "审查登记时确定的分类，可以为空"),
    "unit": ("答复单位", "作出答复的承办单位"),
    "round": ("轮次", "1 为首次答复，2 以后为重新办理后的答复"),
    "superseded": ("已重新答复", "1 表示同一单位以后又作了答复"),
    "way": ("公开方式", "全文公开、摘要公开、只公开标题"),
    "reply_class": ("办理结果类别", "按本地的类别字典"),
    "class_label": ("类别含义", "类别的文字"),
    "replied_on": ("答复日期", "答复送达代表的日期"),
    "published_on": ("公开日期", "答复公开的日期"),
    "ratings": ("代表评价", "领衔代表逐项的评价，如“办理态度：满意；办理结果：基本满意”；按本地规定公开的，未评的为空"),
    "promised": ("承诺项数", "答复中列入台账的承诺"),
    "kept": ("已落实项数", "其中经核验已落实的承诺"),
    "outcomes": ("转化成果", "这件建议已公开的转化成果：类别、名称、文件、数量；多项的用分号隔开"),
    "address": ("网页", "这件建议的公开页面"),
}  # fmt: skip
# Of the figures: one row for every year, and one for all of them.
FIGURES = {
    "year": ("年份", "建议提出的年份；“全部”是各年份合计"),
    "answered": (
        "已答复件数",
        "办复率的分子：各承办单位的答复都已送达代表的建议，以后重新办理的仍计入；没有公开的也计入",
    ),
    "due": ("应答复件数", "办复率的分母：已经交办、没有撤回也没有并入其他建议的建议；没有公开的也计入"),
    "replies_public": ("已公开答复份数", "答复公开率的分子"),
    "replies_sent": ("已送达答复份数", "答复公开率的分母：已送达代表、建议没有撤回的答复"),
    "suggestions": ("已公开建议件数", "有答复公开的建议"),
    "promised": ("承诺项数", "已公开的答复中列入台账的承诺；已重新答复的旧答复不计"),
    "kept": ("已落实项数", "其中经核验已落实的承诺"),
}
TOPICS = {
    "topic": ("重点督办议题", "会议决定的议题名称"),
    "no": ("建议编号", "议题内的建议"),
    "title": ("标题", "建议已有答复公开的，为公开的标题；没有公开的为空"),
    "leader": ("督办领导", "督办领导的职务"),
    "committee": ("督办机构", "督办的专门委员会，没有的为空"),
    "state": ("状态", "议题现在的状态"),
    "decided_on": ("决定日期", "列入重点督办的日期"),
}
BOM = "\ufeff"


def dictionary(house: House | None, asked: Asked) -> Told:
    at = here(house)
    columns = [(name, label, meaning) for name, (label, meaning) in COLUMNS.items()]
    figures = [(name, label, meaning) for name, (label, meaning) in FIGURES.items()]
    topics = [(name, label, meaning) for name, (label, meaning) in TOPICS.items()]
    return html("data", at, {"columns": columns, "figures": figures, "topics": topics, "here": "data"})


def as_csv(house: House | None, asked: Asked) -> Told:
    """One row for every published reply; cells that a spreadsheet would take for a formula are made harmless."""
    at = here(house)
    return Told(_lines(at), "text/csv; charset=utf-8", name="suggestions.csv")


class Line:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        return line


def _lines(house: House) -> Iterator[bytes]:
    writer = csv.writer(Line())
    yield (BOM + writer.writerow([label for label, _ in COLUMNS.values()])).encode()
    for row, replies, came in reading.every(house.id):
        for reply in replies:
            yield writer.writerow([safe(str(each)) for each in _cells(house, row, reply, came)]).encode()


def safe(told: str) -> str:
    """What a spreadsheet would run as a formula is text to it."""
    return f"'{told}" if told[:1] in ("=", "+", "-", "@", "\t", "\r") else told


def _cells(house: House, row: Public, reply: PublicReply, came: list[PublicOutcome]) -> Iterable[Any]:
    return [
        row.id, row.sitting, row.no, row.year, row.title, row.proposer, row.region, row.category, reply.unit, reply.round,
        int(reply.again), WAYS[reply.way], reply.reply_class, reply.class_label, reply.replied_on, reply.published_on,
        "；".join(f"{asked}：{grade}" for asked, grade in reply.grades), reply.promised, reply.kept, "；".join(map(_in_words, came)), address(house, row),
    ]  # fmt: skip


def _in_words(row: PublicOutcome) -> str:
    """「重点工作：储备资源调查（储备资源 1130 处）」"""
    papers = [f"《{title}》{number}" for title, number in row.documents]
    more = "，".join((*papers, *row.quantities))
    return f"{row.kind}：{row.name}{f'（{more}）' if more else ''}"


def address(house: House, row: Public) -> str:
    return f"{settings.ADDRESS}/open/items/{row.id}/{house.query}"


def as_json(house: House | None, asked: Asked) -> Told:
    at = here(house)
    return Told(_objects(at), "application/json; charset=utf-8", name="suggestions.json")


def _objects(house: House) -> Iterator[bytes]:
    yield b'{"suggestions":['
    for nth, (row, replies, came) in enumerate(reading.every(house.id)):
        yield (b"," if nth else b"") + _bytes(_whole(house, row, replies, came))
    yield b"]}"


def one(house: House | None, asked: Asked, number: int) -> Told:
    """One suggestion. Raises Http404 for whatever is not public, whether it exists or not."""
    at = here(house)
    row = reading.item(at.id, number)
    if row is None:
        raise Http404
    kind = "application/json; charset=utf-8"
    if row.gone:
        return Told(_bytes({"id": str(row.id), "taken_down": True}), kind, 410)
    replies = [each for each in reading.replies(at.id, [row.id]).get(row.id, []) if not each.gone]
    return Told(_bytes(_whole(at, row, replies, outcomes_of(at.id, [row.id]).get(row.id, []))), kind)


def _bytes(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _whole(
    house: House, row: Public, replies: list[PublicReply], came: list[PublicOutcome]
) -> dict[str, Any]:
    return {
        "id": str(row.id), "sitting": row.sitting, "no": row.no, "year": row.year, "title": row.title, "proposer": row.proposer,
        "region": row.region, "category": row.category, "situation": row.situation, "points": row.points,
        "address": address(house, row), "replies": [_reply(each) for each in replies],
        "outcomes": [_outcome(each) for each in came],
    }  # fmt: skip


def _outcome(row: PublicOutcome) -> dict[str, Any]:
    return {
        "kind": row.kind, "name": row.name, "unit": row.unit, "on": str(row.on), "systemic": row.systemic, "quantities": row.quantities,
        "documents": [{"title": title, "number": number} for title, number in row.documents],
    }  # fmt: skip


def _reply(row: PublicReply) -> dict[str, Any]:
    return {
        "unit": row.unit, "round": row.round, "superseded": row.again, "way": row.way, "number": row.number,
        "reply_class": row.reply_class, "class_label": row.class_label, "opening": row.opening, "summary": row.summary, "closing": row.closing,
        "answers": [{"point": no, "adoption": word, "text": text, "measure": measure} for no, word, text, measure in row.answers],
        "promises": [{"item": item, "due": due or None, "state": state, "changed": changed} for item, due, state, changed in row.promises],
        "promised": row.promised, "kept": row.kept, "ratings": dict(row.grades),
        "replied_on": str(row.replied_on), "published_on": str(row.published_on),
    }  # fmt: skip


# Figures by year


def figures_csv(house: House | None, asked: Asked) -> Told:
    at = here(house)
    lines = [
        [label for label, _ in FIGURES.values()],
        *([row[name] for name in FIGURES] for row in _named(at)),
    ]
    writer = csv.writer(Line())
    body = BOM + "".join(writer.writerow([safe(str(cell)) for cell in line]) for line in lines)
    return Told(body.encode(), "text/csv; charset=utf-8", name="figures.csv")


def figures_json(house: House | None, asked: Asked) -> Told:
    """`year` is null in the row of all years; every rate as its numerator and denominator."""
    rows = list(_by_year(here(house)))
    return Told(_bytes({"figures": rows}), "application/json; charset=utf-8", name="figures.json")


def _named(house: House) -> Iterator[dict[str, Any]]:
    for row in _by_year(house):
        yield row | {"year": row["year"] or "全部"}


def _by_year(house: House) -> Iterator[dict[str, Any]]:
    """Of every year of which something is public."""
    for year in (None, *reading.choices(house.id).years):
        found, sent, due = reading.figures(house.id, year), shares(house.id, year), answered(house.id, year)
        yield {
            "year": year, "answered": due.answered, "due": due.due, "replies_public": sent.published, "replies_sent": sent.due,
            "suggestions": found.suggestions, "promised": found.promised, "kept": found.kept,
        }  # fmt: skip


# Key topics: one row for every suggestion in one


def topics_csv(house: House | None, asked: Asked) -> Told:
    """One row for every suggestion in a topic; the title is empty where nothing of the suggestion is published."""
    writer = csv.writer(Line())
    rows = [
        [row.row.title, called, title, row.row.office, row.row.committee, row.row.state, row.row.decided_on]
        for row in reading.topics(here(house).id)
        for _, called, title in row.cases
    ]
    lines: list[list[Any]] = [[label for label, _ in TOPICS.values()], *rows]
    body = BOM + "".join(writer.writerow([safe(str(cell)) for cell in line]) for line in lines)
    return Told(body.encode(), "text/csv; charset=utf-8", name="topics.csv")


def topics_json(house: House | None, asked: Asked) -> Told:
    rows = [
        {
            "id": str(row.row.id), "topic": row.row.title, "leader": row.row.office, "committee": row.row.committee, "state": row.row.state,
            "decided_on": str(row.row.decided_on),
            "suggestions": [{"id": str(number) if number else "", "no": called, "title": title} for number, called, title in row.cases],
        }
        for row in reading.topics(here(house).id)
    ]  # fmt: skip
    return Told(_bytes({"topics": rows}), "application/json; charset=utf-8", name="topics.json")
