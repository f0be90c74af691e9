"""S13.3 (the four kinds), S7.5 (one measure for three), S2.9 (a golden idea ends in its outcome), S8.8 (what the press wrote)."""

from datetime import date, timedelta
from decimal import Decimal

from build import again, at
from crediting import Credits, proof
from jianyi.cases.commands import handlings, ideas
from jianyi.cases.models import Contact, Idea
from jianyi.kit import clock
from jianyi.outcomes.commands import outcomes as commands
from jianyi.outcomes.queries.figures import figures
from jianyi.outcomes.queries.lists import about, of_ideas
from jianyi.outcomes.queries.publicity import reports_of_year, written_of
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Amount, Document, Landing, Met
from jianyi.procedure.words import Role


SIX = ("温知", "阮清", "卫南", "裘禾", "简书", "童遥")
# Of each kind: its name, its documents, its quantity (the story's own).
FOUR = {
    "decision": (
        "全省旅游资源普查方案",
        (Document("全省旅游资源普查方案", "澜文旅发〔2026〕12号", date(2026, 6, 1)),),
        (),
    ),
    "key_work": ("高等级旅游区储备资源", (), (Amount("储备资源", Decimal(1130), "处"),)),
    "response": ("旅游厕所整改", (), (Amount("厕所整改", Decimal(86), "处"),)),
    "conduct": ("乡村旅游服务培训", (), (Amount("培训", Decimal(1), "次"),)),
}


def at_work(world, unit, title, name="周知远"):
    """Handed over and divided: the case officer has it."""
    (task,) = world.handed_over((unit, Role.SOLE), deputy=world.a_deputy(name), title=title)
    return world.routed(task, unit)


def six(world):
    """0007–0012, at work in the department of culture and tourism."""
    with at("2026-02-26"):
        return [at_work(world, "WLT", f"{name}关于乡村与红色旅游服务的建议", name) for name in SIX]


def test_s13_3_one_of_each_kind_linked_to_the_six_with_its_quantity(world, refused):
    wlt, tasks = Credits(world), six(world)
    with at("2026-12-20"):
        for kind, (name, documents, quantities) in FOUR.items():
            row = wlt.drafted(*tasks, kind=kind, name=name, documents=documents, quantities=quantities)
            refused("WRONG_ACTOR", commands.certify, by=wlt.unit.officer, on=row)
            row = wlt.certified(row)
            assert (row.kind, row.standing) == (kind, 1)
        told = figures(2026, by=world.clerk)
        assert [row.count for row in told.kinds] == [1, 1, 1, 1] and told.units[0].counts == [1, 1, 1, 1]
        assert [[each.told for each in row.sums] for row in told.kinds] == [
            [], ["储备资源 1130 处"], ["厕所整改 86 处"], ["培训 1 次"],
        ]  # fmt: skip
        for task, name in zip(tasks, SIX, strict=True):
            assert len(about(task.root_id, by=world.a_deputy(name))) == 4


def test_s13_3_whoever_wrote_it_does_not_check_it(world, refused):
    wlt, tasks = Credits(world), six(world)
    with at("2026-12-20"):
        name, _, quantities = FOUR["response"]
        row = wlt.drafted(*tasks, by=wlt.unit.office, kind="response", name=name, quantities=quantities)
        refused("SAME_PERSON", commands.certify, by=wlt.unit.office, on=row)
        assert wlt.certified(row, by=wlt.unit.leader).standing == 1


def test_s7_5_one_measure_is_shown_with_all_three(world):
    """《湖滨缓冲带建设技术指南》: 0006, and the two earlier ones that the page offers as like it."""
    sht = Credits(world, "SHT")
    with at("2026-02-12"):
        earlier = [
            at_work(world, "SHT", title, name)
            for name, title in (
                ("温知", "关于推进湖滨缓冲带建设的建议"),
                ("阮清", "关于湖滨缓冲带建设和管护的建议"),
            )
        ]
    with at("2026-02-26"):
        own = at_work(world, "SHT", "关于云浦湖湖滨缓冲带建设的建议")
    with at("2027-01-15"):
        row = sht.measure(own, *earlier, attachments=(proof(sht.unit.officer, "技术指南.txt"),))
        assert row.systemic and row.stage is w.Outcome.REGISTERED
        readers = (world.deputy, world.a_deputy("温知"), world.a_deputy("阮清"))
        for task, reader in zip((own, *earlier), readers, strict=True):
            assert about(task.root_id, by=reader) == [row] and about(task.root_id, by=world.clerk) == [row]


def test_s2_9_the_golden_idea_ends_in_its_outcome(world):
    nyt = Credits(world, "NYT")
    officer = nyt.unit.officer
    with at("2026-02-26"):
        (task,) = world.handed_over(("NYT", Role.SOLE))
    with at("2026-03-04"):
        task = world.routed(task, "NYT")
        said = Met(
            "before", "phone", clock.now() - timedelta(hours=1), "云浦", (world.deputy.person,), (officer.person,), "", "说明思路",
            golden_idea="按坡度分级补贴",
        )  # fmt: skip
        talk = handlings.record_contact(by=officer, on=Contact.of(task), saying=said)
        handlings.confirm_contact(by=world.deputy, on=talk)
    idea = Idea.objects.get()
    with at("2026-05-07"):
        ideas.take_up(by=officer, on=idea, saying=Landing("daily", "农机补贴", "分级补贴通知"))
        assert again(idea).outcome == "已采纳→《分级补贴通知》"
        paper = Document("分级补贴通知", "澜农机发〔2026〕6号", date(2026, 4, 30))
        row = nyt.registered(
            ideas=(idea.id,), kind="decision", name="丘陵山区农机分级补贴", documents=(paper,), quantities=(), on=date(2026, 4, 30),
        )  # fmt: skip
        assert of_ideas([idea.id], by=world.deputy) == {idea.id: [row]}
        assert about(task.root_id, by=world.deputy) == [row]


def test_s8_8_what_the_press_wrote_of_0007_is_on_record_once(world):
    wlt, tasks = Credits(world), six(world)
    with at("2026-09-01"):
        row = wlt.reported(tasks[0])
        assert written_of(tasks[0].root_id, by=world.a_deputy("温知")) == [row]
        assert (
            written_of(tasks[1].root_id, by=world.clerk) == [] and reports_of_year(2026, by=world.clerk) == 1
        )
