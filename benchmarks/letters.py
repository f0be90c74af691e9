"""500 different reply letters to PDF, beside python-docx and LibreOffice for the same letters, and the memory both take.

Run as a process of its own (`python -m benchmarks.letters`), so that its peak of memory is that of the letters alone.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any


MANY, FEW, OFFICE = 500, 50, 6
AIM = 20


def letters(count: int) -> Iterator[Any]:
    """Replies of two to three pages, no two alike."""
    from jianyi.documents.letters.document import Check, Closing, Heading, Letter, Paragraph

    words = "会同有关单位逐项研究并明确责任处室完成时间和验收办法纳入年度计划统筹安排资金保障"
    for no in range(count):
        told = [
            part
            for point in range(3)
            for part in (
                Heading(f"关于第{no}件第{point}项诉求"),
                Paragraph(
                    "采纳。"
                    + "".join(words[(no + step * 7 + point) % 40] for step in range(180 + no % 90))
                    + "。"
                ),
            )
        ]
        yield Letter(
            letterhead="澜江省交通运输厅", number=f"澜交建函〔2026〕{no + 1}号", title=f"关于省十四届人大四次会议第{no:04}号建议的答复",
            addressee=f"沈若溪等{no % 9 + 1}名代表", mark="ABC"[no % 3], signer="许望舒",
            body=(Paragraph("你们提出的建议收悉。现答复如下："), *told, Paragraph("感谢你们的关心和支持。")),
            closing=Closing(("澜江省交通运输厅",), date(2026, 5, 1 + no % 28)), contact="联系人：何秋实，联系电话：0000-0000000",
            copies=("省人大常委会代表工作委员会", "省人民政府办公厅"), check=Check(f"jianyi:check:{no:08}", f"{no:08}"),
        )  # fmt: skip


def measure(small: bool) -> list[str]:
    """What the report prints."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.letters", str(FEW if small else MANY)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return ["## Letters\n", *run.stdout.splitlines(), ""]


def main(count: int) -> None:
    """PDF first, so that the peak is not that of anything else."""
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jianyi.site.settings")
    import django

    django.setup()
    from jianyi.documents.letters.fonts import NoFonts

    try:
        print("\n".join(_report(count)))
    except NoFonts as none:
        print(f"Letters were not measured: {none}")


def _report(count: int) -> list[str]:
    one, pages, peak = _typst(count)
    told = [
        "| what | letters | s | ms a letter | pages | peak memory MB |",
        "|---|---|---|---|---|---|",
        f"| PDF by Typst, first letter included | {count} | {one * count:.1f} | {one * 1000:.0f} | {pages} | {peak} |",
    ]
    word = _word(FEW)
    told.append(f"| .docx by python-docx | {FEW} | {word * FEW:.1f} | {word * 1000:.0f} | | |")
    office = _office()
    if office is None:
        return [*told, "\nLibreOffice is absent: no ratio in this run."]
    told.append(
        f"| .docx to PDF by LibreOffice, {OFFICE} in one start | {OFFICE} | {office * OFFICE:.1f} | {office * 1000:.0f} | | |"
    )
    single = _office(1) or office
    told.append(
        f"| .docx to PDF by LibreOffice, a start for each | 1 | {single:.1f} | {single * 1000:.0f} | | |"
    )
    return [
        *told,
        f"\nPDF is {(word + single) / one:.0f} × the speed of python-docx + LibreOffice letter by letter (aim ≥ {AIM} ×),"
        f" {(word + office) / one:.0f} × when LibreOffice is started once for {OFFICE}.",
    ]


def _typst(count: int) -> tuple[float, int, int]:
    """Seconds a letter, pages in all, peak memory of the process in MB."""
    import pypdfium2

    from jianyi.documents.letters.typesetting import pdf

    made, start = [], time.perf_counter()
    for letter in letters(count):
        made.append(pdf(letter).content)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    assert len(set(made)) == count
    return seconds / count, sum(len(pypdfium2.PdfDocument(content)) for content in made), peak


def _word(count: int) -> float:
    from jianyi.documents.letters.word import docx

    start = time.perf_counter()
    for letter in letters(count):
        docx(letter)
    return (time.perf_counter() - start) / count


def _office(count: int = OFFICE) -> float | None:
    """Seconds a letter; the first start, which makes a profile, is not counted."""
    from jianyi.documents.letters.word import docx

    office = shutil.which("soffice")
    if not office:
        return None
    with tempfile.TemporaryDirectory() as place:
        sources = []
        for no, letter in enumerate(letters(count)):
            source = Path(place, f"{no}.docx")
            source.write_bytes(docx(letter).content)
            sources.append(str(source))
        command = [
            office,
            f"-env:UserInstallation=file://{place}/office",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            place,
        ]
        subprocess.run([*command, sources[0]], check=True, capture_output=True)
        start = time.perf_counter()
        subprocess.run([*command, *sources], check=True, capture_output=True)
        return (time.perf_counter() - start) / count


if __name__ == "__main__":
    main(int(sys.argv[1]))
