"""What the finder of personal data says, and what it is told beforehand."""

from __future__ import annotations

from dataclasses import dataclass


# Every kind, and what it is called on pages.
KINDS = {
    "mobile": "手机号码",
    "phone": "电话号码",
    "id": "证件号码",
    "address": "住址",
    "bank": "银行卡或账户",
    "plate": "车牌号码",
    "person": "个人姓名",
    "email": "电子邮箱",
    "account": "微信或 QQ 号",
}


@dataclass(frozen=True)
class Known:
    """What stands in a paper by right and is nobody's secret.

    `names` are of people who act in office here: the deputies who proposed, leaders of units, signers; their names are
    not those of third parties. `phones` are numbers of offices, as anybody wrote them.
    """

    names: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()


@dataclass(frozen=True, order=True)
class Span:
    """One place in a text: `text[start:end]`, counted in characters of the very text that was given.

    `kind` is a key of `KINDS`; `why` is a Chinese sentence for whoever decides; `keep` says that it looks like the
    number of an office, which may stay: shown, but not taken out unless a person says so.
    """

    start: int
    end: int
    kind: str
    why: str
    keep: bool = False
