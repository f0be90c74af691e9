"""Whose public site it is: one congress at a time, the first that there is unless another is named."""

from dataclasses import dataclass

from jianyi.kit.ids import read_number
from jianyi.parties.models import Congress
from jianyi.procedure import words
from jianyi.procedure.places import place

from .reading import Asked


@dataclass(frozen=True)
class House:
    """`named`: not the one that is shown where none is named, so that every link must name it."""

    id: int
    name: str
    place: str
    named: bool = False
    others: tuple[tuple[int, str], ...] = ()

    @property
    def tells_names(self) -> bool:
        return "names" in place(self.place).publishes

    @property
    def tells_ratings(self) -> bool:
        return "satisfaction" in place(self.place).publishes

    @property
    def query(self) -> str:
        return f"?house={self.id}" if self.named else ""


def house_of(asked: Asked) -> House | None:
    """Nothing where there is none, or none of that number."""
    rows = Congress.objects.filter(stage=words.Congress.OPEN).order_by("id")
    found = list(rows.values_list("id", "name", "place"))
    wanted = read_number(asked.get("house", "")) if "house" in asked else None
    first = found[0][0] if found else 0
    for number, name, where in found:
        if number == (first if "house" not in asked else wanted):
            others = tuple((each, told) for each, told, _ in found if each != number)
            return House(number, name, where, number != first, others)
    return None
