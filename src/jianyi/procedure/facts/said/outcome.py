"""What is said of an outcome (F35): of which kind, what documents and quantities, what it came of; and of the press."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .cases import Because
from .said import CONVERSIONS, Said, asked


# A number that the rows keep to the last place: eleven digits before the point, four behind it.
LARGEST, PLACES = Decimal(10) ** 11, 4


@dataclass(frozen=True, slots=True)
class Amount:
    """「梳理高等级旅游区储备资源 1130 处」: of what, how many, counted in what."""

    what: str = ""
    number: Decimal = Decimal(0)
    unit: str = ""

    @property
    def wrong(self) -> str:
        """What is wrong with it, in words; empty where nothing is."""
        if not (self.what.strip() and self.unit.strip()):
            return f"“{(self.what or self.unit or str(self.number)).strip()}”须写明是什么数量、用什么计量单位"
        if len(self.unit.strip()) > 20:
            return f"“{self.what.strip()}”的计量单位太长，最多 20 字"
        if not 0 < self.number < LARGEST:
            return f"“{self.what.strip()}”的数量须大于 0、小于一千亿"
        places = self.number.normalize().as_tuple().exponent
        return (
            f"“{self.what.strip()}”的数量最多 4 位小数"
            if isinstance(places, int) and -places > PLACES
            else ""
        )


@dataclass(frozen=True, slots=True)
class Document:
    """A law, a plan, a measure: its name, its number and its day, where it has them."""

    title: str = ""
    number: str = ""
    day: date | None = None


def twice(told: Iterable[object]) -> bool:
    return any(count > 1 for count in Counter(told).values())


@dataclass(frozen=True, slots=True)
class Linking(Said):
    """What an outcome came of: suggestions the unit handles, golden ideas it took up, replies given before the platform."""

    cases: tuple[int, ...] = asked("关联的建议", (), "cases")
    ideas: tuple[int, ...] = asked("关联的金点子", (), "ideas")
    pasts: tuple[int, ...] = asked("关联的历史答复", (), "pasts")

    @property
    def names_something(self) -> bool:
        return bool(self.cases or self.ideas or self.pasts)


@dataclass(frozen=True, slots=True)
class Crediting(Linking):
    """`systemic`: one rule or measure for all cases of the kind, not for one alone (举一反三)."""

    kind: str = asked("类别", "", "choice", CONVERSIONS)
    name: str = asked("成果名称")
    on: date | None = asked("成果日期", None, "day")
    text: str = asked("成果说明", kind="long", most=4000)
    systemic: bool = asked("制度成果（举一反三，由点及面）", False, "flag")
    documents: tuple[Document, ...] = asked("文件", (), "documents", most=200)
    quantities: tuple[Amount, ...] = asked("数量", (), "quantities", most=60)
    attachments: tuple[int, ...] = asked("佐证材料", (), "proofs")

    @property
    def lacking(self) -> str:
        parts = {"类别": self.kind, "成果名称": self.name.strip(), "成果日期": self.on}
        return "、".join(label for label, told in parts.items() if not told)

    @property
    def numbers(self) -> frozenset[tuple[str, str]]:
        """(kind, number) of its documents that have one."""
        return frozenset(
            (self.kind, paper.number.strip()) for paper in self.documents if paper.number.strip()
        )

    @property
    def wrong(self) -> str:
        return "；".join(amount.wrong for amount in self.quantities if amount.wrong)

    @property
    def counts_twice(self) -> bool:
        return twice((amount.what.strip(), amount.unit.strip()) for amount in self.quantities)

    @property
    def names_twice(self) -> bool:
        numbers = [paper.number.strip() for paper in self.documents if paper.number.strip()]
        return twice(numbers) or twice(
            (paper.title.strip(), paper.number.strip()) for paper in self.documents
        )

    @property
    def days(self) -> list[date]:
        return [day for day in (self.on, *(paper.day for paper in self.documents)) if day]


@dataclass(frozen=True, slots=True)
class Correcting(Crediting):
    """What was registered is written anew; what it said before is kept."""

    reason: str = asked("更正的理由", kind="long")


@dataclass(frozen=True, slots=True)
class Unlinking(Because):
    reason: str = asked("取消关联的理由", kind="long")


@dataclass(frozen=True, slots=True)
class Reported(Said):
    """What the press wrote; one of the address and the clipping says where it is found."""

    title: str = asked("报道标题")
    medium: str = asked("媒体", most=60)
    on: date | None = asked("刊播日期", None, "day")
    address: str = asked("网址（没有的附剪报或者截图）", most=500)
    cases: tuple[int, ...] = asked("报道涉及的建议", (), "cases")
    attachments: tuple[int, ...] = asked("剪报或者截图", (), "proofs")

    @property
    def lacking(self) -> str:
        parts = {"报道标题": self.title.strip(), "媒体": self.medium.strip(), "刊播日期": self.on}
        return "、".join(label for label, told in parts.items() if not told)

    @property
    def leads_somewhere(self) -> bool:
        """Nothing, or an address of the web: whatever else stands there would be opened under our name."""
        told = self.address.strip().lower()
        return not told or (told.startswith(("http://", "https://")) and not any(c.isspace() for c in told))


@dataclass(frozen=True, slots=True)
class Displaying(Said):
    """What of it the public may read though it looks like personal data, and why."""

    reason: str = asked("其中标出的姓名、号码等为什么可以公开（没有标出的不填）", kind="long")
