from datetime import datetime

from django.db import migrations, models


def as_it_was(apps, schema_editor):
    """What another unit goes on with since before this edition."""
    Handling = apps.get_model('cases', 'Handling')
    lines = apps.get_model('journal', 'Line').objects.filter(action='inherit', subject__startswith='handling/')
    for subject, at in lines.order_by('at', 'seq').values_list('subject', 'at').iterator():
        Handling.objects.filter(id=int(subject.partition('/')[2])).update(passed_at=datetime.fromisoformat(at))


class Migration(migrations.Migration):
    dependencies = [('cases', '0071_counted_by_terms'), ('journal', '0001_initial')]

    operations = [
        migrations.AddField(
            model_name='handling',
            name='passed_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name='handling',
            index=models.Index(condition=models.Q(('passed_at__isnull', False)), fields=['congress_id', 'passed_at'], name='handlings_passed_on'),
        ),
        migrations.RunPython(as_it_was, migrations.RunPython.noop),
    ]
