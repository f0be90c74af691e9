"""What an answer says, whatever its form: text, JSON, the cells of a workbook; and its headers."""

import json
from io import BytesIO
from urllib.parse import unquote

from openpyxl import load_workbook


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
    return content.decode("utf-8", "replace")
