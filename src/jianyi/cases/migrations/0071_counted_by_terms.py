from django.db import migrations, models
from django.db.models import OuterRef, Subquery


AXES = ('attitude', 'result', 'communication', 'timeliness')


def fill(apps, schema_editor):
    """A suggestion keeps the sitting that it was begun for."""
    Sheet, Suggestion = (apps.get_model('cases', name) for name in ('Sheet', 'Suggestion'))
    cases = Suggestion.objects.filter(congress_id=OuterRef('congress_id'), id=OuterRef('root_id'))
    Sheet.objects.update(sitting_id=Subquery(cases.values('sitting_id')))


class Migration(migrations.Migration):
    dependencies = [('cases', '0070_walks_of_registers')]

    operations = [
        migrations.AddField(
            model_name='sheet',
            name='sitting_id',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name='sheet',
            index=models.Index(fields=['congress_id', 'round', 'root_id'], name='sheets_by_round'),
        ),
        migrations.AddIndex(
            model_name='sheet',
            index=models.Index(fields=['congress_id', 'sitting_id', *AXES, 'rated_at'], name='sheets_graded'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(fields=['congress_id', 'sitting_id', 'stage'], name='suggestions_counted'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
