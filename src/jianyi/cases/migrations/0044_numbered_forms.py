from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0041_cases_of_seats")]

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
