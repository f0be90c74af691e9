"""What is said about an oral reply (forms.md F15): by the unit that gave it, and by the deputy who signs its record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from .reply import Answer
from .said import Said, asked


DEPUTY_OPINIONS = {"agree": "同意", "partly": "部分同意", "disagree": "不同意"}
WRITTEN = {"yes": "需要", "no": "不需要"}


@dataclass(frozen=True, slots=True)
class Spoken(Said):
    """Who of the unit replied to which deputies, when and where, and what was said to each point; `promises`: one a line,
    「事项 = 完成日期」."""

    occurred_at: datetime | None = asked("时间", None, "moment")
    where: str = asked("地点")
    replied_by: int = asked("面复人", 0, "leader")
    deputies: tuple[int, ...] = asked("在场代表", (), "deputies")
    answers: tuple[Answer, ...] = asked("逐点答复要点", (), "answers")
    promises: str = asked(
        "承诺事项（可不填；每行：事项 = 完成日期，如 印发补助办法 = 2026-09-30）", kind="long"
    )

    @property
    def lacking(self) -> str:
        parts = {"时间": self.occurred_at, "地点": self.where.strip(), "面复人": self.replied_by}
        return "、".join(label for label, value in parts.items() if not value)

    @property
    def promised(self) -> list[tuple[str, date]]:
        return [promise for _, promise in self._lines() if promise]

    @property
    def unreadable(self) -> str:
        """The lines that are no promise: 「第 2、4 行」; nothing where all can be read."""
        wrong = [str(number) for number, promise in self._lines() if promise is None]
        return f"第 {'、'.join(wrong)} 行" if wrong else ""

    def unanswered(self, points: int) -> str:
        """The points to which nothing is put down: 「1、3」."""
        told = {answer.no for answer in self.answers if answer.text.strip()}
        return "、".join(str(number) for number in range(1, points + 1) if number not in told)

    def _lines(self) -> Iterator[tuple[int, tuple[str, date] | None]]:
        for number, line in enumerate(self.promises.splitlines(), start=1):
            if line.strip():
                yield number, _promise(line)


def _promise(line: str) -> tuple[str, date] | None:
    text, _, day = (part.strip() for part in line.replace("＝", "=").rpartition("="))
    try:
        return (text, date.fromisoformat(day)) if text else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Countersigned(Said):
    """The deputy's own word on the record; `opinion`: in words."""

    deputy_opinion: str = asked("代表意见", "", "choice", DEPUTY_OPINIONS)
    opinion: str = asked("意见说明（部分同意、不同意的请写明）", kind="long")
    written: str = asked("是否仍需书面答复", "", "choice", WRITTEN)

    @property
    def lacking(self) -> str:
        parts = {"代表意见": self.deputy_opinion, "是否仍需书面答复": self.written}
        return "、".join(label for label, value in parts.items() if not value)

    @property
    def is_explained(self) -> bool:
        return self.deputy_opinion == "agree" or bool(self.opinion.strip())


@dataclass(frozen=True, slots=True)
class OnPaper(Countersigned):
    """The same as it stands on the paper that the deputy has signed, with its scan."""

    attachments: tuple[int, ...] = asked("代表签名的记录原件（扫描件）", (), "files")
