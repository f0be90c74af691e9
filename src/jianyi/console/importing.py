"""`jianyi import`: files of suggestions and replies recognised, and suggestions entered by a named person."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from jianyi.cases.commands.past import keep
from jianyi.cases.commands.suggestions import enter
from jianyi.cases.fresh import fresh
from jianyi.cases.queries import past as past_replies
from jianyi.documents import store
from jianyi.documents.guard import Unreadable, kind_of
from jianyi.documents.reading import Text, read
from jianyi.documents.recognition import Letter, recognise, rows
from jianyi.parties.models import Person, Seat
from jianyi.parties.queries import actor
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Entered, Replied
from jianyi.procedure.refusals import Refused, as_text
from jianyi.turn.speech import LINE, LONGEST

from .telling import report, say, show


FIELDS = (
    "title",
    "number",
    "suggestion_title",
    "proposers",
    "addressee",
    "unit",
    "reply_class",
    "date",
    "body",
    "points",
    "warnings",
)
NOBODY = "没有认出领衔代表，请在平台上“导入”或者“代为录入”，由您选定是哪一位。"
Found = dict[str, Any]


def import_files(asked: argparse.Namespace) -> int:
    """One file that cannot be read, or is refused, never stops the others; the answer is then 1."""
    found = [recognised(Path(name)) for name in asked.files]
    if not asked.dry_run:
        by = _person(asked.login)
        if by is None:
            return 1
        _take_in(found, [Path(name) for name in asked.files], by)
    if asked.json:
        report(found)
    else:
        for one in found:
            show(_sentence(one))
    return 1 if any(_is_wrong(one) for one in found) else 0


def _take_in(found: list[Found], paths: list[Path], by: Actor) -> None:
    """Replies become past replies, suggestions are entered; each is told how it went."""
    for one, path in zip(found, paths, strict=True):
        if one.get("kind") == "reply":
            one |= _kept(one, path, by)
    for one in _suggestions(found):
        one |= _entered(one, by)


def recognised(path: Path) -> Found:
    """What one file holds; a list has its entries under `rows`."""
    try:
        text = read(path.name, path.read_bytes())
    except Unreadable as unreadable:
        return {"file": path.name, "error": unreadable.sentence}
    except OSError:
        return {"file": path.name, "error": "没有这个文件，或者不能读取。"}
    if text.sheets:
        return {"file": path.name, "kind": "list", **_listed(text)}
    return {"file": path.name, **_told(recognise(text))}


def _told(letter: Letter) -> Found:
    told = asdict(letter)
    return {"kind": letter.kind, **{name: _plain(told[name]) for name in FIELDS}}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _listed(text: Text) -> Found:
    """The entries of every sheet, and what could not be taken."""
    read_ = [rows(sheet) for sheet in text.sheets]
    entries = [
        {name: _plain(value) for name, value in asdict(row).items()} for taken, _ in read_ for row in taken
    ]
    return {
        "rows": entries,
        "warnings": [*text.warnings, *(warning for _, told in read_ for warning in told)],
    }


def _person(login: str | None) -> Actor | None:
    """Nothing is entered by nobody."""
    row = Person.objects.filter(login=login, stage=w.Person.ACTIVE).first() if login else None
    if row is None:
        say("入库须写明由谁录入：--as 登录名（议案建议处工作人员）。只看识别结果请用 --dry-run。")
    return actor(row) if row else None


def _suggestions(found: list[Found]) -> Iterator[Found]:
    for one in found:
        if one.get("kind") == "suggestion":
            yield one
        yield from one.get("rows", ())


def _kept(one: Found, path: Path, by: Actor) -> Found:
    """A published reply becomes one of the past replies, with its file; the same file is kept once."""
    content = path.read_bytes()
    if there := past_replies.same_file(store.sm3(content), by=by):
        return {"past": str(there.id), "result": "这个文件已在历史答复中，没有重复存入。"}
    answered = past_replies.answered(one["number"], one["suggestion_title"], by=by)
    said = Replied(
        title=one["title"][:LINE], number=one["number"][:60], addressee="、".join(one["addressee"]), unit=one["unit"][:LINE],
        reply_class=one["reply_class"][:4], replied_on=one["date"][:40], body=one["body"][:LONGEST],
        suggestion=answered.id if answered else 0,
    )  # fmt: skip
    row = fresh("past", {}, by=by)
    try:
        file = store.keep(
            content, name=path.name, kind=kind_of(path.name, content), congress=by.congress, owner=by.person
        )
        done = keep(by=by, on=row, saying=replace(said, attachments=(file.id,)))
    except Refused as refusal:
        return {"error": as_text(refusal.reasons)}
    return {"past": str(done.id), "result": "已存入历史答复。"}


def _entered(one: Found, by: Actor) -> Found:
    """Enter one suggestion for the deputy of that name; what does not fit is told and left."""
    names = one["proposers"]
    lead = _deputy(names[0], by) if names else None
    if lead is None:
        return {
            "error": NOBODY
            if not names
            else f"没有找到代表“{names[0]}”，或者同名不止一人，请在平台上代为录入。"
        }
    row = fresh("suggestion", {"lead": lead}, by=by)
    if row is None:
        return {"error": "还没有会次，不能录入。"}
    try:
        done = enter(by=by, on=row, saying=_said(one))
    except Refused as refusal:
        return {"error": as_text(refusal.reasons)}
    return {"suggestion": str(done.id), "result": f"已代 {names[0]} 录入，待审查。"}


def _deputy(name: str, by: Actor) -> int | None:
    """The one deputy of that name; of two, nobody may be guessed."""
    seats = Seat.objects.filter(congress_id=by.congress, stage=w.Seat.HELD, root__name=name)
    people = list(dict.fromkeys(seats.values_list("root_id", flat=True)))
    return people[0] if len(people) == 1 else None


def _said(one: Found) -> Entered:
    body = one.get("body") or one.get("problem") or ""
    points = one.get("points") or [part for part in (one.get("request"),) if part] or [body]
    printed = f"，原编号 {one['number']}" if one.get("number") else ""
    others = f"，联名：{'、'.join(one['proposers'][1:])}" if len(one["proposers"]) > 1 else ""
    return Entered(
        title=one["title"], situation=body, points=tuple(points),
        received=f"由文件导入：{one.get('file', '名单')}{printed}{others}。原件存卷。",
    )  # fmt: skip


def _is_wrong(one: Found) -> bool:
    return "error" in one or any("error" in row for row in one.get("rows", ()))


def _sentence(one: Found) -> str:
    """A file in a few lines."""
    if "kind" not in one:
        return f"{one['file']}：{one['error']}"
    if one["kind"] == "list":
        lines = [f"{one['file']}：名单，{len(one['rows'])} 件"]
        return "\n".join(
            lines
            + [
                f"    {row['title']}：{row.get('error') or row.get('result') or '已识别'}"
                for row in one["rows"]
            ]
        )
    who = "、".join(one["proposers"] or one["addressee"])
    lines = [
        f"{one['file']}：{'建议' if one['kind'] == 'suggestion' else '答复'}《{one['title']}》 {who} {one['number']}".rstrip()
    ]
    told = [*one["warnings"], *(one[name] for name in ("result", "error") if name in one)]
    return "\n".join(lines + [f"    {each}" for each in told])
