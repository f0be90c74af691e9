"""What every page shows alike: icons, status words, class marks, days, rates, form fields."""

from collections.abc import Sequence
from datetime import date, datetime

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from jianyi.cases.queries.counting import Count
from jianyi.kit import clock
from jianyi.procedure.facts.said import LEVELS
from jianyi.procedure.refusals import as_text


register = template.Library()

# Narrow and unbreakable: a figure or a date never falls apart at the end of a line.
THIN = "\u202f"
WEEKDAYS = "一二三四五六日"
FEW = 10

OK, WARN, BAD, INFO, IDLE = (
    ("ok", "circle-check"), ("warn", "clock"), ("bad", "alert-triangle"), ("info", "progress"), ("idle", "circle-dashed"),
)  # fmt: skip
CHIPS: dict[str, tuple[str, str]] = {
    "办理中": INFO, "审核中": INFO, "起草中": ("info", "edit"), "跟踪落实": ("info", "route"), "推进中": INFO,
    "正在交办": INFO, "重新办理": ("info", "rotate-clockwise"), "代表团初审": INFO, "拟交办": INFO, "授权中": INFO,
    "通过": OK, "完成": OK, "在用": OK, "在任": OK, "同意改办": OK, "同意撤回": OK, "代表已确认": OK, "代表已签署": OK, "纸质签署待核对": WARN, "测评入档": OK,
    "满意": ("ok", "mood-smile"), "基本满意": ("info", "mood-neutral"), "不满意": ("bad", "mood-sad"),
    "临期": WARN, "申请退回": ("warn", "arrow-back-up"), "升级会商": ("warn", "users-group"),
    "退回": BAD, "超期": BAD, "已超期": BAD, "已逾期": BAD, "代表有异议": BAD, "还不能送审": BAD, "有附议代表不同意": BAD,
    "草稿": ("idle", "pencil"), "已终止": IDLE, "已作废": IDLE, "已撤销": IDLE, "已停用": IDLE, "已失效": IDLE,
    "已撤回": ("idle", "arrow-back-up"), "已谢绝": IDLE, "已结束": IDLE, "已卸任": IDLE, "已改办": ("idle", "arrows-exchange"),
    "采纳": OK, "部分采纳": ("warn", "circle-half"), "未采纳": ("bad", "circle-x"), "已有": ("idle", "bookmark"),
    "已召开，待拟纪要": WARN, "纪要待审定": WARN, "纪要已定": OK, "已安排": INFO, "执行中": INFO, "已取消": IDLE,
    "集中办理中": INFO, "在组内": INFO, "已移出": IDLE, "已挂牌，待解决": WARN, "已报解决，待核销": INFO, "已转答复承诺": ("info", "route"),
    "未改正": BAD, "到期未改正": BAD, "误催撤销": IDLE, "不发": IDLE, "逾期未回复": BAD, "已送达，待签收": WARN, "已签收，待回复": INFO, "已回复，待核销": INFO, "已挂牌": WARN, "已通报": WARN, "已发督办通知，待报告": WARN, "已报告，待核": INFO, "对方已不承办，不再督办": IDLE, "对方已不承办，不再催办": IDLE, "不催办，已说明理由": IDLE,
    "重点督办": ("key", "star"), "主办": ("key", "flag"), "单办": ("key", "flag"),
    "会办": ("line", "arrows-join"), "分别办理": ("line", "arrows-split-2"),
    "虚构数据": ("warn", "flask"), "公开全文": ("line", "world"), "只公开标题": ("line", "world"), "不公开": ("line", "eye-off"),
}  # fmt: skip
# What a word the table above does not know begins with says enough.
BEGINNINGS: tuple[tuple[tuple[str, ...], tuple[str, str]], ...] = (
    (("待", "等"), WARN), (("已", "同意"), OK), (("超期", "逾期", "退回", "不满意", "不同意"), BAD), (("再次不满意",), BAD),
)  # fmt: skip


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """One drawing of the sprite: decoration beside a word, or, with a label, an image that says something."""
    if not name:
        return mark_safe("")
    said = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')  # noqa: S308
    return format_html('<svg class="ti" {}><use href="{}#{}"/></svg>', said, static("vendor/icons.svg"), name)


def look_of(word: str) -> tuple[str, str]:
    """The colour family and icon of a status word."""
    if word in CHIPS:
        return CHIPS[word]
    return next((look for starts, look in BEGINNINGS if word.startswith(starts)), IDLE)


@register.simple_tag
def chip(word: object, kind: str = "", icon_name: str = "") -> SafeString:
    """A status: always icon and word, colour only besides. Takes a word of the procedure or plain text."""
    text = str(getattr(word, "label", word) or "")
    if not text:
        return mark_safe("")
    usual_kind, usual_icon = look_of(text)
    return format_html(
        '<span class="chip {}">{}{}</span>', kind or usual_kind, icon(icon_name or usual_icon), text
    )


