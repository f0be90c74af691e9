"""The review of a publication on paper (F31): what bounds it, what was decided of each marked passage, by whom; never what is
taken out."""

from collections.abc import Iterable

from django.conf import settings

from jianyi.cases.issued.records import made
from jianyi.cases.models import Sheet as Rating
from jianyi.cases.queries.files import CaseFile
from jianyi.documents.letters.document import Block, Column, Grid, Pair, Paragraph, Sheet, Table
from jianyi.documents.letters.wording import long_day
from jianyi.kit import clock
from jianyi.parties.queries import names
from jianyi.procedure.facts.publication import WAYS
from jianyi.procedure.facts.said import HOW, PUBLIC_VIEWS, WISHES
from jianyi.procedure.words import Limit

from ..facts import wished
from ..models import Publication
from ..parts import is_shown, redacted
from ..personal import KINDS


LABEL = "公开审查单"
COLUMNS = (
    Column("序号", 0.5, "center"), Column("所在部分", 1.4), Column("位置", 1.1), Column("类型", 1.2), Column("处理", 0.9), Column("替换为 / 保留理由", 2.4),
)  # fmt: skip


def review(file: CaseFile, row: Publication) -> Sheet:
    """For whoever may read the publication itself, as it stands."""
    return Sheet(
        LABEL, tuple(_blocks(file, row)), number=f"第{file.case.no}号 · {row.stage.label}",
        note="说明：审查人不是拟稿人；公开的范围不超过代表的意愿和签发时所定的范围。被替换的内容不在本单上显示。",
        footer=made(row.handling.unit.name),
    )  # fmt: skip


def _blocks(file: CaseFile, row: Publication) -> Iterable[Block]:
    yield Grid((
        Pair("建议标题", file.case.title, wide=True), Pair("答复文号", row.paper.number), Pair("承办单位", row.handling.unit.name),
        Pair("代表公开意愿", _wish(file)), Pair("代表对公开答复的意见", _view(file, row)), Pair("最多可以", WAYS[wished(row, file.under)]), Pair("签发时定为", WAYS.get(row.paper.publication, "")),
        Pair("公开方式", WAYS[row.way]), Pair("公开期限", _until(file, row)), Pair("理由", row.reason or "（全文公开，不须写理由）", wide=True),
        Pair("拟稿人", _writers(file, row)), Pair("审查人", row.checked_by or "（尚未审查）"), Pair("不公开的批准人", row.approved_by or "（不适用）"), Pair("发布人", _published(row)),
        Pair("网页", _address(file, row), wide=True),
    ))  # fmt: skip
    if row.taken_down:
        yield Paragraph(f"已撤下：{row.taken_down}（{row.taken_down_by}）")
    rows = tuple(_mark(no, mark, row) for no, mark in enumerate(_shown(row), start=1))
    if rows:
        yield Table(COLUMNS, rows, caption="脱敏项")
    else:
        yield Paragraph("脱敏项：所公开的文字中没有标出的个人信息。")


def _wish(file: CaseFile) -> str:
    reason = f"（{file.case.publication_reason}）" if file.case.publication_reason else ""
    return f"{WISHES.get(file.case.publication_wish, '')}{reason}"


def _view(file: CaseFile, row: Publication) -> str:
    """What the lead deputy said on the rating sheet of this very reply."""
    sheets = [each for each in file.under.all(Rating) if each.paper_id == row.paper_id]
    views = [each.publication_view for each in sheets if each.rater_id == file.case.lead_id]
    return PUBLIC_VIEWS.get(views[-1] if views else "", "（没有表示）")


def _until(file: CaseFile, row: Publication) -> str:
    rows = [
        each for each in file.under.deadlines if each.holder_id == row.id and each.limit is Limit.PUBLICATION
    ]
    return f"{long_day(rows[0].due_on)}前" if rows else "（本地没有规定）"


def _writers(file: CaseFile, row: Publication) -> str:
    known = names(file.case.congress_id, set(row.writers))
    return "、".join(known[person] for person in row.writers if person in known) or "（尚未拟稿）"


def _published(row: Publication) -> str:
    if row.published_at is None:
        return "（尚未发布）"
    return f"{row.published_by} {long_day(row.published_at.astimezone(clock.HOME).date())}"


def _address(file: CaseFile, row: Publication) -> str:
    return f"{settings.ADDRESS}/open/items/{file.case.id}/" if row.is_out else "（没有公开）"


def _shown(row: Publication) -> list[dict[str, object]]:
    """Of what would be read by the public; in the order of the text."""
    order = {part["key"]: place for place, part in enumerate(row.parts)}
    marks = [mark for mark in row.marks if is_shown(mark["part"], row.way)]
    return sorted(marks, key=lambda mark: (order.get(mark["part"], 0), mark["start"], mark["end"]))


def _mark(no: int, mark: dict[str, object], row: Publication) -> tuple[str, ...]:
    """Where it stands, not what it says: what is taken out is on no paper."""
    part = next((each for each in row.parts if each["key"] == mark["part"]), {"label": "", "text": ""})
    told = str(mark["reason"])
    if mark["how"] == "redact":
        start, end = int(str(mark["start"])), int(str(mark["end"]))
        told = redacted(part["text"][start:end], [mark | {"start": 0, "end": end - start}])
    kind = KINDS.get(str(mark["kind"]), "人工添加")
    place = f"第{int(str(mark['start'])) + 1}至{mark['end']}字"
    return str(no), str(part["label"]), place, kind, HOW.get(str(mark["how"]), "未决定"), told
