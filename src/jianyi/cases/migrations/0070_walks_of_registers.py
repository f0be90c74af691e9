from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('cases', '0069_first_days')]

    operations = [
        migrations.AddIndex(
            model_name='handling',
            index=models.Index(fields=['congress_id', 'stage', 'id'], name='handlings_at_stage'),
        ),
        migrations.AddIndex(
            model_name='paper',
            index=models.Index(fields=['congress_id', 'stage', 'reply_class', 'handling_id'], name='papers_by_class'),
        ),
        migrations.AddIndex(
            model_name='contact',
            index=models.Index(fields=['congress_id', 'handling_id', 'stage', 'phase', 'mode'], name='contacts_counted'),
        ),
        migrations.AddIndex(
            model_name='contact',
            index=models.Index(fields=['congress_id', 'mode', 'id'], name='contacts_by_mode'),
        ),
        migrations.AddIndex(
            model_name='contact',
            index=models.Index(fields=['congress_id', 'stage', 'id'], name='contacts_by_stage'),
        ),
        migrations.AddIndex(
            model_name='milestone',
            index=models.Index(fields=['congress_id', 'stage', 'day', 'handling_id'], name='milestones_by_day'),
        ),
    ]
