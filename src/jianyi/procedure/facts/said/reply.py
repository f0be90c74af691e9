"""What a paper says to each point of the suggestion, what it promises there, and what it rests on (F14)."""

from dataclasses import dataclass
from datetime import date

from .said import ADOPTIONS, PUBLICATIONS, QUOTABLE, Said, asked


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to one point; `no` counts from 1, `division`: whose work it is; `shared`: paragraphs of the group that the
    suggestion is in, taken in as they stood, before what is this reply's own."""

    no: int
    text: str = ""
    adoption: str = asked("采纳情况", "", "choice", ADOPTIONS)
    measure: str = ""
    division: int = 0
    shared: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """What will be done for the point `no` until a day, and by which division."""

    no: int = 0
    item: str = ""
    due: date | None = None
    division: int = 0

    @property
    def lacking(self) -> str:
        parts = {"承诺事项": self.item.strip(), "完成日期": self.due}
        return "、".join(label for label, told in parts.items() if not told)


@dataclass(frozen=True, slots=True)
class Basis:
    """A law, a policy document: its title, and its number where it has one."""

    title: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Text(Said):
    answers: tuple[Answer, ...] = asked("逐条答复", (), "answers")
    reply_class: str = asked("答复类别", kind="reply_class", most=4)
    opening: str = asked("开头", kind="long")
    closing: str = asked("结尾", kind="long")
    publication: str = asked("公开方式", "full", "choice", PUBLICATIONS)
    publication_reason: str = asked("摘要公开或者不公开的理由", kind="long")
    promises: tuple[Promise, ...] = asked("承诺事项", (), "promises", most=4000)
    bases: tuple[Basis, ...] = asked("依据", (), "bases", most=200)
    quotable: str = asked("会办意见可否写入答复", "", "choice", QUOTABLE)

    @property
    def divisions(self) -> frozenset[int]:
        named = [answer.division for answer in self.answers] + [promise.division for promise in self.promises]
        return frozenset(named) - {0}


@dataclass(frozen=True, slots=True)
class Striking(Said):
    """That what seems to be a promise is none: of which point, in which words, and why."""

    no: int = asked("所在的具体建议", 0)
    item: str = asked("语句", kind="long")
    reason: str = asked("剔除理由", kind="long", most=2000)
