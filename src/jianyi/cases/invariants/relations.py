"""Relations are kept by the application: whatever a row points at must be there, in the same congress."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Exists, Model, OuterRef

from jianyi.kit.relations import Within


def nothing_is_orphaned() -> Iterator[str]:
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, Within):
                yield from orphans(model, field)


def orphans(model: type[Model], field: Within) -> Iterator[str]:
    """The rows whose counterpart is not there."""
    column = f"{field.name}_id"
    there = field.related_model._default_manager.filter(
        congress_id=OuterRef("congress_id"), id=OuterRef(column)
    )
    lost = model._default_manager.exclude(**{column: None}).exclude(Exists(there))
    for number, target in lost.values_list("id", column).iterator():
        yield f"{model._meta.model_name}/{number}：{field.name} 指向的 {target} 不存在"
