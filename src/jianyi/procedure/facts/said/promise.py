"""What is said about a promise once it is in the ledger (F19): that it is kept, that it must change, how far all of them are."""

from dataclasses import dataclass
from datetime import date

from .cases import Because
from .said import GRADES, Said, asked


@dataclass(frozen=True, slots=True)
class Kept(Said):
    """Numbers of the files that show it."""

    evidence: str = asked("落实情况", kind="long")
    photographs: tuple[int, ...] = asked("照片", (), "photographs")
    attachments: tuple[int, ...] = asked("佐证材料（批复、验收等；照片和材料至少一件）", (), "proofs")

    @property
    def files(self) -> tuple[int, ...]:
        return (*self.photographs, *self.attachments)


@dataclass(frozen=True, slots=True)
class Changing(Because):
    """Without a day it is given up."""

    reason: str = asked("不能按原承诺落实的原因", kind="long")
    item: str = asked("调整后的承诺事项（不调整的不填）", kind="long", most=500)
    due: date | None = asked("调整后的完成日期（不能再落实的不填）", None, "day")


@dataclass(frozen=True, slots=True)
class Progressing(Said):
    text: str = asked("各项承诺的进展", kind="long")


@dataclass(frozen=True, slots=True)
class SecondReply(Said):
    text: str = asked("再次答复：各项承诺怎样落实、效果如何", kind="long")


@dataclass(frozen=True, slots=True)
class Fulfilment(Said):
    """The deputy's own word on what was done."""

    result: str = asked("对落实情况", "", "choice", {"": "请选择", **GRADES})
    opinion: str = asked("意见（不满意的请写明）", kind="long")
