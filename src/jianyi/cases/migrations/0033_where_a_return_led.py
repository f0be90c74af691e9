from django.db import migrations, models

import jianyi.kit.relations


def as_the_record_says(apps, schema_editor):
    """Of what was granted before this column the record names the unit: its first task made after the request."""
    lines, tasks = apps.get_model("journal", "Line").objects, apps.get_model("cases", "Handling").objects
    for request in apps.get_model("cases", "Return").objects.filter(stage="granted", moved_to_id=None):
        case = {"congress_id": request.congress_id, "root_id": request.root_id}
        line = lines.filter(**case, subject=f"return/{request.id}", action="grant").first()
        unit = int(line.said["unit"]) if line else 0
        new = tasks.filter(**case, unit_id=unit, round=1, id__gt=request.id).order_by("id").first()
        request.moved_to_id = new.id if new else None
        request.save(update_fields=["moved_to_id"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0032_rows_of_a_case"), ("journal", "0001_initial")]

    operations = [
        migrations.AddField("return", "moved_to_id", models.BigIntegerField(db_index=True, null=True)),
        migrations.AddField("return", "moved_to", jianyi.kit.relations.Within(null=True, related_name="+", to="cases.handling")),
        migrations.RunPython(as_the_record_says, migrations.RunPython.noop),
    ]
