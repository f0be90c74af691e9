"""The report of the committee on paper, from what was frozen with it (stories S9.5)."""

from collections.abc import Iterator
from typing import Any

from jianyi.documents.letters.document import (
    Block,
    Column,
    Footer,
    Grid,
    Heading,
    Pair,
    Paragraph,
    Sheet,
    Table,
)
from jianyi.documents.letters.wording import long_day

from .topics import TopicFile


TITLE = "重点督办报告"
COLUMNS = (Column("日期", 1, "center"), Column("办理情况", 5))


def report(file: TopicFile) -> Sheet | None:
    """As it was handed in; nothing before, and for those who do not read it."""
    topic = file.topic
    if not (topic.reported_on and file.report):
        return None
    house = topic.committee.name if topic.committee else ""
    return Sheet(
        f"关于“{topic.title}”的{TITLE}", tuple(_blocks(file)), lead=f"向{file.decider}报告，{long_day(topic.reported_on)}提交。", footer=Footer(house, long_day(topic.reported_on)),
        note="说明：办理时间线由系统在提交报告时按当时的记录带出，提交以后不再变动。",
    )  # fmt: skip


def _blocks(file: TopicFile) -> Iterator[Block]:
    topic = file.topic
    told, answered = (sum(row[name] for row in file.record) for name in ("advice", "answered"))
    yield Grid((
        Pair("督办领导", topic.leader), Pair("督办专委", topic.committee.name if topic.committee else ""), Pair("领办领导", topic.led_by),
        Pair("决定日期", long_day(topic.decided_on) if topic.decided_on else ""), Pair("视察", f"{len(file.visits)} 次"), Pair("视察意见", f"{told} 条，已答复 {answered} 条"),
    ))  # fmt: skip
    yield Heading("督办情况", 1)
    yield from (Paragraph(line) for line in topic.report.splitlines() if line.strip())
    yield Heading("办理时间线", 1)
    for row in file.record:
        yield Heading(f"第{row['no']}号　{row['title']}", 2)
        yield Table(COLUMNS, tuple(_days(row)))


def _days(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from ((each["on"], each["told"]) for each in row["days"])