@register.simple_tag
def class_mark(letter: str, meaning: str = "") -> SafeString:
    """The boxed class of a reply, with the congress's own word for it."""
    mark = format_html('<span class="cls {0}" title="办理结果分类 {0}">{0}</span>', letter)
    if not meaning:
        return mark
    return format_html('<span class="cls-w">{} <span class="small">{}</span></span>', mark, meaning)


def own_day(moment: date | datetime) -> date:
    """The calendar day in Shanghai."""
    return moment.astimezone(clock.HOME).date() if isinstance(moment, datetime) else moment


def day_and_year(on: date) -> str:
    """4 月 21 日, with the year when it is not this one."""
    year = f"{on.year} 年 " if on.year != clock.today().year else ""
    return f"{year}{on.month} 月 {on.day} 日"


@register.filter
def day(moment: date | datetime | None) -> str:
    """4 月 21 日（周二）"""
    if not moment:
        return ""
    on = own_day(moment)
    return f"{day_and_year(on)}（周{WEEKDAYS[on.weekday()]}）"


@register.filter
def short_day(moment: date | datetime | None) -> str:
    """4 月 21 日"""
    return day_and_year(own_day(moment)) if moment else ""


@register.filter
def minute(moment: datetime | None) -> str:
    """4 月 21 日 14:32: with its day also when it is today, for pages are printed and left open."""
    if not moment:
        return ""
    local = moment.astimezone(clock.HOME)
    return f"{day_and_year(local.date())} {local:%H:%M}"


register.filter(as_text)


@register.filter
def level(word: str) -> str:
    """Who of a unit it was that met a deputy: 「分管领导」."""
    return LEVELS.get(word, word)


@register.filter
def thousands(figure: object) -> str:
    """1 286; what was not counted to the end 1 000+; what is no whole number stays as it is."""
    if isinstance(figure, Count):
        return f"{thousands(figure.number)}{'+' if figure.more else ''}"
    if isinstance(figure, int):
        return f"{figure:,}".replace(",", THIN)
    return "" if figure is None else str(figure)


@register.filter
def cell(value: object) -> str:
    """In a table of many columns: a day as 2026-05-26, nothing for what is not known."""
    if isinstance(value, date):
        return own_day(value).isoformat()
    return "" if value is None else str(value)


@register.filter
def percent(figure: object) -> str:
    """40.2 %, or nothing where too few cases make a percentage misleading."""
    part, whole = parts_of(figure)
    return f"{100 * part / whole:.1f}{THIN}%" if whole >= FEW else ""


@register.filter
def rate(figure: object, unit: str = "件") -> str:
    """40.2 %  517 / 1 286 件; under ten cases numerator and denominator alone."""
    part, whole = parts_of(figure)
    share = percent(figure)
    return f"{share}\u2003{fraction(part, whole, unit)}" if share else fraction(part, whole, unit)


def parts_of(figure: object) -> tuple[int, int]:
    """Numerator and denominator of a figure, or of a pair."""
    if isinstance(figure, Sequence):
        return int(figure[0]), int(figure[1])
    return int(getattr(figure, "numerator", 0)), int(getattr(figure, "denominator", 0))


def fraction(part: int, whole: int, unit: str) -> str:
    """517 / 1 286 件"""
    return f"{thousands(part)} / {thousands(whole)} {unit}".rstrip()


@register.filter
def counted(number: int, told: str) -> str:
    """A number inside words, 「第 {} 次」: `stringformat` can only begin with it."""
    return told.format(number)


@register.filter
def standing(steps: Sequence[object]) -> dict[str, object]:
    """Where a road of steps stands: number, label and how many there are."""
    for number, step in enumerate(steps, start=1):
        if field_of(step, "state") == "now":
            return {"number": number, "label": field_of(step, "label"), "count": len(steps)}
    return {"number": len(steps), "label": field_of(steps[-1], "label") if steps else "", "count": len(steps)}


def field_of(thing: object, name: str) -> object:
    """Views hand over dicts or dataclasses; both are fine."""
    return thing.get(name, "") if isinstance(thing, dict) else getattr(thing, name, "")


@register.filter
def control(field: BoundField) -> SafeString:
    """A form field's control in our look; Django itself links it with its hint and its error."""
    return field.as_widget(attrs={"class": css_class(field)})


def css_class(field: BoundField) -> str:
    """The class of a control by its kind, marked when it was filled in wrongly."""
    widget = field.field.widget
    if isinstance(widget, CheckboxInput | RadioSelect | CheckboxSelectMultiple):
        return "form-check-input"
    kind = "form-select" if isinstance(widget, Select) else "form-control"
    return f"{kind} is-bad" if field.errors else kind


@register.filter
def is_choice(field: BoundField) -> bool:
    """Whether a field is a group of options, which needs a legend instead of a label."""
    return isinstance(field.field.widget, RadioSelect | CheckboxSelectMultiple)


@register.filter
def is_tick(field: BoundField) -> bool:
    """Whether a field is one box to tick, whose label stands beside it."""
    return isinstance(field.field.widget, CheckboxInput)
