from django.db import migrations, models


def levels_were_stated(apps, schema_editor):
    """Until now the level was picked by whoever recorded the contact, whoever had been there."""
    apps.get_model("cases", "Contact").objects.exclude(level="").update(stated=True)


class Migration(migrations.Migration):
    dependencies = [("cases", "0059_what_the_forms_ask")]

    operations = [
        migrations.AddField("contact", "present", models.JSONField(default=list)),
        migrations.AddField("contact", "stated", models.BooleanField(default=False)),
        migrations.AddField("plan", "views", models.JSONField(default=list)),
        migrations.AddField("plan", "contacts", models.JSONField(default=list)),
        migrations.RunPython(levels_were_stated, migrations.RunPython.noop),
    ]
