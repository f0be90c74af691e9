from django.db import migrations, models


def recorded_when_it_took_place(apps, schema_editor):
    """Of contacts from before this column the day they took place is the nearest that is known."""
    contacts = apps.get_model("cases", "Contact").objects.filter(recorded_at=None)
    contacts.update(recorded_at=models.F("occurred_at"))


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        migrations.AddField("contact", "recorded_at", models.DateTimeField(null=True)),
        migrations.RunPython(recorded_when_it_took_place, migrations.RunPython.noop),
    ]
