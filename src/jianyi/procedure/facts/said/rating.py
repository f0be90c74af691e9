"""What a deputy says of a reply: the grades, what else the place asks, and what co-signers tell the lead (F16)."""

from dataclasses import dataclass

from .said import CLASS_VIEWS, CONTACTED, GRADES, PUBLIC_VIEWS, Said, asked


@dataclass(frozen=True, slots=True)
class Rated(Said):
    """The rating (F16): two grades, and what else the sheet of the place asks (`ALSO_ASKED`)."""

    attitude: str = asked("办理态度", "", "grade", GRADES)
    result: str = asked("办理结果", "", "grade", GRADES)
    opinion: str = asked("意见（不满意时必填，不少于 10 字）", kind="long")
    contact_ok: str = asked("沟通情况", "", "choice", CONTACTED)
    class_agree: str = asked("类别是否属实", "", "choice", CLASS_VIEWS)
    publication_view: str = asked("对公开答复的意见", "", "choice", PUBLIC_VIEWS)
    co_signers_view: str = asked("综合附议意见", kind="long")

    @property
    def dissatisfied(self) -> bool:
        return "dissatisfied" in (self.attitude, self.result)

    @property
    def complete(self) -> bool:
        return self.attitude in GRADES and self.result in GRADES

    def beyond(self, asks: frozenset[str]) -> str:
        """What is answered though the place does not ask it: 「沟通情况」."""
        return "、".join(
            label for name, label in ALSO_ASKED.items() if getattr(self, name) and name not in asks
        )


# What a place may ask on its sheet beside the grades: field → label.
ALSO_ASKED: dict[str, str] = {
    name: Rated.__dataclass_fields__[name].metadata["label"]
    for name in ("contact_ok", "class_agree", "publication_view", "co_signers_view")
}


@dataclass(frozen=True, slots=True)
class Opinion(Said):
    opinion: str = asked("告知领衔代表的意见", kind="long")
