"""What no step tells: that a limit comes near or has passed, and that something waits too long to be sent. An occasion is one
text, so that the same one is never told twice to the same holder."""

from dataclasses import dataclass
from datetime import date

from jianyi.procedure.calendar import ONE, in_words
from jianyi.procedure.facts.said import CHANNELS
from jianyi.procedure.words import Limit


UNSENT = "unsent"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A limit, its last day, and how many days before it (0: the day itself, -1: the day after)."""

    limit: Limit
    due_on: date
    ahead: int

    @property
    def occasion(self) -> str:
        return f"{self.limit.value}/{self.due_on}/{self.ahead}"

    @property
    def falls_on(self) -> date:
        return self.due_on - ONE * self.ahead


def reminder(occasion: str) -> Reminder | None:
    """Read back; nothing for an occasion of another kind. Raises ValueError for what is none at all."""
    kind, day, ahead = occasion.split("/")
    return None if kind == UNSENT else Reminder(Limit(kind), date.fromisoformat(day), int(ahead))


def in_time(told: Reminder, on: date, name: str) -> str:
    """What is said of a limit on the day it is said: after a stop that is a later day than was laid down, and the sentence
    is true all the same and says which reminder it makes up for."""
    about = f"{name}的“{told.limit.label}”{_stands(told.due_on, on)}"
    if on <= told.falls_on:
        return about
    return f"{about}本条应于 {in_words(told.falls_on)}提醒，当日没有发出，现补发。"


def _stands(last: date, on: date) -> str:
    left, day = (last - on).days, in_words(last)
    if left > 0:
        return f"距期限 {left} 日（{day}），请在期限内完成。"
    if left == 0:
        return f"今日到期（{day}），请在今日之内完成。"
    return f"已于 {day}到期，逾期 {-left} 日，请尽快完成。"


def unsent(occasion: str) -> str:
    """What administrators are told of a channel."""
    label = CHANNELS.get(occasion.split("/")[1], "")
    return f"{label}有消息久未发出，请到“时钟和发送”查看原因并处理。平台内的消息不受影响。"
