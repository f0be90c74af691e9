from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0032_rows_of_a_case")]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="number",
            field=models.CharField(blank=True, max_length=24),
        ),
        migrations.AddField(
            model_name="sheet",
            name="number",
            field=models.CharField(blank=True, max_length=24),
        ),
    ]
