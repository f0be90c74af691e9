"""What else there is on the last day: a batch that waits, accounts and posts at their rarer stages."""

from datetime import timedelta

from jianyi.cases.commands import past
from jianyi.cases.models import Past, Suggestion
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.parties.models import Person, Post, Proxy, Seat
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Key, Replied, Until
from jianyi.procedure.words import Duty, Kind

from .crediting import credits
from .founding import Province, Unit
from .people import TOKEN
from .scene import Scene


def extras(scene: Scene) -> None:
    """One of each."""
    waiting = (
        Suggestion.objects.filter(stage=w.Suggestion.PROPOSED).order_by("id").values_list("id", flat=True)
    )
    scene.prepare("闭会期间交办", list(waiting[:2]), scene.sittings[max(scene.sittings)])
    units = list(scene.province.units.values())
    _past(scene.province)
    credits(scene.province)
    _accounts(scene.province, units[0])
    # Not one of the first, whose people the sign-in page offers: whoever stands in for a leader bars both from one paper.
    _proxies(scene.province, units[-1])


def _past(province: Province) -> None:
    """Two replies from before the platform; one of them was kept twice and taken out again."""
    told = Replied(
        "关于改善山区学校取暖条件的建议的答复", "0112", "黎小满", "省教育厅", "A", "2019-06-12",
        "您提出的建议收悉。已安排专项资金，年内完成改造。",
    )  # fmt: skip
    kept = [
        past.keep(by=province.clerk, on=Past(congress_id=province.congress.id), saying=told) for _ in range(2)
    ]
    past.remove(by=province.clerk, on=kept[1], saying=Because("与已存入的一份重复。"))


def _accounts(province: Province, unit: Unit) -> None:
    """Somebody new without a password, somebody who has left, a division that is no more, a seat that has ended."""
    registry, admin = province.registry, province.admin
    new = registry.person("新到任", "new01", (unit.organisation, Duty.OFFICER, "工作人员"))
    parties.reset(by=admin, on=new, saying=Key(TOKEN))
    gone = registry.person("已离任", "old01", (unit.organisation, Duty.OFFICER, "工作人员"))
    parties.end_post(by=admin, on=Post.objects.get(person_id=gone.id))
    parties.disable(by=admin, on=Person.objects.get(id=gone.id))
    division = registry.organisation("已撤并处", Kind.DIVISION, parent=unit.id, of_government=True)
    parties.end_organisation(by=admin, on=division)
    former = registry.person("已辞职代表", "0000")
    seat = parties.elect(
        by=admin, on=Seat(congress_id=former.congress_id, root_id=former.id, term=_term(province))
    )
    parties.end_seat(by=admin, on=seat)


def _term(province: Province) -> int:
    found = Seat.objects.filter(congress_id=province.congress.id).order_by("-term").first()
    return found.term if found else 1


def _proxies(province: Province, unit: Unit) -> None:
    """A leader who travels, and one who is back."""
    for post, until in zip(
        Post.objects.filter(root_id=unit.id, duty__in=(Duty.LEADER, Duty.PRINCIPAL)).order_by("id"),
        (5, 9),
        strict=False,
    ):
        to = next(
            person.person
            for person in (unit.office, unit.divisions[0].head)
            if person.person != post.person_id
        )
        row = Proxy(congress_id=post.congress_id, root_id=unit.id, post_id=post.id, to_id=to)
        holder = next(one for one in (*unit.leaders, unit.principal) if one.person == post.person_id)
        said = Until(clock.now() + timedelta(days=until), "外出调研")
        proxy = parties.authorise(by=holder, on=row, saying=said)
        if until == 9:
            parties.take_back(by=holder, on=proxy)
