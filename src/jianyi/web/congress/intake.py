"""What was recognised in uploaded files, kept for whoever uploaded them until it is confirmed."""

import re
from collections.abc import Iterable
from typing import Any

from jianyi.cases.models import Suggestion
from jianyi.cases.sight import may_see
from jianyi.documents import store
from jianyi.documents.reading import pasted, read
from jianyi.documents.reading.content import Text
from jianyi.documents.recognition import Letter, recognise, rows
from jianyi.documents.recognition.points import numbered
from jianyi.documents.recognition.table import Row
from jianyi.kit import clock
from jianyi.kit.ids import new_id
from jianyi.kit.unreadable import Unreadable
from jianyi.parties.queries import deputies
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Buffer


MOST_FILES, MOST_ITEMS = 50, 500
Item = dict[str, Any]
WAITING, DONE = "waiting", "done"
KINDS = {"suggestion": "代表建议", "reply": "答复", "unreadable": "没有认出"}
# The form numbers the points itself.
_NUMBERING = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、．]|\.(?!\d))|[①-⑳])\s*"
)
GUESSED = "没有分出逐条的具体建议，系统暂把最后一段列为具体建议，请核对。"


def gather(uploads: Iterable[Any], text: str, *, by: Actor) -> int:
    """Read everything, keep what was recognised, answer with the number of this import. A file that cannot be read
    becomes a line that says why; the others go on. What is more than one import takes is said, not dropped in silence."""
    files, items = list(uploads), list[Item]()
    for upload in files[:MOST_FILES]:
        items += _of_file(upload.name, upload.read(), by)
    if text.strip():
        items += _of_text("粘贴的文字", pasted(text), _kept("粘贴的文字.txt", text.encode(), "txt", by))
    taken = [
        *items[:MOST_ITEMS],
        *_left_out([upload.name for upload in files[MOST_FILES:]], items[MOST_ITEMS:]),
    ]
    _match(taken, by)
    return _keep(taken, by)


def _left_out(files: list[str], items: list[Item]) -> Iterable[Item]:
    """What to bring in with another import: which files, and from which row of which."""
    if files:
        told = f"一次最多 {MOST_FILES} 个文件，还有 {len(files)} 个没有读：{'、'.join(files[:MOST_FILES])}。请另外上传。"
        yield _item("unreadable", "超出的文件", reasons=[told])
    if items:
        first = items[0]
        where = f"“{first['source']}”" + (f"第 {first['line']} 行" if first["line"] else "")
        told = f"一次最多 {MOST_ITEMS} 条，还有 {len(items)} 条没有收进来，从{where}起。请把这些另存成表格再上传。"
        yield _item("unreadable", "超出的条目", reasons=[told])


def _of_file(name: str, content: bytes, by: Actor) -> list[Item]:
    try:
        text = read(name, content)
    except Unreadable as unreadable:
        return [_item("unreadable", name, reasons=[unreadable.sentence])]
    return _of_text(name, text, _kept(name, content, text.kind, by))


def _kept(name: str, content: bytes, kind: str, by: Actor) -> int:
    return store.keep(content, name=name, kind=kind, congress=by.congress, owner=by.person).id


def _of_text(name: str, text: Text, file: int) -> list[Item]:
    if not text.sheets:
        return [_of_letter(name, recognise(text), file)]
    found: list[Item] = []
    for sheet in text.sheets:
        taken, warnings = rows(sheet)
        found += [_of_row(name, row, file) for row in taken]
        found += (
            [_item("unreadable", f"{name}，工作表“{sheet.name}”", reasons=warnings)]
            if warnings and any(sheet.rows)
            else []
        )
    return found


def _of_letter(name: str, letter: Letter, file: int) -> Item:
    situation, points, warnings = split(letter.body, letter.points)
    reply = letter.kind == "reply"
    return _item(
        letter.kind, name, file=file, title=letter.title, number=letter.number, unit=letter.unit, date=letter.date,
        names=list(letter.addressee if reply else letter.proposers), reply_class=letter.reply_class,
        situation=letter.body if reply else situation, points=list(letter.points) if reply else _bare(points),
        warnings=[*letter.warnings, *([] if reply else warnings)], quoted=letter.suggestion_title,
    )  # fmt: skip


def _of_row(name: str, row: Row, file: int) -> Item:
    lines = row.request.splitlines()
    points = list(numbered(lines)) or ([row.request] if row.request else [])
    situation, guessed, warnings = (row.problem, points, []) if points else split(row.problem, ())
    return _item(
        "suggestion", name, line=row.line, file=file, title=row.title, number=row.number, unit=row.unit, date=row.date,
        names=list(row.proposers), situation=situation, points=_bare(guessed), warnings=[*warnings, *_lacking(situation, guessed)],
    )  # fmt: skip


