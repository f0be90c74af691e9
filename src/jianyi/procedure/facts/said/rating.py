"""What a deputy says of a reply: the grades, what else the place asks, and what co-signers tell the lead (F16)."""

from dataclasses import dataclass
from datetime import date

from .said import CLASS_VIEWS, CONTACTED, GRADES, PUBLIC_VIEWS, Said, asked


@dataclass(frozen=True, slots=True)
class Rated(Said):
    """The rating (F16): a grade on each axis that the place has laid down (`AXES`), and what else its sheet asks (`ALSO_ASKED`)."""

    attitude: str = asked("办理态度", "", "grade", GRADES)
    result: str = asked("办理结果", "", "grade", GRADES)
    opinion: str = asked("意见（不满意时必填，不少于 10 字）", kind="long")
    contact_ok: str = asked("沟通情况", "", "choice", CONTACTED)
    class_agree: str = asked("类别是否属实", "", "choice", CLASS_VIEWS)
    publication_view: str = asked("对公开答复的意见", "", "choice", PUBLIC_VIEWS)
    co_signers_view: str = asked("综合附议意见", kind="long")
    communication: str = asked("沟通联系", "", "grade", GRADES)
    timeliness: str = asked("办理时效", "", "grade", GRADES)

    @property
    def dissatisfied(self) -> bool:
        return "dissatisfied" in (getattr(self, axis) for axis in AXES)

    def ungraded(self, axes: frozenset[str]) -> str:
        """The axes of the place on which there is no grade: 「办理态度、办理结果」."""
        return "、".join(
            label for name, label in AXES.items() if name in axes and getattr(self, name) not in GRADES
        )

    def beyond(self, axes: frozenset[str], asks: frozenset[str]) -> str:
        """What is answered though the place does not ask it: 「沟通情况」."""
        return "、".join(
            label
            for name, label in (*AXES.items(), *ALSO_ASKED.items())
            if getattr(self, name) and name not in asks | axes
        )


# On what a place may ask for a grade: field → label, unless the place has one of its own.
AXES: dict[str, str] = {
    name: Rated.__dataclass_fields__[name].metadata["label"]
    for name in ("attitude", "result", "communication", "timeliness")
}
# What a place may ask on its sheet beside the grades: field → label.
ALSO_ASKED: dict[str, str] = {
    name: Rated.__dataclass_fields__[name].metadata["label"]
    for name in ("contact_ok", "class_agree", "publication_view", "co_signers_view")
}


# How it was collected (forms.md F16).
VIAS = {"session": "本人登录", "link": "一次性链接", "paper": "纸质代录"}


@dataclass(frozen=True, slots=True)
class RatedOnPaper(Rated):
    """The same as it stands on the form that the deputy has filled in by hand, with its scan."""

    day: date | None = asked("表上填写的日期", None, "day")
    attachments: tuple[int, ...] = asked("征询意见表原件（扫描件）", (), "files")


@dataclass(frozen=True, slots=True)
class Opinion(Said):
    opinion: str = asked("告知领衔代表的意见", kind="long")
