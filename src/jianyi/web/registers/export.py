"""The register as a spreadsheet: all of it, as on the screen, written to disk row by row and sent from there."""

from tempfile import TemporaryFile

from django.http import FileResponse, HttpRequest

from jianyi.kit import clock
from jianyi.kit.long_sheets import write
from jianyi.registers.queries import work as queries

from . import setting as settings
from .work import heading, reader


KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def export(request: HttpRequest) -> FileResponse:
    by = reader(request)
    setting = settings.read(request)
    total = queries.count(setting.asked, by=by, order=setting.order, whole=True)
    lines = queries.book(setting.asked, setting.columns, by=by, order=setting.order)
    target = TemporaryFile()  # noqa: SIM115 - the answer closes it when it has been sent
    write(
        target, name="工作台账", title=heading(setting, by, total.number), header=[column.label for column in setting.columns],
        widths=[column.width for column in setting.columns], rows=(line.cells for line in lines),
    )  # fmt: skip
    target.seek(0)
    name = f"工作台账-{clock.today()}.xlsx"
    return FileResponse(target, as_attachment=True, filename=name, content_type=KIND)
