"""Word 97–2003 documents (.doc).

Our own reader goes first: it needs no other program, gives the same result on every machine and runs no
old C code over a stranger's file. `antiword` and LibreOffice, where present, are asked for what it
cannot read (Word 6 and 95, damaged piece tables). Format: [MS-DOC], Microsoft Open Specifications.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from jianyi.documents.guard import Unreadable
from jianyi.documents.reading.content import Text, text_of
from jianyi.kit.compound import Compound


_WORD_97 = 0x00C1
_ENCRYPTED, _FIRST_TABLE = 0x0100, 0x0200
_SECONDS = 30
_MARKS = str.maketrans(
    {"\x07": "\t", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\r": "\n", "\x1e": "-", "\x1f": None}
)
_FIELD = re.compile(r"\x13[^\x13\x14\x15]*\x14([^\x13\x14\x15]*)\x15|\x13[^\x13\x14\x15]*\x15")


def read(_name: str, content: bytes) -> Text:
    """The text of a .doc file. Raises Unreadable: encrypted, broken or old_word."""
    for reader in (_own, _antiword, _soffice):
        text = reader(content)
        if text.strip():
            return text_of("doc", [text])
    raise Unreadable("old_word")


def _own(content: bytes) -> str:
    container = Compound(content)
    document = container.stream("WordDocument")
    try:
        version, flags = struct.unpack_from("<H", document, 2)[0], struct.unpack_from("<H", document, 10)[0]
        if flags & _ENCRYPTED:
            raise Unreadable("encrypted")
        if version < _WORD_97:
            return ""
        table = container.stream("1Table" if flags & _FIRST_TABLE else "0Table")
        return _lines(_text(document, table))
    except (struct.error, IndexError, UnicodeDecodeError):
        return ""


def _text(document: bytes, table: bytes) -> str:
    length = struct.unpack_from("<i", document, 0x4C)[0]
    start, size = struct.unpack_from("<II", document, 0x01A2)
    return "".join(_pieces(document, _piece_table(table[start : start + size]), length))


def _piece_table(clx: bytes) -> bytes:
    """The PlcPcd inside the Clx: formatting blocks (marked 1) are stepped over, the table is marked 2."""
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 2:
        return b""
    size = struct.unpack_from("<I", clx, at + 1)[0]
    return clx[at + 5 : at + 5 + size]


def _pieces(document: bytes, table: bytes, main: int) -> Iterator[str]:
    """The pieces of the main text; footnotes, headers and comments come after its `main` characters."""
    amount = (len(table) - 4) // 12
    ends = struct.unpack_from(f"<{amount + 1}I", table) if amount > 0 else ()
    total = 0
    for at in range(max(amount, 0)):
        length = min(ends[at + 1], main) - ends[at]
        total += length
        if length <= 0 or total > len(document):
            # Pieces may not overlap without end: a hostile table would multiply the text.
            return
        place = struct.unpack_from("<I", table, 4 * (amount + 1) + 8 * at + 2)[0]
        yield _piece(document, place, length)


def _piece(document: bytes, place: int, length: int) -> str:
    if place & 0x40000000:
        start = (place & 0x3FFFFFFF) // 2
        return document[start : start + length].decode("cp1252", errors="replace")
    return document[place : place + 2 * length].decode("utf-16-le", errors="replace")


def _lines(text: str) -> str:
    shown = _FIELD.sub(lambda field: field[1] or "", text)
    shown = _FIELD.sub(lambda field: field[1] or "", shown)  # once more, for a field inside a field
    # A row ends with one more cell mark after that of its last cell.
    return re.sub("\x07\x07", "\n", shown).translate(_MARKS)


def _antiword(content: bytes) -> str:
    return _outside("antiword", content, lambda program, file: [program, "-m", "UTF-8.txt", "-w", "0", file])


def _soffice(content: bytes) -> str:
    def command(program: str, file: str) -> list[str]:
        folder = str(Path(file).parent)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        target = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, file]
        return [program, profile, "--headless", "--norestore", *target]

    return _outside("soffice", content, command)


def _outside(name: str, content: bytes, command: Callable[[str, str], list[str]]) -> str:
    """What another program makes of the file: its output, or the .txt it leaves; "" when it fails."""
    program = shutil.which(name)
    if not program:
        return ""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "letter.doc"
        file.write_bytes(content)
        try:
            # The program comes from PATH and the file name is ours; nothing of the sender's is in the command.
            done = subprocess.run(  # noqa: S603
                command(program, str(file)), capture_output=True, timeout=_SECONDS, check=True, cwd=folder
            )
        except (subprocess.SubprocessError, OSError):
            return ""
        made = file.with_suffix(".txt")
        return (made.read_bytes() if made.exists() else done.stdout).decode("utf-8-sig", errors="replace")
