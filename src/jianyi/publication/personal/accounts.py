"""Names and numbers under which people are met in a messenger: by what it is called, or by how they look where one is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jianyi.publication.personal.spans import Span


_WHERE = "微信|扣扣|qq|weixin|wechat|vx|支付宝|抖音|快手|微博|钉钉|旺旺"
_NAMED = re.compile(
    rf"(?i)({_WHERE})(?:号码?|账号|帐号|id|昵称|名)?(?:同号|为|是|[:：]|[ ,(\"“]){{0,6}}"
    r"([A-Za-z0-9_][A-Za-z0-9_\-]{4,24})(?![A-Za-z0-9_*@.])"
)
# QQ has digits alone, also in groups; a group of people has a number of its own, which is nobody's.
_QQ = re.compile(r"(?i)qq(?![^0-9]{0,8}群)[^0-9A-Za-z。\n]{0,10}([1-9](?: ?[0-9]){4,10})(?![0-9])")
# Letters with a digit or a low line in them.
_HANDLE = re.compile(
    r"(?<![A-Za-z0-9_./@:?&=\-])(?=[A-Za-z_\-]{0,19}[0-9_])[A-Za-z][A-Za-z0-9_\-]{5,19}(?![A-Za-z0-9_./@*=\-])"
)
_ADDED = re.compile(
    r"(?i)(?:微信|qq|vx|扣扣|加(?:你|我|他|她|了|一下|个?好友)|推给)(?:(?!公众号|用户|网友)[^。\n]){0,20}$"
)
_WINDOW = 26


def find(text: str) -> Iterator[Span]:
    """Accounts in a folded text. They may overlap."""
    for match in _NAMED.finditer(text):
        yield Span(*match.span(2), "account", f"前面写明是{match[1]}。")
    for match in _QQ.finditer(text):
        yield Span(*match.span(1), "account", "前面写明是 QQ。")
    for match in _HANDLE.finditer(text):
        if _ADDED.search(text[max(0, match.start() - _WINDOW) : match.start()]):
            yield Span(*match.span(), "account", "像微信或者 QQ 的账号，前面说到加好友。")
