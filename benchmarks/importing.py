"""How well letters are imported: every file of a folder against its recorded truth, field by field.

    python benchmarks/importing.py [DIR] [--truth FILE_OR_FOLDER …] [--verbose]

DIR holds files named after the ids of the truth (R001.docx …); it defaults to the environment variable
JIANYI_LETTERS, or else to shared/data/letters beside the repository. The truth is read here only, never by the
importer. Title, unit and class come from its fields. Number, addressee, proposers and main text are
derived from its plain text by rules of this file, written apart from those of the importer.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import re
import sys
import time
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import cast

from jianyi.documents.guard import Unreadable
from jianyi.documents.reading import read
from jianyi.documents.recognition import Letter, recognise


REPOSITORY = Path(__file__).resolve().parent.parent
REPLY_FIELDS = ("kind", "title", "number", "addressee", "unit", "reply_class", "body")
SUGGESTION_FIELDS = ("kind", "title", "proposers", "body")
SAME_BODY = 0.95
FOOT_WORDS = ("联系人", "联系电话", "承办人", "抄送", "签发人", "审查结果", "主办单位", "代表姓名", "提案人")


def plain(text: str) -> str:
    """The text without spaces and punctuation, in one width."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


# The truth, derived from the record


def expected(record: dict) -> dict[str, object]:
    """What should be found in the file of this record."""
    text = unicodedata.normalize("NFKC", record["text"])
    wanted: dict[str, object] = {"kind": record["kind"], "title": record["title"], "body": main_text(record)}
    if record["kind"] == "suggestion":
        return wanted | {"proposers": named_in_form(text)}
    return wanted | {
        "number": printed_number(record, text),
        "addressee": greeted(text),
        "unit": printed_unit(record, text),
        "reply_class": record.get("reply_class", ""),
    }


def printed_number(record: dict, text: str) -> str:
    """The first 第…号 of the title; else of the first 300 characters, unless a year stands before it."""
    for source in (unicodedata.normalize("NFKC", record["title"]), text[:300]):
        for match in re.finditer(r"(?<![\]〕)])(?:第|自编号|建议第)\s*[〔\[(]?(\d+)[〕\])]?\s*号", source):
            return match[1]
    return ""


def greeted(text: str) -> set[str]:
    """The names before 代表: or 委员: at the start of a line; a delegation as it stands."""
    for line in text.split("\n")[:8]:
        match = re.match(
            r"^\s*(?:尊敬的)?([^::。]{2,120}?)(?:等(?:.{0,3}[位名])?)?(?:代表|委员)\s*[::]", line
        )
        if match:
            parts = re.split(r"[、,，]", match[1])
            return {re.sub(r"\s", "", part) for part in parts}
        delegation = re.match(r"^([^::。,]{2,20}(?:组|团|委员会)):$", line)
        if delegation:
            return {delegation[1]}
    return set()


def printed_unit(record: dict, text: str) -> set[str]:
    """Each recorded unit in the longest form that the letter prints outside its main text; {""} if none is."""
    title = unicodedata.normalize("NFKC", record["title"])
    lines = [line for line in text.split("\n") if len(line) < 45 and "您提出" not in line]
    outside = "\n".join([title, *lines, text[-60:]])
    printed = set()
    for unit in unicodedata.normalize("NFKC", record.get("unit", "")).split(";"):
        tails = (unit[start:] for start in range(max(len(unit) - 2, 1)))
        printed.add(next((tail for tail in tails if tail in outside and len(tail) > 2), ""))
    return printed


def named_in_form(text: str) -> set[str]:
    """The names after 提案人: 联名人: 建议人: 代表姓名 and the like."""
    names = set()
    pattern = r"(?:提案[人者]|建议人|联名人|附议人|代表姓名|领衔代表)[:\s]\s*([^\s:(]+(?: [^\s:(](?=[\s(]))?)"
    for match in re.finditer(pattern, text):
        value = re.split(r"建议内容|联系电话", match[1])[0]
        names |= {re.sub(r"\s", "", name) for name in re.split("[、,]", value)}
    return names - {""}


def main_text(record: dict) -> str:
    """The paragraphs of the text: no head, salutation, signature, date or contact lines."""
    kept = []
    for piece in re.split(r"\n|(?<=[。!?]) (?=\S)|(?<=[::]) (?=\S)", record["text"]):
        flat = plain(piece)
        sentence = re.search(r"[。;!?:：；！？]\s*[”\"]?\s*$", piece) and len(flat) > 12
        labelled = re.match(
            r"^\s*[(（]?\s*(?:联系|承办|签发|审查|交办|主办|编\s*号|提案[人者]|类\s*别|办复|注[:：]|[A-D]类)",
            piece,
        )
        if re.search(r"(?:代表|委员)[:：]\s*$", piece):
            continue
        if (sentence or len(flat) > 40) and not labelled and "代表姓名" not in piece:
            kept.append(re.sub(r"^事由[:：].*?建议内容[:：]", "", piece))
    return "\n".join(kept)


