"""Needs that look at what is said, and at the clock."""

from ..facts.acting import Clocks, Rules
from ..facts.said import AskedReturn, Because, Merging, NotTaken, Reassigning
from ..refusals import Code
from ..words import Limit
from .need import Need, need


# fmt: off
@need(Code.REASON_REQUIRED, "请写明理由，再提交。")
def a_reason(said: Because) -> bool: return bool(said.reason.strip())

@need(Code.REASON_REQUIRED, "请写明理由，并从负面清单中勾选所属情形（没有对应情形的只写理由）。")
def a_reason_not_to_take_it(said: NotTaken) -> bool: return bool(said.reason.strip())

@need(Code.REASON_REQUIRED, "请写明并案理由。")
def a_reason_to_merge(said: Merging) -> bool: return bool(said.reason.strip())

@need(Code.CHECKLIST_UNMET, "请选定并入哪一件建议。")
def another_case(said: Merging) -> bool: return bool(said.into)

@need(Code.REASON_REQUIRED, "请写明退回理由，不少于 {rules.bounds[return_reason_length]} 字。")
def a_reason_to_return(said: AskedReturn, rules: Rules) -> bool: return len(said.reason.strip()) >= rules.least("return_reason_length")

@need(Code.CHECKLIST_UNMET, "请写明本单位职责依据，并选定建议改由哪个单位办理。")
def a_basis_and_another_unit(said: AskedReturn) -> bool: return bool(said.basis.strip() and said.proposed)

@need(Code.CHECKLIST_UNMET, "请选定改由哪个单位办理。")
def another_unit(said: Reassigning) -> bool: return bool(said.unit)
# fmt: on


def in_time(limit: Limit) -> Need:
    """Before the last moment of a limit; where the place has laid none down, always."""

    @need(Code.TOO_LATE, f"{limit.label}期限已过（截止 {{clocks.last[{limit.value}]}}），不能再办这一步。")
    def it_is_in_time(clocks: Clocks) -> bool:
        return not clocks.ran_out(limit)

    return it_is_in_time


def run_out(limit: Limit) -> Need:
    """After the last moment of a limit that the place has laid down."""

    @need(Code.TOO_EARLY, f"{limit.label}期限未满。", limit)
    def it_has_run_out(clocks: Clocks) -> bool:
        return clocks.ran_out(limit)

    return it_has_run_out
