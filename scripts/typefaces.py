"""Put the open Chinese fonts where letters look for them.

Standard library only. `scripts/dev.py` lets npm unpack them first, checked against the lock; what is kept is 67 MB of
260. The folder is made, never committed; the licences of the fonts go with them.
"""

import shutil
import struct
import zlib
from hashlib import sha256
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
ORDER = Path(__file__).resolve().parent / "fonts"
MODULES = ORDER / "node_modules"
PLACE = ROOT / "src" / "jianyi" / "documents" / "fonts"
BUILT = PLACE / ".built"
NAMES = ("思源宋体（Noto Serif SC）", "思源黑体（Noto Sans SC）", "霞鹜文楷（LXGW WenKai）")
SERIF, SANS = MODULES / "@expo-google-fonts/noto-serif-sc", MODULES / "@expo-google-fonts/noto-sans-sc"
WENKAI = MODULES / "@fontsource/lxgw-wenkai"
COPIES = {
    "NotoSerifSC-Regular.ttf": SERIF / "400Regular/NotoSerifSC_400Regular.ttf",
    "NotoSerifSC-Bold.ttf": SERIF / "700Bold/NotoSerifSC_700Bold.ttf",
    "NotoSansSC-Regular.ttf": SANS / "400Regular/NotoSansSC_400Regular.ttf",
    "NotoSansSC-Bold.ttf": SANS / "700Bold/NotoSansSC_700Bold.ttf",
    "NotoSerifSC.LICENSE": SERIF / "LICENSE_FONT",
    "NotoSansSC.LICENSE": SANS / "LICENSE_FONT",
    "LXGWWenKai.LICENSE": WENKAI / "LICENSE",
}
# The file called "latin" holds the whole font; those cut into slices lack rare characters.
WHOLE = WENKAI / "files/lxgw-wenkai-latin-500-normal.woff"


def wanted() -> str:
    """Changes with the lock and with this script."""
    return sha256((ORDER / "package-lock.json").read_bytes() + Path(__file__).read_bytes()).hexdigest()


def current() -> bool:
    return BUILT.exists() and BUILT.read_text("utf-8") == wanted()


def build() -> None:
    """Copy, unpack the one that is packed for the web, and let go of the rest."""
    PLACE.mkdir(parents=True, exist_ok=True)
    for name, origin in COPIES.items():
        shutil.copyfile(origin, PLACE / name)
    (PLACE / "LXGWWenKai-Medium.ttf").write_bytes(unpacked(WHOLE.read_bytes()))
    BUILT.write_text(wanted(), "utf-8")
    shutil.rmtree(MODULES)


def unpacked(woff: bytes) -> bytes:
    """The TrueType file inside a WOFF 1 file: the same tables, outlines untouched, only no longer compressed."""
    flavour, _, count = struct.unpack(">4sIH", woff[4:14])
    entries = [struct.unpack(">4sIIII", woff[44 + 20 * no : 64 + 20 * no]) for no in range(count)]
    power = 1 << (count.bit_length() - 1)
    head = flavour + struct.pack(">HHHH", count, power * 16, power.bit_length() - 1, count * 16 - power * 16)
    place, directory, body = 12 + 16 * count, b"", b""
    for tag, start, packed, size, checksum in entries:
        table = woff[start : start + packed]
        table = zlib.decompress(table) if packed < size else table
        directory += struct.pack(">4sIII", tag, checksum, place + len(body), size)
        body += table + b"\0" * (-size % 4)
    return head + directory + body
