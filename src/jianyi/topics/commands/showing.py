"""What the public is told of a topic: a row of its own, written in the turn that changes it, as the office has announced it."""

from jianyi.cases.models import Suggestion
from jianyi.kit import clock
from jianyi.publication.models import PublicTopic
from jianyi.turn.under import Under

from ..facts import inside
from ..models import STANDING, KeyTopic


GONE = {
    "title": "", "office": "", "committee": "", "state": "", "decided_on": None, "announced_on": None, "cases": [], "gone": True,
}  # fmt: skip


def show(under: Under) -> None:
    """The row says how the topic stands and which numbers are in it, and nothing of what it was once it is not announced. Titles of
    suggestions are not in it: the site takes them from what was published of each."""
    topic: KeyTopic = under.root  # type: ignore[assignment]
    rows = PublicTopic.objects.filter(congress_id=topic.congress_id, id=topic.id)
    if topic.announced_on is None or topic.stage not in STANDING:
        rows.filter(gone=False).update(**GONE, at=clock.now())
        return
    told = {
        "title": topic.title, "office": topic.office, "committee": topic.committee.name if topic.committee else "", "state": topic.stage.label,
        "decided_on": topic.decided_on, "announced_on": topic.announced_on, "cases": _cases(topic, inside(under)), "gone": False, "at": clock.now(),
    }  # fmt: skip
    if not rows.update(**told):
        PublicTopic.objects.create(congress_id=topic.congress_id, id=topic.id, **told)


def _cases(topic: KeyTopic, cases: frozenset[int]) -> list[list[str]]:
    rows = Suggestion.objects.filter(congress_id=topic.congress_id, id__in=cases, confidential=False)
    return [[str(row.id), row.no] for row in rows.order_by("between", "number", "id") if row.no]
