"""A late co-opinion shows on the lead's row and on the case page; nobody else's row is marked (源 N7; stories S4.4)."""

from build import at
from jianyi.procedure.words import Role


UNITS = (("JTT", Role.LEAD), ("CZT", Role.CO))


def page(sign_in, reader, address):
    return sign_in(None, reader).get(address).content.decode()


def test_the_worst_of_the_co_units_stands_on_the_lead_s_row(world, sign_in):
    with at("2026-02-26"):
        lead, _ = world.handed_over(*UNITS)
    jtt, czt = world.unit("JTT"), world.unit("CZT")
    case = f"/suggestions/{lead.root_id}/"
    with at("2026-03-26"):
        assert "会办逾期" not in page(sign_in, jtt.office, "/unit/") + page(sign_in, jtt.office, case)
    with at("2026-03-27"):
        for address in ("/unit/", case):
            assert "会办逾期 1 日：CZT" in page(sign_in, jtt.office, address)
        assert "会办逾期" not in page(sign_in, czt.office, "/unit/")
