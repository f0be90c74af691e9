"""The one exception raised when a file that somebody sent cannot be taken in."""

from __future__ import annotations


SENTENCES = {
    "empty": "文件是空的，里面没有内容。请检查后重新选择文件。",
    "oversized": "文件超过 20 MB，无法接收。请删去图片或拆分后再上传。",
    "encrypted": "文件已加密，读不出内容。请先取消密码再上传。",
    "macros": "文件带有宏，为了安全不能接收。请另存为不带宏的 .docx 或 .xlsx 后再上传。",
    "broken": "文件已损坏，读不出内容。请用 Word、WPS 或 Excel 打开并重新保存后再上传。",
    "bomb": "文件展开后过大，为了安全不能接收。请另存为新文件后再上传。",
    "nested": "文件里套着压缩包，为了安全不能接收。请去掉压缩包后再上传。",
    "traversal": "文件内部的路径不正常，为了安全不能接收。请另存为新文件后再上传。",
    "cells": "表格的单元格过多（上限 20 万格）。请删去空白行列，或分成几个表格上传。",
    "scan": "PDF 里没有文字（可能是扫描件），读不出内容。请上传带文字的文件，或直接粘贴文字。",
    "wrong_name": "文件名后缀与内容不一致：名为 {named}，内容是 {found}。请改正后缀或另存后再上传。",
    "unknown": "认不出这种文件。请上传 .docx、.doc、.pdf、.html 或 .txt 文件；名单请用 .xlsx、.xls 或 .csv。",
    "rtf": "这是 RTF 格式的文件。请用 Word 或 WPS 打开，另存为 .docx 后再上传。",
    "old_word": "这个 .doc 文件的版本太旧，读不出内容。请用 Word 或 WPS 另存为 .docx 后再上传。",
    "no_text": "文件里没有读到文字。请检查内容，或直接粘贴文字。",
    "long": "文件的文字过长（上限 50 万字）。请只保留建议或答复的正文后再上传。",
    "pages": "PDF 页数过多（上限 300 页）。请只保留建议或答复的那几页后再上传。",
    "uncertain": "不能确认已去除{what}，请另存为 PDF 后再公开。",
    "uncertain_picture": "不能确认已去除{what}，请另存为一张新图片后再公开。",
    "uncertain_pdf": "不能确认已去除{what}，请打印后重新扫描，或重新导出 PDF 后再公开。",
    "too_many_drawn": "PDF 页数过多（公开件上限 100 页）。请分成几个文件后再公开。",
    "too_large_drawn": "PDF 去除隐藏内容后超过 20 MB。请分成几个文件，或降低图片清晰度后再公开。",
}


class Unreadable(Exception):
    """A file that cannot be taken in; `code` is for programs, `sentence` is for the person who sent it."""

    def __init__(self, code: str, **details: str) -> None:
        """`code` is a key of SENTENCES; `details` fill the gaps in its sentence."""
        self.code = code
        self.sentence = SENTENCES[code].format(**details)
        super().__init__(self.sentence)
