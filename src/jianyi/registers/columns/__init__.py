"""The columns of the register of work (F23): each group answers for all handlings of a page at once.

Another area adds its own group by `lay`, in site.wiring; nothing here knows which there are."""

from .column import Cell, Column, Group, Rows, chosen, groups, lay


__all__ = ["Cell", "Column", "Group", "Rows", "chosen", "groups", "lay"]
