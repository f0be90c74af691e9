"""The list of a hand-over (F05) as a paper, from what the reader of the list may see."""

from jianyi.cases.letters import handing
from jianyi.cases.letters.values import About, Handling
from jianyi.documents.letters.document import Check, Footer, Sheet
from jianyi.documents.letters.wording import long_day
from jianyi.kit import clock

from .handover import HandOverList, Line


PREVIEW = "预览"


def sheet(told: HandOverList, issuer: str, check: Check | None = None) -> Sheet:
    """Before anything is handed over it is a preview and says so on every page."""
    made = Footer(issuer, long_day(clock.today()))
    rows = tuple(_row(line) for line in told.lines)
    return handing.handover_list(
        handing.HandOverList(
            told.sitting, rows, totals(told), told.on, made, told.unit, check, PREVIEW if told.preview else ""
        )
    )


def totals(told: HandOverList) -> handing.Totals:
    counted = told.totals
    return handing.Totals(counted.leads, counted.co, counted.separate, counted.key)


def _row(line: Line) -> handing.Listed:
    """Who is not to be known is hidden already where the line was read."""
    about = About(line.no, line.title, line.lead, co_signers=line.co_signers, delegation=line.delegation)
    part = Handling(
        line.unit,
        line.role.label,
        line.scope,
        line.handed_over_on,
        co_due=line.co_due,
        reply_due=line.reply_due,
    )
    others = tuple(filter(None, line.other_units.split("、")))
    wished = tuple(filter(None, line.wished_units.split("、")))
    return handing.Listed(
        about,
        part,
        line.lead_unit,
        others,
        wished_units=wished,
        contact_wish=line.contact_wish,
        note=line.note,
    )
