"""What is said to become of a golden idea (源 G9): into a plan, a key project or daily work it goes, or why not."""

from dataclasses import dataclass

from .cases import Because
from .said import LANDINGS, Said, asked


@dataclass(frozen=True, slots=True)
class Studying(Because):
    reason: str = asked("研究安排（由谁研究、何时有结果）", kind="long")


@dataclass(frozen=True, slots=True)
class Landing(Said):
    """Where it goes, and the document in which it is found, where there is one."""

    landing: str = asked("列入", "daily", "choice", LANDINGS)
    title: str = asked("计划、工程或者工作的名称")
    document: str = asked("载明的文件（没有的不填）")


@dataclass(frozen=True, slots=True)
class SettingAside(Because):
    reason: str = asked("暂不采纳的理由", kind="long")