# Comparing


def judge(letter: Letter, record: dict) -> dict[str, bool]:
    """For each field, whether what was found is right."""
    wanted = expected(record)
    right = {
        "kind": letter.kind == wanted["kind"],
        "title": plain(letter.title) == plain(str(wanted["title"])),
        "body": same_body(letter.body, str(wanted["body"])),
    }
    if record["kind"] == "suggestion":
        return right | {"proposers": set(letter.proposers) == wanted["proposers"]}
    return right | {
        "number": letter.number == wanted["number"],
        "addressee": set(letter.addressee) == wanted["addressee"],
        "unit": same_unit(letter.unit, cast("set[str]", wanted["unit"]), record.get("unit", "")),
        "reply_class": letter.reply_class == wanted["reply_class"],
    }


def same_unit(found: str, printed: set[str], recorded: str) -> bool:
    """The printed form is right, and so is the full recorded one."""
    units = {unicodedata.normalize("NFKC", unit) for unit in found.split(";")}
    return units == printed or units == set(unicodedata.normalize("NFKC", recorded).split(";"))


def same_body(found: str, wanted: str) -> bool:
    """At least 95 % of the wanted text is there, in order, and no line of the head or the foot."""
    want, have = plain(wanted), plain(found)
    matcher = difflib.SequenceMatcher(None, want, have, autojunk=False)
    covered = sum(block.size for block in matcher.get_matching_blocks())
    lines = [line for line in found.split("\n") if len(line) < 60]
    foot = any(word in line and re.search("[:：]", line) for line in lines for word in FOOT_WORDS)
    return bool(want) and covered >= SAME_BODY * len(want) and len(have) <= 1.15 * len(want) + 30 and not foot


# Running


def truth(places: list[Path]) -> dict[str, dict]:
    """The records by id."""
    files = [
        file
        for place in places
        for file in (sorted(place.glob("*_official.jsonl")) if place.is_dir() else [place])
    ]
    rows = (
        json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()
    )
    return {row["id"]: row for row in rows}


def main(arguments: list[str] | None = None) -> int:
    """Print one line a file and the totals."""
    parser = argparse.ArgumentParser(description="Measure how well letters are imported.")
    default = os.environ.get("JIANYI_LETTERS") or REPOSITORY.parent / "shared" / "data" / "letters"
    parser.add_argument("folder", nargs="?", type=Path, default=Path(default))
    parser.add_argument("--truth", type=Path, nargs="*")
    parser.add_argument("--verbose", action="store_true", help="show what was found and what was wanted")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        print(
            f"No letters to measure: {options.folder.name} is absent. Give a folder, or set JIANYI_LETTERS."
        )
        return 0
    records = truth(options.truth or [options.folder.parent])
    report(sorted(options.folder.iterdir()), records, options.verbose)
    return 0


def report(files: list[Path], records: dict[str, dict], verbose: bool) -> None:
    """Judge each file that has a record, and add up."""
    totals: dict[str, list[bool]] = defaultdict(list)
    started = time.perf_counter()
    for file in files:
        record = records.get(file.stem)
        if record:
            right, letter = judged(file, record)
            count(totals, record, right)
            show(file, right)
            if verbose and letter:
                explain(right, letter, record)
    print(f"\n{len(totals['file'])} files in {time.perf_counter() - started:.2f} s")
    for name, results in totals.items():
        print(f"{name:24} {sum(results)}/{len(results)}  {100 * sum(results) / len(results):.1f} %")


def judged(file: Path, record: dict) -> tuple[dict[str, bool], Letter | None]:
    """The verdict on one file; a file that cannot be read is wrong in every field."""
    try:
        letter = recognise(read(file.name, file.read_bytes()))
    except Unreadable as refusal:
        print(f"{file.name}: {refusal.sentence}")
        return dict.fromkeys(
            SUGGESTION_FIELDS if record["kind"] == "suggestion" else REPLY_FIELDS, False
        ), None
    return judge(letter, record), letter


def count(totals: dict[str, list[bool]], record: dict, right: dict[str, bool]) -> None:
    """Add one verdict to the totals."""
    for field, verdict in right.items():
        totals[f"{record['kind']} {field}"].append(verdict)
    totals[f"{record['kind']} (whole)"].append(all(right.values()))
    totals["file"].append(all(right.values()))


def show(file: Path, right: dict[str, bool]) -> None:
    """One line for one file."""
    wrong = [field for field, verdict in right.items() if not verdict]
    print(f"{file.name:14} {'right' if not wrong else 'wrong: ' + ', '.join(wrong)}")


def explain(right: dict[str, bool], letter: Letter, record: dict) -> None:
    """What was found and wanted, for the wrong fields."""
    wanted = expected(record)
    for field, verdict in right.items():
        if not verdict:
            print(
                f"    {field}: found {getattr(letter, field)!r}\n    {' ' * len(field)}  wanted {wanted[field]!r}"
            )


if __name__ == "__main__":
    sys.exit(main())
