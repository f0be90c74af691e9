"""The fonts of this installation: the site's own first, then the open ones, then those of the machine.

Every character is looked up before anything is drawn: what no font has is written out as 〔U+30EDE〕 and named in a
warning, so that a letter never carries an empty box.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

from .cmap import Coverage, coverage


# `make fonts` unpacks the open fonts here (made, never committed; a wheel built afterwards carries them).
OPEN = Path(__file__).parent.parent / "fonts"
NONE_HERE = (
    "这台服务器还没有中文字体，暂时不能生成 PDF；网页和 Word 文档照常可用。"
    "请管理员运行 make fonts（或把字体文件放进数据目录的 fonts 文件夹），重启平台后重试。"
)
MACHINE = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    "/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
# Families by what they are for, the wanted one first. Whatever else the site has comes behind them.
BODY, KAI, HEI, TITLE, SONG = "body", "kai", "hei", "title", "song"
_NET = ("LXGW WenKai", "Noto Serif SC", "Noto Serif CJK SC", "Noto Sans SC", "Noto Sans CJK SC")
ROLES: dict[str, tuple[str, ...]] = {
    BODY: ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "FandolFang", "FandolFang R",
           "Noto Serif SC", "Noto Serif CJK SC"),
    KAI: ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "FandolKai", "LXGW WenKai"),
    HEI: ("SimHei", "黑体", "STHeiti", "FandolHei", "Noto Sans SC", "Noto Sans CJK SC"),
    TITLE: ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK", "Noto Serif SC", "Noto Serif CJK SC"),
    SONG: ("SimSun", "宋体", "STSong", "FandolSong", "Noto Serif SC", "Noto Serif CJK SC"),
}  # fmt: skip
# What a .docx names, whatever this machine has: Word and WPS find these on the reader's own.
OFFICIAL = {BODY: "仿宋_GB2312", KAI: "楷体_GB2312", HEI: "黑体", TITLE: "方正小标宋简体", SONG: "宋体"}
PARTS = {BODY: "正文", KAI: "楷体", HEI: "黑体", TITLE: "标题", SONG: "页码"}
FANGSONG = ROLES[BODY][:7]
KNOWN = frozenset(family for families in (*ROLES.values(), _NET) for family in families)
INVISIBLE = frozenset("\u200b\u00ad")


@dataclass(frozen=True)
class Fonts:
    """What was found: `typst` for drawing, the families with their files, which role is played by which family."""

    typst: Any
    files: tuple[tuple[str, Path, int], ...]

    @cached_property
    def faces(self) -> dict[str, list[str]]:
        """For each role every family in the order of preference, so that a rare name finds its character somewhere."""
        mine = dict.fromkeys(family for family, _, _ in self.files)
        own = [family for family in mine if family not in KNOWN]
        ordered = {role: [*families, *_NET, *own, *mine] for role, families in ROLES.items()}
        return {
            role: list(dict.fromkeys(each for each in told if each in mine)) for role, told in ordered.items()
        }

    @cached_property
    def coverages(self) -> tuple[Coverage, ...]:
        """One of each family: its faces differ in weight, not in characters."""
        first = {family: (path, index) for family, path, index in reversed(self.files)}
        return tuple(coverage(path, index) for path, index in first.values())

    def has(self, char: str) -> bool:
        return (
            char.isspace()
            or char in INVISIBLE
            or _is_selector(char)
            or any(char in each for each in self.coverages)
        )

    def names(self) -> dict[str, str]:
        """Which family plays which role, for the page on which an administrator sees it."""
        return {role: told[0] for role, told in self.faces.items() if told}


class NoFonts(Exception):
    """No Chinese font at all; the sentence says what to do."""

    def __init__(self) -> None:
        super().__init__(NONE_HERE)


@cache
def fonts() -> Fonts:
    """Looked for once in a process. Raises NoFonts."""
    found = load((Path(settings.HOME) / "fonts", OPEN), _of_machine())
    if not found.files:
        raise NoFonts
    return found


def told() -> str:
    """For the console and the administrator: which font plays which part, and what would be better."""
    try:
        names = fonts().names()
    except NoFonts as none:
        return str(none)
    played = "、".join(f"{PARTS[role]} {name}" for role, name in names.items())
    if names[BODY] in FANGSONG:
        return f"PDF 使用的字体：{played}。"
    return f"PDF 使用的字体：{played}。把方正小标宋、仿宋_GB2312、楷体_GB2312、黑体的字体文件放进 {settings.HOME}/fonts，重启平台后即优先使用。"


def load(own: tuple[Path, ...], machine: tuple[Path, ...] = ()) -> Fonts:
    """Everything in the folders of our own; of the machine's fonts only known Chinese families."""
    folders = [str(folder) for folder in (*own, *machine) if folder.is_dir()]
    drawing = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    faces = [(each.family, Path(each.path), each.index) for each in drawing.fonts() if each.path]
    kept = [face for face in faces if face[0] in KNOWN or any(folder in face[1].parents for folder in own)]
    kept.sort(key=lambda face: (_rank(face[1], own), str(face[1]), face[2]))
    chinese = any("建" in coverage(path, index) for _, path, index in kept)
    return Fonts(drawing, tuple(kept) if chinese else ())


def _rank(path: Path, own: tuple[Path, ...]) -> int:
    return next((place for place, folder in enumerate(own) if folder in path.parents), len(own))


def _of_machine() -> tuple[Path, ...]:
    """Where this machine keeps its fonts; JIANYI_SYSTEM_FONTS=0 leaves them out."""
    if os.environ.get("JIANYI_SYSTEM_FONTS") == "0":
        return ()
    return tuple(Path(place).expanduser() for place in MACHINE)


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
