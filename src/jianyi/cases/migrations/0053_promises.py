from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0051_charges_of_the_leadership")]

    operations = [
        migrations.AddField(model_name="paper", name="bases", field=models.JSONField(default=list)),
        migrations.AddField(model_name="paper", name="promises", field=models.JSONField(default=list)),
    ]
