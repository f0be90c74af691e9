"""Names of people in salutations and form fields."""

from __future__ import annotations

import re

from jianyi.kit.text import DOTS, fold, is_name, tidy_name


_COUNT = r"(?:共)?[\d一二三四五六七八九十百两]{1,4}\s*(?:名|位|人|个)"
_GREETING = re.compile(r"^(?:尊敬的|敬爱的|致|呈)\s*:?\s*")
_OFFICE = r"(?:领衔|附议|联名)?(?:(?:省|市|区|县|州|旗|镇|乡|全国)?(?:人大|政协|人民))?(?:代表|委员)(?:们)?"
_TITLES = re.compile(
    rf"(?:等|及)?\s*(?:{_COUNT})?\s*(?:{_OFFICE}|同志|先生|女士|议员|主席|主任)(?:们)?(?:\([^()]*\))?$"
)
_REST = re.compile(rf"\s*等\s*(?:{_COUNT})?.{{0,12}}$|\s*{_COUNT}$")
_APART = re.compile(r"[、,;/|\n\t]+|(?<=[㐀-鿿])\s*(?:和|及|与)\s*(?=[㐀-鿿]{2})|代表\s+|委员\s+")
_NOTE = re.compile(r"\([^()]*\)|【[^】]*】|\[[^\]]*\]")
_PHONE = re.compile(r"(?:电话|手机)?\s*:?\s*(?:\+?86[- ]?)?[\d*Xx][\d*Xx\- —]{5,}")
_GROUP = re.compile(r"(?:组|团|委员会|委|会|党派|支部|总支|界别?|办公室|联络室|联络站|工委|社)$")
_NOBODY = {"各位", "全体", "各位人大", "各位政协", "尊敬", "姓名", "代表", "委员", "无"}
_DOT_SPACE = re.compile(f"\\s*([{DOTS}])\\s*")


def salutation_names(line: str) -> tuple[str, ...]:
    """The people (or the delegation) a salutation addresses: 「张三、李四等10名代表:」 → 张三, 李四."""
    text = _GREETING.sub("", fold(line).strip().rstrip(":, "))
    text = re.sub(r"并(?:转|请|各|其他).*$", "", text)
    bare = _NOTE.sub("", text).strip()
    if _GROUP.search(bare) and not re.search("[、,]", bare):
        return (re.sub(r"\s+", "", bare),)
    return people(_without_office(bare))


def people(text: str) -> tuple[str, ...]:
    """The names in a field: parted by 、 , ; / or spaces; 「刘 毅」 is one name, notes and phones drop out."""
    folded = _PHONE.sub(" ", _NOTE.sub(" ", fold(text)))
    folded = _DOT_SPACE.sub("·", folded)
    found: list[str] = []
    for part in _APART.split(folded):
        found += _spaced(_without_office(_REST.sub("", _without_office(part.strip()))))
    return tuple(
        dict.fromkeys(name for name in map(tidy_name, found) if is_name(name) and name not in _NOBODY)
    )


def _without_office(text: str) -> str:
    return _TITLES.sub("", text).strip()


def _spaced(part: str) -> list[str]:
    """Names parted by spaces. Two single characters in a row are one name printed wide."""
    names: list[str] = []
    alone = ""
    for token in part.split():
        token = _without_office(token) if len(token) > 2 else token
        if alone and (len(token) == 1 or "·" in alone):
            names.append(alone + token)
            alone = ""
        elif len(token) == 1:
            alone = token
        elif token:
            names.append(token)
    return names if names or not alone else [alone]
