"""A paper that left the house: its number, its whole data set as it was that moment, and the files drawn from it."""

from typing import Any

from django.db import models

from jianyi.kit.rows import Row


KINDS = {
    "reply": "答复函", "opinion": "会办意见函", "declined": "审查结果告知书", "return_asked": "退回申请", "reassigned": "改办通知",
    "return_refused": "不同意退回通知", "rehandle": "重新办理通知", "more_time_asked": "延期申请", "more_time": "延期批复",
    "notice": "交办通知", "list": "交办清单", "deputy_told": "交办情况告知函",
    "asked_again": "退回重提函", "upheld": "评价意见研究情况告知函", "minutes": "会议纪要", "scheme": "办理工作方案",
    "oral_reply": "当面答复记录", "collective": "党组会议研究记录",
    "promise_changed": "承诺变更说明", "second_reply": "再次答复函", "progress": "承诺进展报告", "circular": "通报",
    "urging": "催办函", "supervised": "督办通知", "listed": "挂牌督办单", "summons": "约谈通知", "talk": "约谈记录", "accountability": "责任追究建议",
}  # fmt: skip


class Letter(Row):
    """`subject_id`: what it was written about; `kind`: one of KINDS; `unit_id`: whose paper it is;
    `code`: what its QR code leads to; `digest`: SM3 of `data`, which also stands in the journal. The files are drawn
    outside any turn when they are first asked for, and handed out as they are from then on."""

    root_id = models.BigIntegerField()
    subject_id = models.BigIntegerField()
    kind = models.CharField(max_length=16)
    unit_id = models.BigIntegerField(default=0)
    issuer = models.CharField(max_length=100)
    number = models.CharField(max_length=60)
    day = models.DateField()
    code = models.CharField(max_length=16)
    digest = models.CharField(max_length=64)
    data = models.JSONField()
    pdf_id = models.BigIntegerField(null=True)
    docx_id = models.BigIntegerField(null=True)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "code"], name="one_code_a_letter"),
        ]
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="letters_of_root"),
            models.Index(fields=["code"], name="letters_by_code"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def label(self) -> str:
        return KINDS[self.kind]

    @property
    def file_name(self) -> str:
        """澜农建函〔2026〕1号: a name that every system takes."""
        return self.number or self.code

    @property
    def told(self) -> dict[str, Any]:
        """As the journal keeps it."""
        return {"number": self.number, "code": self.code, "sm3": self.digest}
