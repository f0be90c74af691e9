"""What no step tells: that a limit comes near or has passed, and that something waits too long to be sent. An occasion is one
text, so that the same one is never told twice to the same holder."""

from dataclasses import dataclass
from datetime import date

from jianyi.procedure.calendar import in_words
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


def reminder(occasion: str) -> Reminder | None:
    """Read back; nothing for an occasion of another kind. Raises ValueError for what is none at all."""
    kind, day, ahead = occasion.split("/")
    return None if kind == UNSENT else Reminder(Limit(kind), date.fromisoformat(day), int(ahead))


def in_time(told: Reminder, on: date, name: str) -> str:
    """What is said of a limit on the day it is said: after a stop that is a later day than was laid down, and the sentence
    is true all the same."""
    last, left = in_words(told.due_on), (told.due_on - on).days
    about = f"{name}的“{told.limit.label}”"
    if left > 0:
        return f"{about}距期限 {left} 日（{last}），请在期限内完成。"
    if left == 0:
        return f"{about}今日到期（{last}），请在今日之内完成。"
    return f"{about}已于 {last}到期，逾期 {-left} 日，请尽快完成。"


def unsent(occasion: str) -> str:
    """What administrators are told of a channel."""
    label = CHANNELS.get(occasion.split("/")[1], "")
    return f"{label}有消息久未发出，请到“时钟和发送”查看原因并处理。平台内的消息不受影响。"
