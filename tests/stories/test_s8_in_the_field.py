"""S8.2, S8.3, S8.8 (the yearly minimum), S2.5, S2.11: a trip, a meeting, a training; what is counted from who was there."""

from datetime import date

from build import again, at
from gathering import Gatherings
from jianyi.cases.commands import handlings
from jianyi.cases.models import Contact
from jianyi.documents.store import keep
from jianyi.fieldwork.commands import meetings
from jianyi.fieldwork.models import Resolution
from jianyi.fieldwork.queries import figures
from jianyi.fieldwork.queries.meetings import answers, file
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.procedure.facts.said import Attaching, Met, Minuting, UnitRules
from jianyi.procedure.words import Role
from pictures import png


SIX = ("温知", "阮清", "卫南", "简书", "童遥", "罗青禾")


def spoken(unit, deputy, task, phase, mode="phone"):
    said = Met(
        phase=phase,
        mode=mode,
        occurred_at=clock.now(),
        where="云浦市",
        summary="说明办理思路",
        deputies=(deputy.person,),
        staff="经办人",
    )
    row = handlings.record_contact(by=unit.officer, on=Contact.of(again(task)), saying=said)
    handlings.confirm_contact(by=deputy, on=row)


def test_s8_3_twenty_one_person_times_nine_of_them_face_to_face(world):
    """Six telephoned, six invited to the trip and three came, five at the meeting, one visited, six telephoned again."""
    wlt = Gatherings(world)
    people = [world.a_deputy(name) for name in SIX]
    with at("2026-02-26"):
        tasks = [
            world.routed(
                world.handed_over(("WLT", Role.SOLE), deputy=who, title=f"{who.name}的建议")[0], "WLT"
            )
            for who in people
        ]
    asked = tuple(who.person for who in people)
    with at("2026-03-05"):
        for who, task in zip(people, tasks, strict=True):
            spoken(wlt.unit, who, task, "before")
    with at("2026-03-10"):
        trip = wlt.called(
            kind="research", title="三县联合调研", starts_at=clock.moment("2026-03-24T09:00"), guests=asked,
            cases=tuple(task.root_id for task in tasks),
        )  # fmt: skip
        for who in people[:3]:
            meetings.attend(by=who, on=wlt.guest(trip, who))
        for who in people[3:]:
            wlt.excused(trip, who)
        told = answers([trip], by=wlt.unit.office)[trip.id]
        assert (told.asked, told.coming, told.excused) == (6, 3, 3)
    with at("2026-03-27T18:00"):
        wlt.held(trip, wlt.unit.leader, *people[:3])
    with at("2026-04-08"):
        meeting = wlt.called(guests=asked)
    with at("2026-04-16T18:00"):
        wlt.held(meeting, wlt.unit.leader, *(who for who in people if who.name != "简书"))
    with at("2026-04-20"):
        spoken(wlt.unit, people[3], tasks[3], "during", "visit")
    with at("2026-05-26"):
        for who, task in zip(people, tasks, strict=True):
            spoken(wlt.unit, who, task, "after")
        met = figures.person_times(2026, by=wlt.unit.office)
    assert (met.times, met.faces) == (21, 9)
    assert (met.met, met.of) == (6, 6)


def test_s8_2_no_trip_is_settled_without_its_photographs(world, refused, settings, tmp_path):
    """The unit has made it a rule; whoever came is shown them with the minutes, nobody else."""
    settings.JIANYI_FILES = tmp_path
    wlt, guest = Gatherings(world), world.a_deputy("温知")
    with at("2026-03-10"):
        parties.set_rules(
            by=wlt.unit.office, on=again(wlt.unit.organisation), saying=UnitRules(photographs=True)
        )
        trip = wlt.called(
            kind="research", title="三县联合调研", starts_at=clock.moment("2026-03-24T09:00"), guests=(guest.person,)
        )  # fmt: skip
    with at("2026-03-27T18:00"):
        wlt.held(trip, wlt.unit.leader, guest)
        refused(
            "CHECKLIST_UNMET",
            meetings.minute,
            by=wlt.unit.office,
            on=again(trip),
            saying=Minuting("三县情况"),
        )
        own = {"congress": world.congress.id, "owner": wlt.unit.office.person}
        views = tuple(keep(png(60, n), name=f"{n}.png", kind="png", **own).id for n in (40, 50, 60))
        meetings.attach(by=wlt.unit.office, on=again(trip), saying=Attaching(views))
        wlt.settled(trip)
    shown = file(trip.id, by=guest)
    assert shown and {row.name for row in shown.attachments} == {"40.png", "50.png", "60.png"}
    assert file(trip.id, by=world.a_deputy("阮清")) is None


def test_s8_8_one_progress_meeting_is_lacking_until_august(world, refused):
    wlt = Gatherings(world)
    leader = wlt.unit.leader

    def held(kind, day):
        with at(f"{day}T09:00"):
            row = wlt.called(
                kind=kind,
                title="代表建议办理会议",
                starts_at=clock.moment(f"{day}T14:00"),
                guests=(leader.person,),
            )
        with at(f"{day}T18:00"):
            return wlt.held(row, leader)

    def shares():
        return next(
            row for row in figures.leaders(2026, by=wlt.unit.office) if row.person == leader.person
        ).shares

    held("hand_over", "2026-03-02")
    first = held("progress", "2026-05-12")
    with at("2026-05-12T19:00"):
        decided = wlt.decided(first, wlt.unit.head, "补齐办理计划", "2026-05-20")
        refused(
            "CHECKLIST_UNMET", meetings.hold, by=wlt.unit.office, on=again(first), saying=meetings.hold.says()
        )
        wlt.settled(first)
        meetings.reach(by=wlt.unit.head, on=again(decided), saying=meetings.reach.says("计划已补齐"))
        assert Resolution.objects.get().reached_on == date(2026, 5, 12)
    with at("2026-06-15"):
        assert [(row.n, row.of, row.lacking) for row in shares()] == [(1, 1, 0), (1, 2, 1)]
    held("progress", "2026-08-20")
    with at("2026-08-20T19:00"):
        assert [(row.n, row.of, row.lacking) for row in shares()] == [(1, 1, 0), (2, 2, 0)]


def test_s2_5_a_call_and_a_trip_are_two_person_times_one_face_to_face(world):
    nyt = Gatherings(world, "NYT")
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("NYT", Role.SOLE))[0], "NYT")
    with at("2026-03-04"):
        spoken(nyt.unit, world.deputy, task, "before")
        trip = nyt.called(
            kind="research", title="云浦调研", starts_at=clock.moment("2026-03-31T09:00"), guests=(world.deputy.person,),
            cases=(task.root_id,),
        )  # fmt: skip
    with at("2026-03-31T18:00"):
        nyt.held(trip, nyt.unit.leader, world.deputy)
        met = figures.person_times(2026, by=nyt.unit.office)
    assert (met.times, met.faces, met.met, met.of) == (2, 1, 1, 1)


def test_s2_11_who_was_trained_and_for_how_long(world):
    nyt = Gatherings(world, "NYT")
    with at("2026-04-01"):
        staff = (nyt.unit.officer, nyt.unit.head)
        row = nyt.called(
            kind="training", title="答复规范培训", starts_at=clock.moment("2026-04-10T09:00"),
            guests=tuple(who.person for who in staff),
        )  # fmt: skip
    with at("2026-04-10T18:00"):
        nyt.held(row, *staff, hours=4)
        trained, of = figures.trained(2026, by=nyt.unit.office)
    assert [(each.times, each.hours) for each in trained] == [(1, 4), (1, 4)] and of == 5
