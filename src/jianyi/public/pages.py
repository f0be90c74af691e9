"""The pages of the public site: the list with its search, one suggestion, the figures."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404
from django.template.loader import render_to_string

from jianyi.documents import store
from jianyi.kit import clock
from jianyi.kit.ids import read_number
from jianyi.procedure.facts.publication import WAYS
from jianyi.procedure.facts.said import GRADES
from jianyi.publication.credited import outcomes_of
from jianyi.publication.figures import Shares, answered, shares
from jianyi.publication.models import Public, PublicReply

from . import reading
from .around import around
from .excerpts import excerpt, marked
from .front import FILE, Told
from .houses import House
from .reading import Asked


LATE = "落实中"


def html(template: str, house: House, told: dict[str, Any], status: int = 200) -> Told:
    around = {"house": house, "address": settings.ADDRESS, "demo": settings.DEMO}
    return Told(render_to_string(f"open/{template}.html", around | told).encode(), status=status)


def here(house: House | None) -> House:
    """Raises Http404 where no congress is there to publish anything."""
    if house is None:
        raise Http404
    return house


def home(house: House | None, asked: Asked) -> Told:
    """Search, filters, results."""
    at = here(house)
    page = reading.listed(at.id, asked)
    told = reading.replies(at.id, [row.id for row in page.rows])
    words, all_of = reading.words_of(asked), around(at.id)
    return html("home", at, {
        "rows": [_row(row, told.get(row.id, []), words) for row in page.rows], "asked": asked, "kind": asked.get("class", ""), "filters": _filters(at, asked),
        "choices": all_of.choices, "here": "home", "shares": all_of.shares, "rate": _rate(all_of.shares), "total": all_of.total,
        "next": _link(asked, after=page.after), "previous": _link(asked, before=page.before),
    })  # fmt: skip


LABELS = {"q": "含", "year": "年份", "unit": "单位", "class": "类别", "category": "分类", "region": "代表团"}


def _filters(house: House, asked: Asked) -> list[tuple[str, str, str]]:
    """(label, value, the address without it) of what is asked for."""
    plain = dict(asked)
    return [
        (label, asked[name], _link(plain | {name: ""}) or "?")
        for name, label in LABELS.items()
        if name in asked
    ]


def _link(asked: Asked, **at: str) -> str:
    """The same list elsewhere; nothing where there is no such page."""
    if at and not any(at.values()):
        return ""
    told = {name: value for name, value in asked.items() if value and name not in ("after", "before")} | at
    return f"?{urlencode(told)}" if told else ""


def _row(row: Public, replies: list[PublicReply], words: list[str]) -> dict[str, Any]:
    last = [each for each in replies if not each.gone and not each.again]
    return {
        "row": row, "title": marked(row.title, words), "units": "、".join(dict.fromkeys(each.unit for each in last)), "excerpt": excerpt(row, last, words),
        "classes": sorted({(each.reply_class, each.class_label) for each in last if each.reply_class}),
        "late": any(_is_late(told) for each in last for told in each.promises),
    }  # fmt: skip


def _is_late(promise: list[Any]) -> bool:
    _, day, state, *_ = promise
    return bool(state == LATE and day and day < clock.today().isoformat())


def item(house: House | None, asked: Asked, number: int) -> Told:
    """One suggestion; what was taken down says so and nothing else. Raises Http404 for whatever is not public."""
    at = here(house)
    row = reading.item(at.id, number)
    if row is None:
        raise Http404
    if row.gone:
        return html("gone", at, {"row": row}, status=410)
    replies = reading.replies(at.id, [row.id]).get(row.id, [])
    came = outcomes_of(at.id, [row.id]).get(row.id, [])
    return html(
        "item", at, {"row": row, "replies": [_reply(each, row) for each in replies], "outcomes": came}
    )


def _reply(row: PublicReply, page: Public) -> dict[str, Any]:
    points = dict(enumerate(page.points, start=1))
    return {
        "row": row, "way": WAYS[row.way], "grades": row.grades,
        "answers": [{"no": no, "point": points.get(no, ""), "adoption": word, "text": text, "measure": measure} for no, word, text, measure in row.answers],
        "promises": [
            {"item": each[0], "due": _day(each[1]), "state": each[2], "changed": each[3], "late": _is_late(each)}
            for each in row.promises
        ],
    }  # fmt: skip


def _day(told: str) -> str:
    year, month, day = told.split("-") if told else ("", "0", "0")
    return f"{year} 年 {int(month)} 月 {int(day)} 日" if told else ""


def attachment(house: House | None, asked: Asked, number: int, nth: int, reply: int) -> Told:
    """A published copy by its place in the list; nothing else in the store can be asked for."""
    at = here(house)
    if reading.item(at.id, number) is None:
        raise Http404
    row = next((each for each in reading.replies(at.id, [number]).get(number, []) if each.id == reply), None)
    if row is None or row.gone or not 0 < nth <= len(row.files):
        raise Http404
    file = row.files[nth - 1]
    try:
        body = store.content(file["digest"])
    except (OSError, ValueError):
        raise Http404 from None
    return Told(body, FILE, name=f"attachment-{nth}.{file['kind']}")


def figures(house: House | None, asked: Asked) -> Told:
    """Counts with what they are counted of."""
    at = here(house)
    choices = reading.choices(at.id)
    wanted = read_number(asked.get("year", ""))
    year = wanted if wanted in choices.years else None
    return html("figures", at, {
        "here": "figures", "replied": (due := answered(at.id, year)), "reply_rate": (due.answered, due.due), "told": (found := reading.figures(at.id, year)), "year": year, "choices": choices, "shares": (all_of := shares(at.id, year)), "rate": _rate(all_of), "kept": (found.kept, found.promised),
        "ways": [(WAYS[way], count) for way, count in found.ways],
        "grades": list(GRADES.values()),
    })  # fmt: skip


def topics(house: House | None, asked: Asked) -> Told:
    """The list of key topics as it was announced."""
    at = here(house)
    return html("topics", at, {"here": "topics", "topics": reading.topics(at.id)})


def _rate(told: Shares) -> tuple[int, int]:
    return told.published, told.due
