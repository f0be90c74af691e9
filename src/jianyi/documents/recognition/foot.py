"""Where the main text of a letter ends: signature, date, contacts, copies, class legend."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianyi.documents.recognition.dates import DATE, is_date_line
from jianyi.documents.recognition.marks import is_legend, reply_class
from jianyi.documents.recognition.names import people
from jianyi.documents.recognition.units import units_of
from jianyi.kit.text import fold


_WHO = (
    r"承\s*办\s*人(?:员)?|承办领导|负\s*责\s*人|责\s*任\s*人|经\s*办\s*人|联\s*系\s*人|联系方式|联\s*系\s*电\s*话|电\s*话|手\s*机|签\s*发\s*人?|审核人?"
    r"|抄\s*送|抄\s*报|主\s*送|分\s*送|主题词|传\s*真|邮\s*编|邮政编码|地\s*址|邮\s*箱|联系单位|承办单位|主办单位|会办单位|协办单位|办理单位"
    r"|答复单位|公开属性|公开方式|公开类型|是否公开|信息公开|签收|面商|满意度|校对|共印|印数|拟稿|核稿"
)
_CONTACT = re.compile(rf"^[(\[【]?\s*[㐀-鿿\s、及和/]{{0,10}}?(?:{_WHO})[^:。]{{0,12}}:")
_PERSON = re.compile(r"^[(\[]?[㐀-鿿\s]{2,10}:\s*(\S.{1,39}?)[)\]]?$")
_PHONE = re.compile(r"^\(?[㐀-鿿·\s]{0,12}[:,]?\s*(?:\+?86)?[\d\-—─*]{7,20}\)?$")
_SMALL = re.compile(
    r"^(?:[(\[【]?\s*(?:此件|本件)?\s*(?:主动|同意|依申请|不予|不|部分|删减后|可以|可|予以|宜|全文)?(?:对外|向社会)?\s*公\s*开(?:发布)?\s*[)\]】]?"
    r"|附\s*件?\s*\d*\s*:.*|附\s*件\s*\d*|[(\[]?(?:此|本)页无正文.*|[(]?(?:盖|公|签|印)\s*章[)]?|[-—–\s\d]+|[(]?共印.{1,12}"
    rf"|.{{2,40}}{DATE}\s*印\s*发|.{{0,8}}征询意见表.{{0,8}}|正\s*文\s*完)$"
)
_ATTACHED = re.compile(r"^附\s*件?\s*\d*\s*:|^附\s*件\s*\d*$")
_SENTENCE = re.compile(r"[。!?;:]\s*[”\")】]?$")


def body_end(lines: Sequence[str]) -> int:
    """How many of these lines (salutation already taken off) are main text; the rest is the foot."""
    end = len(lines)
    while end > 1 and is_foot(lines[end - 1]):
        end -= 1
    end = min(end, _before_date(lines))
    return min(end, _before_attachments(lines[:end]))


def _before_attachments(lines: Sequence[str]) -> int:
    """Where a list of attachments at the end begins: 「附:1.图」「2.表」."""
    for at in range(1, len(lines)):
        if _ATTACHED.match(fold(lines[at])) and not any(_SENTENCE.search(fold(line)) for line in lines[at:]):
            return at
    return len(lines)


def is_foot(line: str) -> bool:
    """Whether the line can only stand below a letter."""
    folded = fold(line).strip()
    if is_date_line(folded) or is_legend(folded) or _SMALL.match(folded):
        return True
    if _CONTACT.match(folded) and len(folded) < 150:
        return True
    if len(folded) <= 24 and (reply_class([folded]) or _PHONE.match(folded)):
        return True
    return not _SENTENCE.search(folded) and (bool(units_of(folded)) or _names_somebody(folded))


def _names_somebody(folded: str) -> bool:
    """「分管领导:王某」: a short label with nothing but a name or a unit behind it."""
    match = _PERSON.match(folded)
    if not match:
        return False
    return bool(units_of(match[1])) or (len(match[1]) <= 12 and len(people(match[1])) == 1)


def _before_date(lines: Sequence[str]) -> int:
    """The foot may be followed by a form or a list: it starts above the first line that is only a date."""
    for at in range(1, len(lines)):
        if is_date_line(lines[at]):
            while at > 1 and is_foot(lines[at - 1]):
                at -= 1
            return at
    return len(lines)
