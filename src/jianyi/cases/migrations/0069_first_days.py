from django.db import migrations, models
from django.db.models import Min, OuterRef, Q, Subquery


WATCHED = ('acknowledge', 'contact', 'reply', 'rehandle', 'co_opinion', 'co_again')
DUE = Q(('due_at__isnull', False))


def fill(apps, schema_editor):
    """As the next turn of each case would: the clocks stand, and only their first is put beside the task."""
    Handling, Deadline = apps.get_model('cases', 'Handling'), apps.get_model('turn', 'Deadline')
    clocks = Deadline.objects.filter(congress_id=OuterRef('congress_id'), holder_id=OuterRef('id'), limit__in=WATCHED, ended_at=None)
    first = clocks.order_by().values('holder_id').annotate(first=Min('due_at')).values('first')
    Handling.objects.update(due_at=Subquery(first))


class Migration(migrations.Migration):
    dependencies = [('cases', '0068_key_topics'), ('turn', '0005_moved')]

    operations = [
        migrations.AddField(
            model_name='handling',
            name='due_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name='handling',
            index=models.Index(condition=DUE, fields=['congress_id', 'due_at', 'id'], name='handlings_by_day'),
        ),
        migrations.AddIndex(
            model_name='handling',
            index=models.Index(condition=DUE, fields=['congress_id', 'unit_id', 'due_at', 'id'], name='handlings_of_unit_by_day'),
        ),
        migrations.AddIndex(
            model_name='handling',
            index=models.Index(condition=DUE, fields=['congress_id', 'division_id', 'due_at', 'id'], name='handlings_of_division_by_day'),
        ),
        migrations.AddIndex(
            model_name='handling',
            index=models.Index(fields=['congress_id', 'unit_id', 'division_id', 'stage', 'role', 'due_at', 'id'], name='handlings_counted'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
