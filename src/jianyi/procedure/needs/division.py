"""Needs of dividing the work inside a unit: a division hands back, a person's work goes to another."""

from ..facts.acting import Rules
from ..facts.cases import Heirs, House, Leaders, Progress, Seats, Task
from ..facts.said import Inheriting, Succession
from ..refusals import Code
from ..words import Handling as H
from .need import need
from .unit import has_room


# fmt: off
@need(Code.TOO_LATE, "答复或者会办意见已经签发，不能再退回：请按已签发的文稿办理。")
def nothing_is_signed(progress: Progress) -> bool: return not progress.signed

@need(Code.TOO_LATE, "这件建议已经答复，没有金点子或者承诺要继续办理，不必移交。")
def something_is_left(seats: Seats) -> bool: return seats.left > 0

@need(Code.TOO_EARLY, "处室没有退回这件建议。")
def the_division_gave_it_back(task: Task) -> bool: return task.stage is H.RECEIVED

@need(Code.CHANGED_MEANWHILE, "移交人不在这件建议的责任链上：可能已经另行分办，不必再移交。")
def the_work_is_theirs(said: Succession, seats: Seats) -> bool: return said.person in seats.people

@need(Code.RESPONSIBILITY_INCOMPLETE, "接收人须是本单位另一位在任人员；移交人是责任厅领导或者领衔领导的，接收人须为本单位领导。")
def the_successor_fits(said: Succession, seats: Seats, house: House) -> bool:
    able = house.leaders if said.person in seats.leaders else house.people
    return said.to in able and said.to != said.person

@need(Code.SAME_PERSON, "接收人已在这件建议的责任链上，责任厅领导、责任处领导、具体经办人须为三个人：请另选接收人，或者单独重新分办。")
def the_chain_stays_three_people(said: Succession, seats: Seats) -> bool:
    return len(set(seats.after(said.person, said.to))) == 3

@need(Code.CHECKLIST_UNMET, "接收人今年领衔办理已满 {rules.bounds[leads_per_leader]} 件：请另选一位领导。")
def the_successor_has_room(said: Succession, seats: Seats, leaders: Leaders, rules: Rules) -> bool:
    return said.person != seats.leading or has_room(leaders, said.to, rules)

# From one unit to another

@need(Code.CHECKLIST_UNMET, "请选定接续办理的单位：须是在用的另一家承办单位，并且没有在办这件建议。")
def a_unit_goes_on_with_it(said: Inheriting, heirs: Heirs) -> bool: return said.unit in heirs.units

@need(Code.TOO_LATE, "这件建议在本轮已经了结，没有要接续办理的事项，不必转给承接单位。")
def it_is_not_over(heirs: Heirs) -> bool: return heirs.open

@need(Code.TOO_EARLY, "已经分办到人。")
def nobody_is_on_it(seats: Seats) -> bool: return not seats.people

@need(Code.TOO_EARLY, "还没有分办到人。")
def somebody_is_on_it(seats: Seats) -> bool: return bool(seats.people)

@need(Code.TOO_LATE, "答复或者会办意见已经签发、还没有送达：请由原单位先送达，再交承接单位接续办理。")
def nothing_signed_lies_here(progress: Progress) -> bool: return not progress.signed
# fmt: on
