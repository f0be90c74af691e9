from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0052_pairs_of_titles")]

    operations = [
        migrations.AddField(model_name="paper", name="bases", field=models.JSONField(default=list)),
        migrations.AddField(model_name="paper", name="promises", field=models.JSONField(default=list)),
    ]
