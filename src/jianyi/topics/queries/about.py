"""What a suggestion's page tells of the topic it is in: who supervises, which opinions of visits concern it, what was answered."""

from dataclasses import dataclass

from jianyi.cases.queries.files import CaseFile
from jianyi.procedure import words as w

from ..models import STANDING, Advice, Covered, KeyTopic, Visit
from ..sight import is_host, may_see


@dataclass(frozen=True)
class Opinion:
    """One opinion of a visit."""

    advice: Advice
    visit: Visit | None


@dataclass(frozen=True)
class Supervised:
    """`opens`: the reader has a page of the topic."""

    topic: KeyTopic
    opens: bool
    opinions: list[Opinion]

    @property
    def answered(self) -> int:
        return sum(each.advice.stage is w.Advice.ANSWERED for each in self.opinions)


def key_topic(file: CaseFile) -> Supervised | None:
    """For everybody who is shown the case and has not left it: that it is supervised is no secret. Opinions are for its proposers, the congress,
    the committee, and the unit each is for."""
    if file.has_left or not file.case.key_topic_id:
        return None
    rows = Covered.objects.filter(
        congress_id=file.case.congress_id,
        suggestion_id=file.case.id,
        stage=w.Covered.IN,
        root_id=file.case.key_topic_id,
    ).select_related("root__committee")
    row = rows.filter(root__stage__in=STANDING).first()
    if row is None:
        return None
    opens = KeyTopic.objects.filter(may_see(file.by), id=row.root_id).exists()
    return Supervised(row.root, opens, _opinions(file, row.root))


def _opinions(file: CaseFile, topic: KeyTopic) -> list[Opinion]:
    rows = Advice.objects.filter(
        congress_id=topic.congress_id, suggestion_id=file.case.id, root_id=topic.id
    ).exclude(stage=w.Advice.NEW)
    own = {h.unit_id for h in file.own_handlings}
    whole = file.from_within or is_host(file.by, topic)
    shown = [
        row for row in rows.select_related("unit").order_by("visit_id", "nth") if whole or row.unit_id in own
    ]
    visits = {row.id: row for row in Visit.of(topic)} if shown else {}
    return [Opinion(row, visits.get(row.visit_id)) for row in shown]
