"""What the random walks of the areas have in common."""

from typing import Any


def rows_of(model: Any) -> Any:
    """Every row, oldest first, with the root it hangs on: a walk asks each of them whose it is."""
    rows = model.objects.order_by("id")
    return rows.select_related("root") if hasattr(model, "root_id") else rows
