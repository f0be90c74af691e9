"""What is said when a reply is prepared for the public (F31): how, what is redacted, what stays and why."""

from dataclasses import dataclass

from ..publication import WAYS
from .said import Said, asked


HOW = {"redact": "隐去", "keep": "保留"}


@dataclass(frozen=True, slots=True)
class Marked(Said):
    """One marked passage by its number; `how`: one of HOW, or nothing while it is undecided."""

    no: int = asked("标记号", 0, "hidden")
    how: str = asked("怎样处理", "", "choice", HOW)
    reason: str = asked("保留的理由", "", "hidden")


@dataclass(frozen=True, slots=True)
class Clearing(Said):
    """`added`: words to be redacted wherever they stand; `attachments`: numbers of the attachments to be published."""

    way: str = asked("公开方式", "full", "choice", WAYS)
    reason: str = asked("不是全文公开的理由", kind="long")
    summary: str = asked("摘要（摘要公开的填写）", kind="long")
    marks: tuple[Marked, ...] = asked("标出的内容", (), "marks")
    added: tuple[str, ...] = asked("另外要隐去的文字", (), "points")
    attachments: tuple[int, ...] = asked("选定公开的附件", (), "chosen")
