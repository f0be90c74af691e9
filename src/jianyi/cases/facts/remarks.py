"""What the procedure asks about remarks on a draft."""

from collections import Counter

from jianyi.parties.queries import names
from jianyi.procedure import words as w
from jianyi.procedure.facts import remarks as f
from jianyi.turn.under import Under

from ..models import Paper, Remark
from ..models.remarks import passages as texts
from .inside import SIGNED


def passages(remark: Remark, under: Under) -> f.Passages:
    paper = remark.paper
    return f.Passages(paper.edition, paper.digest, paper.stage in SIGNED, texts(paper))


def unanswered_remarks(paper: Paper, under: Under) -> list[Remark]:
    rows = Remark.of_paper(paper, under.all(Remark))
    return [row for row in rows if row.stage is w.Remark.OPEN]


def remarked(paper: Paper, under: Under) -> f.Remarked:
    """Where the unit's rule does not let them hold the paper up, they are a hint on its page and nothing here."""
    rows = unanswered_remarks(paper, under)
    if not rows or not paper.handling.unit.rule.get("remarks_block"):
        return f.Remarked()
    counts = Counter(row.maker_id or 0 for row in rows)
    known = names(paper.congress_id, set(counts))
    told = "、".join(f"{known[maker]} {count} 条" for maker, count in counts.items())
    officer = paper.handling.officer
    return f.Remarked(len(rows), told, officer.name if officer else "")
