"""The columns of the registers (F23): each group answers for all rows of a page at once.

Groups are laid to a register in site.wiring; nothing here knows which there are."""

from .column import HIDDEN, Cell, Column, Group, Hanging, Rows, groups, lay, of_tasks


__all__ = ["HIDDEN", "Cell", "Column", "Group", "Hanging", "Rows", "groups", "lay", "of_tasks"]
