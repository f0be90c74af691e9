"""Spreadsheets: lists of suggestions. The sheets themselves are kept for `recognition.rows`."""

from __future__ import annotations

import datetime as dt
from typing import Any

from jianyi.documents.reading.content import Text
from jianyi.kit.spreadsheets import read_rows


def read(name: str, content: bytes) -> Text:
    """The sheets of an .xlsx, .xls or .csv file, and their rows as lines. Raises Unreadable."""
    sheets = tuple(read_rows(name, content))
    lines = ("\t".join(map(printed, row)).strip() for sheet in sheets for row in sheet.rows)
    warnings = dict.fromkeys(warning for sheet in sheets for warning in sheet.warnings)
    return Text(name.rpartition(".")[2].lower(), tuple(filter(None, lines)), "", tuple(warnings), sheets)


def printed(cell: Any) -> str:
    """A cell as a person would read it: dates as 2025-01-31, whole numbers without a point."""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return str(cell).strip()
