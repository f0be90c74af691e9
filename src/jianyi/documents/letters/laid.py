"""The data set as the templates read it: days and numbers in words, titles in lines, the QR code in rows."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import segno
from cryptography.hazmat.primitives.hashes import SM3, Hash

from .document import Annex, Check, Document, Grid, Letter, Paragraph, Picture, Sheet
from .wording import labelled, long_day, title_lines


def facts(value: Any) -> Any:
    """Values as JSON can hold them, each part with the name of what it is; pictures by their digest."""
    if is_dataclass(value) and not isinstance(value, type):
        told = {field.name: facts(getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__.lower(), **told}
    if isinstance(value, tuple):
        return [facts(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return sm3(value) if isinstance(value, bytes) else value


def digest(document: Document) -> str:
    """SM3 of the whole data set, the version of the template with it."""
    return sm3(
        json.dumps(facts(document), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )
    )


def sm3(content: bytes) -> str:
    digesting = Hash(SM3())
    digesting.update(content)
    return digesting.finalize().hex()


def laid(document: Document) -> dict[str, Any]:
    """Everything a template needs but the fonts."""
    told: dict[str, Any] = _told(document)
    told["title"] = "".join(document.title.split("\n"))
    told["title_lines"] = title_lines(document.title)
    if isinstance(document, Sheet):
        told["footer"] = footer_line(document)
    return told


def footer_line(sheet: Sheet) -> list[str] | None:
    """制表单位 制表时间 数据截止时间, as far as they are known."""
    if not sheet.footer:
        return None
    told = (
        ("制表单位", sheet.footer.unit),
        ("制表时间", sheet.footer.made),
        ("数据截止时间", sheet.footer.as_of),
    )
    return [f"{name}：{value}" for name, value in told if value]


def day_of(document: Document) -> date | None:
    return document.closing.day if isinstance(document, Letter) else None


def qr_rows(payload: str) -> list[str]:
    """Rows of 0 and 1 without the quiet zone, which the layout leaves free."""
    return ["".join(str(int(dark)) for dark in row) for row in segno.make(payload, error="m").matrix]


def _told(value: Any) -> Any:
    """As `facts`, but in words, and with the headings of every list of blocks numbered."""
    if is_dataclass(value) and not isinstance(value, type):
        told = {field.name: _part(field.name, getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__.lower(), **told, **_more(value)}
    if isinstance(value, tuple):
        return [_told(part) for part in value]
    return long_day(value) if isinstance(value, date) else value


def _part(name: str, value: Any) -> Any:
    if name in ("body", "blocks"):
        return [_told(block) for block in labelled(value)]
    return "" if name == "day" and value is None else _told(value)


def _more(value: Any) -> dict[str, Any]:
    """What a part needs beyond its own fields."""
    if isinstance(value, Paragraph):
        return {"texts": [line for line in value.text.split("\n") if line.strip()]}
    if isinstance(value, Check):
        return {"qr": qr_rows(value.payload)}
    if isinstance(value, Annex):
        return {"title_lines": title_lines(value.title)}
    if isinstance(value, Picture):
        return {"content": list(value.content), "format": "jpg" if value.kind == "jpeg" else "png"}
    return {"pairs": paired(value)} if isinstance(value, Grid) else {}


def paired(grid: Grid) -> list[dict[str, Any]]:
    """The pairs with `whole` where one fills a row: the wide ones, and a short one with no neighbour."""
    told: list[dict[str, Any]] = []
    waiting = False
    for place, pair in enumerate(grid.pairs):
        following = grid.pairs[place + 1] if place + 1 < len(grid.pairs) else None
        alone = not waiting and (following is None or following.wide)
        whole = pair.wide or alone
        told.append(
            {"label": pair.label, "text": pair.text, "lines": pair.lines, "whole": whole, "wide": pair.wide}
        )
        waiting = not whole and not waiting
    return told
