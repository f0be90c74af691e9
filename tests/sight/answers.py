"""What an answer says, whatever its form: text, JSON, the cells of a workbook, the words of a paper; and its headers."""

import json
import re
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

from openpyxl import load_workbook

from jianyi.documents.letters.pages import texts


def told(answer) -> str:
    return f"{body(answer)}\n{unquote(str(answer.headers))}"


def body(answer) -> str:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    kind = answer.headers.get("Content-Type", "")
    if "spreadsheet" in kind:
        book = load_workbook(BytesIO(content))
        return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    if "json" in kind:
        return json.dumps(json.loads(content), ensure_ascii=False)
    if content.startswith(b"%PDF"):
        return "\n".join(texts(content))
    return words(content) if content.startswith(b"PK") else content.decode("utf-8", "replace")


def words(content: bytes) -> str:
    """Every part of a .docx that people read, tables and edges with it."""
    with ZipFile(BytesIO(content)) as parts:
        told = [parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")]
    return "\n".join("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", part)) for part in told)