def _bare(points: Iterable[str]) -> list[str]:
    return [_NUMBERING.sub("", point, count=1) for point in points]


def _lacking(situation: str, points: list[str]) -> list[str]:
    parts = [word for word, there in (("情况与问题", situation.strip()), ("具体建议", points)) if not there]
    return [f"没有{'和'.join(parts)}，请补上后再确认。"] if parts else []


def split(body: str, points: tuple[str, ...]) -> tuple[str, list[str], list[str]]:
    """What goes before the first point is the situation; without points the last paragraph stands in for one."""
    if points:
        at = body.find(points[0].splitlines()[0]) if points[0] else -1
        return (body[:at].strip() if at > 0 else body), list(points), []
    paragraphs = [line for line in body.splitlines() if line.strip()]
    return body, paragraphs[-1:], [GUESSED] if paragraphs else []


def _item(kind: str, source: str, **told: Any) -> Item:
    blank = {
        "line": 0, "file": 0, "title": "", "number": "", "unit": "", "date": "", "names": [], "reply_class": "",
        "situation": "", "points": [], "warnings": [], "quoted": "", "lead": 0, "lead_name": "", "case": 0,
        "case_title": "", "state": WAITING, "result": 0, "reasons": [],
    }  # fmt: skip
    return {**blank, **told, "kind": kind, "source": source}


# Deputies by name, cases by number: one question each for the whole upload


def _match(items: list[Item], by: Actor) -> None:
    leads = [item for item in items if item["kind"] == "suggestion" and item["names"]]
    seats = deputies(by=by).filter(root__name__in={item["names"][0] for item in leads})
    known: dict[str, list[int]] = {}
    for seat in seats:
        known.setdefault(seat.root.name, []).append(seat.root_id)
    for item in leads:
        _give_lead(item, known.get(item["names"][0], []))
    _match_cases([item for item in items if item["kind"] == "reply"], by)


def _give_lead(item: Item, found: list[int]) -> None:
    name = item["names"][0]
    if len(found) == 1:
        item["lead"], item["lead_name"] = found[0], name
    elif found:
        item["warnings"].append(f"有 {len(found)} 位代表同名“{name}”，请选定是哪一位。")
    else:
        item["warnings"].append(f"在任代表中没有“{name}”，请核对姓名或者选定代表。")


def _match_cases(items: list[Item], by: Actor) -> None:
    numbers = {number for item in items if (number := _figure(item["number"]))}
    rows = Suggestion.objects.filter(may_see(by), number__in=numbers).only(
        "id", "congress_id", "number", "between", "title"
    )
    for item in items:
        fits = [
            row
            for row in rows
            if row.number == _figure(item["number"]) and row.between == item["number"].startswith("闭")
        ]
        same = [row for row in fits if row.title and row.title in (item["quoted"], item["title"])]
        if len(same) == 1:
            item["case"], item["case_title"] = same[0].id, same[0].title
        elif fits:
            item["warnings"].append(
                "有编号相同、标题不同的建议（编号每次会议重起）：没有归入任何一件；确是同一件的，请点“核对”按编号选定。"
            )


def _figure(told: str) -> int:
    bare = told.strip().removeprefix("闭").removesuffix("号")
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 8 else 0


# Kept until confirmed: one row for each item, seen by its owner only


def _keep(items: list[Item], by: Actor) -> int:
    number = new_id()
    Buffer.objects.bulk_create(
        Buffer(
            congress_id=by.congress,
            owner_id=by.person,
            subject=_subject(number, nth),
            fields=item,
            saved_at=clock.now(),
            version=1,
        )
        for nth, item in enumerate(items, start=1)
    )
    return number


def _subject(number: int, nth: int) -> str:
    return f"import-{number}-{nth:04d}"


def items(number: int, *, by: Actor) -> dict[int, Item]:
    """nth → item, of one's own import."""
    own = Buffer.objects.filter(
        congress_id=by.congress, owner_id=by.person, subject__startswith=f"import-{number}-"
    )
    return {int(row.subject[-4:]): row.fields for row in own.order_by("subject")}


def save(number: int, nth: int, item: Item, *, by: Actor) -> None:
    """The item as corrected, or as it went."""
    own = Buffer.objects.filter(congress_id=by.congress, owner_id=by.person, subject=_subject(number, nth))
    own.update(fields=item, saved_at=clock.now())
