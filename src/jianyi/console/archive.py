"""One file that holds everything: the database, the stored files, a list of digests, and the keys where asked for."""

import json
import os
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cryptography.hazmat.primitives.hashes import SM3, Hash


MANIFEST = "manifest.json"
FORMAT = 1
CHUNK = 1 << 20


class Broken(Exception):
    """The file is no backup, or not as it was written; `str()` is the sentence for the reader."""


def digest(path: Path) -> str:
    """SM3 of a file."""
    digesting = Hash(SM3())
    with path.open("rb") as file:
        while part := file.read(CHUNK):
            digesting.update(part)
    return digesting.finalize().hex()


def write(target: Path, members: dict[str, Path], about: dict[str, Any]) -> None:
    """Write the archive beside its place and rename it: there is either the whole file or none."""
    manifest = {"format": FORMAT, **about, "digests": {name: digest(path) for name, path in members.items()}}
    draft = target.with_name(f".{target.name}.part")
    try:
        with tarfile.open(draft, "w:gz") as archive:
            _add(archive, manifest)
            for name, path in members.items():
                archive.add(path, name, recursive=False)
        draft.chmod(0o600)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _add(archive: tarfile.TarFile, manifest: dict[str, Any]) -> None:
    told = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    info = tarfile.TarInfo(MANIFEST)
    info.size, info.mode = len(told), 0o600
    archive.addfile(info, BytesIO(told))


@contextmanager
def opened(source: Path, beside: Path) -> Iterator[tuple[dict[str, Any], Path]]:
    """Unpack into a folder of its own and check every digest. Raises Broken; nothing else has been touched then."""
    beside.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=beside, prefix=".restore-") as folder:
        here = Path(folder)
        try:
            with tarfile.open(source, "r:gz") as archive:
                manifest = _unpack(archive, here)
        except (OSError, EOFError, tarfile.TarError, zlib.error, ValueError, KeyError, TypeError) as error:
            raise Broken("文件不是本平台的备份，或者已经损坏。") from error
        yield manifest, here


def _unpack(archive: tarfile.TarFile, here: Path) -> dict[str, Any]:
    """Only plain files that the manifest names, each with its digest, and all of them."""
    members = {member.name: member for member in archive}
    manifest: dict[str, Any] = json.load(_file(archive, members.pop(MANIFEST)))
    digests: dict[str, str] = manifest["digests"]
    if manifest["format"] != FORMAT:
        raise Broken("备份由更新的版本写成，请先升级平台。")
    if set(members) != set(digests):
        raise Broken("备份里的文件与清单不符。")
    for name, member in members.items():
        path = (here / name).resolve()
        if not path.is_relative_to(here.resolve()):
            raise Broken("备份里有不正常的路径。")
        _write(path, _file(archive, member))
        if digest(path) != digests[name]:
            raise Broken(f"备份里的 {name} 与清单的摘要不符，文件已损坏。")
    return manifest


def _file(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Any:
    found = archive.extractfile(member) if member.isfile() else None
    if found is None:
        raise Broken("备份里有不是普通文件的内容。")
    return found


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        while part := content.read(CHUNK):
            file.write(part)
