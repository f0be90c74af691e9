"""Copy the front-end files that pages load into `static/vendor` and draw the icon sprite.

Standard library only. `scripts/dev.py` calls it for a checkout, `scripts/wheel.py` for a wheel. The folder is made,
never committed.
"""

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "jianyi"
MODULES = ROOT / "node_modules"
VENDOR = SOURCE / "web" / "static" / "vendor"
UNPACKED = MODULES / ".jianyi"
BUILT = VENDOR / ".built.json"
OUTLINES = MODULES / "@tabler" / "icons" / "icons" / "outline"
HTMX = Path("django_htmx/static/django_htmx/htmx-2.min.js")
COPIES = {
    "tabler/tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "tabler/tabler.min.js": "@tabler/core/dist/js/tabler.min.js",
}
LICENCES = {"icons.LICENSE": "@tabler/icons/LICENSE"}
# Words that look like strings in a template tag, a Python module or a script.
LITERAL = re.compile(r"""["']([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["']""")
TAG = re.compile(r"{%.*?%}", re.S)
SOURCE_MAP = re.compile(rb"\s*(?:/\*|//)# sourceMappingURL=[^\n*]*(?:\*/)?")


def digest(*paths: Path) -> str:
    """One hash over the contents of several files."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes())
    return whole.hexdigest()


def unpacked() -> bool:
    """Whether `node_modules` is what the lock says."""
    return UNPACKED.exists() and UNPACKED.read_text("utf-8") == digest(ROOT / "package-lock.json")


def mark_unpacked() -> None:
    """Remember for which lock `node_modules` was unpacked."""
    UNPACKED.write_text(digest(ROOT / "package-lock.json"), "utf-8")


def unpack(node: Path) -> bool:
    """Fetch what the lock names into `node_modules`, with the Node that lies in `node`; whether it could be had."""
    windows = os.name == "nt"
    program = node / ("node.exe" if windows else "bin/node")
    npm = node / ("node_modules/npm/bin/npm-cli.js" if windows else "lib/node_modules/npm/bin/npm-cli.js")
    words = ("ci", "--omit=dev", "--omit=optional", "--loglevel=error")
    try:
        done = subprocess.run([str(program), str(npm), *words], cwd=ROOT, check=False).returncode == 0
    except OSError:
        return False
    if done:
        mark_unpacked()
    return done


def words_used() -> Iterator[str]:
    """Every word that may name an icon: in template tags, and in the web areas' own Python and scripts."""
    for page in SOURCE.rglob("*.html"):
        for tag in TAG.findall(page.read_text("utf-8")):
            yield from LITERAL.findall(tag)
    areas = (SOURCE / "web", SOURCE / "public")
    for file in (file for area in areas for kind in ("*.py", "*.js") for file in area.rglob(kind)):
        if VENDOR not in file.parents:
            yield from LITERAL.findall(file.read_text("utf-8"))


def sources(packages: Path) -> str:
    """Changes when the lock, htmx or this script changes."""
    return digest(ROOT / "package-lock.json", packages / HTMX, Path(__file__))


def current(packages: Path) -> bool:
    """Whether the vendor folder still fits; works without `node_modules`, so also offline."""
    if not BUILT.exists():
        return False
    built = json.loads(BUILT.read_text("utf-8"))
    wanted = set(words_used()) & set(built["known"])
    return built["sources"] == sources(packages) and wanted <= set(built["drawn"])


def place(name: str, content: bytes) -> None:
    """Write a file and a gzipped twin, which WhiteNoise serves to those who accept it."""
    target = VENDOR / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    target.with_name(target.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))


def symbol(name: str) -> str:
    """One icon as a symbol; colour and stroke come from the style sheet."""
    drawing = (OUTLINES / f"{name}.svg").read_text("utf-8")
    inside = drawing[drawing.index(">", drawing.index("<svg")) + 1 : drawing.rindex("</svg>")]
    return f'<symbol id="{name}" viewBox="0 0 24 24">{" ".join(inside.split())}</symbol>'


def sprite(names: list[str]) -> bytes:
    """All icons that pages use in one file."""
    symbols = "\n".join(map(symbol, names))
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'.encode()


def build(packages: Path) -> None:
    """Make the vendor folder; files are written over, so that a server at work keeps finding them."""
    known = sorted(path.stem for path in OUTLINES.glob("*.svg"))
    drawn = sorted(set(words_used()) & set(known))
    for name, origin in COPIES.items():
        # Source maps are not shipped, and a dangling reference stops collectstatic.
        place(name, SOURCE_MAP.sub(b"", (MODULES / origin).read_bytes()))
    place("htmx.min.js", SOURCE_MAP.sub(b"", (packages / HTMX).read_bytes()))
    place("icons.svg", sprite(drawn))
    for name, origin in LICENCES.items():
        shutil.copyfile(MODULES / origin, VENDOR / name)
    BUILT.write_text(json.dumps({"sources": sources(packages), "drawn": drawn, "known": known}), "utf-8")
