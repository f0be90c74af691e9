"""What a rating sheet asks, for every page that has one: grades on the axes of the place, and what else it asks."""

from typing import Any

from jianyi.cases.holders import co_signers
from jianyi.cases.models import Sheet
from jianyi.procedure.facts.said import ALSO_ASKED, GRADES, Rated
from jianyi.procedure.places import Place
from jianyi.turn.under import Under


# What an axis means, where its name alone might not say it.
MEANT = {"attitude": "沟通是否主动、认真", "result": "问题是否得到解决"}


def questions(where: Place, typed: dict[str, str]) -> list[dict[str, Any]]:
    """For parts/rating.html."""
    choices = [{"value": value, "label": label} for value, label in GRADES.items()]
    return [
        {"name": name, "legend": "：".join(filter(None, (axis.label, MEANT.get(name, "")))), "choices": choices, "chosen": typed.get(name, "")}
        for name, axis in where.rating_axes.items()
    ]  # fmt: skip


def also(under: Under, on: Sheet, typed: dict[str, str]) -> list[dict[str, Any]]:
    """What the sheet of this place asks beside the grades, of this reply: no class, no question about it; no co-signers,
    nothing to sum up."""
    about = {"class_agree": bool(on.paper.reply_class), "co_signers_view": bool(co_signers(under))}
    return [
        {"name": name, "label": label, "choices": list(asks.metadata["options"].items()), "told": typed.get(name, "")}
        for name, label in ALSO_ASKED.items()
        if name in under.place.rating_asks and about.get(name, True) and (asks := Rated.__dataclass_fields__[name])
    ]  # fmt: skip
