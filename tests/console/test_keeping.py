"""Backup and restore: everything comes back; a broken file changes nothing; what was changed in the file is found."""

import io
import json
import sqlite3
import tarfile
from contextlib import closing

import pytest


MANIFEST = "manifest.json"


@pytest.fixture
def kept(province, tmp_path):
    """A province with a stored file, and its backup."""
    place = province.path / "files" / "ab" / "abcd"
    place.parent.mkdir(parents=True)
    place.write_bytes("附件".encode())
    file = tmp_path / "kept.tar.gz"
    answer = province.call("backup", file)
    assert answer.returncode == 0, answer.stderr
    return file


def rows(home):
    with closing(sqlite3.connect(home.database)) as database:
        return list(database.execute("SELECT id, seq, head, title FROM cases_suggestion ORDER BY id"))


def contents(file):
    with tarfile.open(file) as archive:
        return {member.name: archive.extractfile(member).read() for member in archive}


def packed(file, parts):
    with tarfile.open(file, "w:gz") as archive:
        for name, content in parts.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return file


def test_what_was_lost_comes_back(province, kept):
    before = rows(province)
    with closing(sqlite3.connect(province.database)) as database, database:
        database.execute("DELETE FROM cases_suggestion")
    (province.path / "files" / "ab" / "abcd").unlink()
    answer = province.call("restore", kept, "--yes")
    assert answer.returncode == 0, answer.stderr
    assert rows(province) == before
    assert (province.path / "files" / "ab" / "abcd").read_bytes().decode() == "附件"
    assert province.told("check")["violations"] == 0


def test_another_house_can_take_it_in_with_the_keys(province, home, tmp_path):
    file = tmp_path / "whole.tar.gz"
    answer = province.call("backup", file, "--with-keys")
    assert "含有密钥" in answer.stderr and file.stat().st_mode & 0o077 == 0
    home.path.mkdir()
    answer = home.call("restore", file, "--yes")
    assert answer.returncode == 0, answer.stderr
    assert rows(home) == rows(province)
    assert home.told("journal", "verify")["faults"] == []


def test_without_the_keys_they_stay_where_they_are_and_it_says_so(province, kept):
    assert not [name for name in contents(kept) if name.startswith("keys/")]
    assert "不含密钥" in province.call("backup", kept).stderr


def test_it_asks_and_takes_no_for_an_answer(province, kept):
    with closing(sqlite3.connect(province.database)) as database, database:
        database.execute("UPDATE cases_suggestion SET title = '改过'")
    answer = province.call("restore", kept, said="no\n")
    assert answer.returncode == 1 and {row[3] for row in rows(province)} == {"改过"}


def cut(file):
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def not_one(file):
    file.write_bytes(b"nothing of the kind")


def changed(file):
    parts = contents(file)
    found = parts["database.sqlite3"]
    packed(file, parts | {"database.sqlite3": found[:-1] + bytes([found[-1] ^ 1])})


def lacking(file):
    packed(file, {name: content for name, content in contents(file).items() if name != "database.sqlite3"})


def too_much(file):
    packed(file, contents(file) | {"files/more": b"more"})


def out_of_bounds(file):
    parts = contents(file)
    told = json.loads(parts[MANIFEST])
    told["digests"]["../../escaped"] = "0" * 64
    packed(file, parts | {MANIFEST: json.dumps(told).encode(), "../../escaped": b""})


def of_the_future(file):
    parts = contents(file)
    told = json.loads(parts[MANIFEST])
    told["migrations"].append("cases.9999_later")
    packed(file, parts | {MANIFEST: json.dumps(told).encode()})


@pytest.mark.parametrize("spoil", [cut, not_one, changed, lacking, too_much, out_of_bounds, of_the_future])
def test_a_broken_file_changes_nothing(province, kept, spoil):
    spoil(kept)
    before = rows(province)
    answer = province.call("restore", kept, "--yes")
    assert answer.returncode == 1 and "没有改动" in answer.stderr and "Traceback" not in answer.stderr
    assert rows(province) == before
    assert not list(province.path.parent.rglob("escaped"))
    assert not list(province.path.glob(".restore-*"))


def test_a_change_in_the_file_itself_is_found_by_the_command(province):
    with closing(sqlite3.connect(province.database)) as database, database:
        database.execute('UPDATE journal_line SET said = \'{"reason": "x"}\' WHERE seq = 4')
    answer = province.call("journal", "verify")
    assert answer.returncode == 1 and "第 4 行" in answer.stdout
