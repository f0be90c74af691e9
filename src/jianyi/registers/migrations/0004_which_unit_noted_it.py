from django.db import migrations, models


def of_the_unit_that_has_it(apps, schema_editor):
    notes, tasks = apps.get_model("registers", "Note").objects, apps.get_model("cases", "Handling").objects
    for note in notes.filter(house="unit", unit_id=0):
        task = tasks.filter(congress_id=note.congress_id, id=note.handling_id).first()
        notes.filter(id=note.id).update(unit_id=task.unit_id if task else 0)


class Migration(migrations.Migration):

    dependencies = [("registers", "0003_notes")]

    operations = [
        migrations.AddField("note", "unit_id", models.BigIntegerField(default=0)),
        migrations.RunPython(of_the_unit_that_has_it, migrations.RunPython.noop),
        migrations.RemoveConstraint("note", "one_note_of_a_house"),
        migrations.AddConstraint(
            "note", models.UniqueConstraint(fields=["congress_id", "handling_id", "house", "unit_id"], name="one_note_of_a_house")
        ),
    ]
