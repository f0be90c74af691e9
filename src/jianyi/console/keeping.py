"""`jianyi backup` and `jianyi restore`."""

import argparse
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader

from jianyi.jobs import rounds
from jianyi.journal import witness
from jianyi.kit import clock

from . import archive
from .dumping import dump, load
from .telling import agreed, say


DATABASE, ROWS = "database.sqlite3", "rows.jsonl"


def backup(asked: argparse.Namespace) -> int:
    """Consistent while the platform runs."""
    target = Path(asked.file)
    if not target.parent.is_dir():
        say(f"没有这个目录：{target.parent}")
        return 1
    with TemporaryDirectory(dir=settings.HOME, prefix=".backup-") as folder:
        members = {**_database(Path(folder)), **_stored(), **(_keys() if asked.with_keys else {})}
        about = {
            "made_at": clock.now().isoformat(),
            "database": connection.vendor,
            "migrations": _migrations(),
        }
        archive.write(target, members, about)
    say(f"已备份：{target.name}（文件 {len(members)} 个）。")
    say(
        "备份含有密钥，请严加保管。"
        if asked.with_keys
        else "备份不含密钥：封存的核验须用原来的密钥，请另行保管 keys 目录。"
    )
    return 0


def _database(folder: Path) -> dict[str, Path]:
    """A copy of the file by SQLite's own means; the rows where the database is a server."""
    if connection.vendor != "sqlite":
        dump(folder / ROWS)
        return {ROWS: folder / ROWS}
    copy = folder / DATABASE
    with closing(sqlite3.connect(_file())) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
    return {DATABASE: copy}


def _file() -> Path:
    return Path(settings.DATABASES["default"]["NAME"])


def _stored() -> dict[str, Path]:
    root = Path(settings.JIANYI_FILES)
    return {f"files/{path.relative_to(root)}": path for path in sorted(root.rglob("*")) if path.is_file()}


def _keys() -> dict[str, Path]:
    return {
        f"keys/{path.name}": path
        for path in sorted((Path(settings.HOME) / "keys").glob("*"))
        if path.is_file()
    }


def _migrations() -> list[str]:
    return sorted(f"{app}.{name}" for app, name in MigrationLoader(connection).applied_migrations)


def restore(asked: argparse.Namespace) -> int:
    """Look at everything first; only a whole backup replaces anything."""
    source = Path(asked.file)
    if not source.is_file():
        say(f"没有这个文件：{source.name}")
        return 1
    try:
        with archive.opened(source, Path(settings.HOME)) as (manifest, here):
            _look(manifest, here)
            if not (asked.yes or agreed(f"现有数据将全部换成 {manifest['made_at'][:19]} 的备份。")):
                say("没有改动任何数据。")
                return 1
            _replace(here)
    except archive.Broken as broken:
        say(f"{broken}现有数据没有改动。")
        return 1
    return _verified()


def _look(manifest: dict[str, Any], here: Path) -> None:
    """Is this a database that this version can read? Raises archive.Broken."""
    known = {
        f"{app}.{name}" for app, name in MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    }
    if not set(manifest["migrations"]) <= known:
        raise archive.Broken("备份由更新的版本写成，请先升级平台。")
    if (here / ROWS).exists():
        return
    if connection.vendor != "sqlite":
        raise archive.Broken("备份来自内嵌数据库，不能恢复到 PostgreSQL。")
    try:
        with closing(sqlite3.connect(here / DATABASE)) as found:
            sound = found.execute("PRAGMA quick_check").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        raise archive.Broken("备份里的数据库已损坏。")


def _replace(here: Path) -> None:
    """Files first: they lie under their digests and disturb nobody. Then the database, all at once."""
    _copy(here / "files", Path(settings.JIANYI_FILES))
    if (here / DATABASE).exists():
        connections.close_all()
        with (
            closing(sqlite3.connect(here / DATABASE)) as source,
            closing(sqlite3.connect(_file(), timeout=20)) as target,
        ):
            source.backup(target)
        call_command("migrate", verbosity=0, interactive=False)
    else:
        call_command("migrate", verbosity=0, interactive=False)
        load(here / ROWS)
    if (here / "keys").is_dir():
        _copy(here / "keys", Path(settings.HOME) / "keys")
        say("密钥已一并恢复，请重新启动平台。")


def _copy(source: Path, target: Path) -> None:
    for path in (path for path in source.rglob("*") if path.is_file()):
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(path, place)


def _verified() -> int:
    """What was restored is read once; a key that is not the old one shows here."""
    key = _sealing_key()
    witness.remember(rounds.WITNESS)
    faults = [f for number in rounds.congresses() for f in rounds.verdict(number, key).faults]
    for fault in faults:
        say(fault)
    say("已恢复。" if not faults else "已恢复，但办理记录的核验没有通过，见上（封存须用原来的密钥核验）。")
    return 1 if faults else 0


def _sealing_key() -> bytes:
    """As it lies in the keys now: a restored one is not yet that of this process."""
    path = Path(settings.HOME) / "keys" / "seal"
    return path.read_bytes() if path.exists() else settings.JIANYI_SEAL
