from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0058_oral_replies'),
    ]

    operations = [
        migrations.AddField(
            model_name='extension',
            name='grounds',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='extension',
            name='told_by',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name='extension',
            name='told_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='sheet',
            name='class_agree',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name='sheet',
            name='co_signers_view',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='sheet',
            name='contact_ok',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name='sheet',
            name='publication_view',
            field=models.CharField(blank=True, max_length=12),
        ),
    ]
