"""Letters and forms for tests, and what is found again in what they became."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from jianyi.documents.letters.document import Check, Closing, Column, Heading, Letter, Paragraph, Table


UNIT = "澜江省交通运输厅"
SENTENCE = "会同有关单位逐项研究并明确责任处室和完成时间，"
TEXT = (
    Paragraph("你们提出的《关于完善山区农村公路养护机制的建议》收悉。现答复如下："),
    Heading("关于建立省级补助动态增长机制"),
    Paragraph("部分采纳。2026年9月30日前印发《农村公路养护分类补助办法》。"),
    Heading("补助标准", 2),
    Paragraph("山岭重丘路段标准高于平原35%。"),
    Paragraph("感谢你们对交通运输工作的关心和支持。"),
)


def letter(**changed):
    """A reply of one page, with whatever a test wants otherwise."""
    told = Letter(
        letterhead=UNIT, number="澜交建函〔2026〕118号", title="关于省十四届人大四次会议第0217号建议的答复",
        addressee="沈若溪等4名代表", mark="A", signer="许望舒", body=TEXT, closing=Closing((UNIT,), date(2026, 5, 20)),
        contact="联系人：何秋实，联系电话：0000-0000000", copies=("省人大常委会代表工作委员会", "省人民政府办公厅"),
        check=Check("jianyi:check:A41C07E9", "A41C-07E9"),
    )  # fmt: skip
    return replace(told, **changed)


def paragraphs(count, length=300):
    """Running text of Chinese characters only, each paragraph different."""
    told = (SENTENCE.replace("，", "") * (length // 10))[:length]
    return tuple(Paragraph(f"{chr(0x4E00 + number % 2000)}{told}。") for number in range(count))


def long_table(rows, columns=4):
    heads = tuple(Column(f"表头{number}", 1 + number % 3) for number in range(columns))
    return Table(
        heads, tuple(tuple(f"第{row}行第{number}列" for number in range(columns)) for row in range(rows))
    )


def page_texts(content):
    file = pdfium.PdfDocument(content)
    return [file[place].get_textpage().get_text_bounded() for place in range(len(file))]


def squeezed(content):
    """All characters of a PDF, white space left out."""
    return "".join("".join(page_texts(content)).split())


def as_libreoffice_reads(folder: Path, **contents):
    """Each .docx as a PDF by one start of LibreOffice; without it the test is skipped, and the gate does not let it be."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("没有装 LibreOffice，用它打开 .docx 的测试跳过")
    sources = []
    for name, content in contents.items():
        (folder / f"{name}.docx").write_bytes(content)
        sources.append(str(folder / f"{name}.docx"))
    home = f"-env:UserInstallation=file://{folder}/office"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in contents}
