from django.db import migrations, models


# What the two places that there were asked by these names.
LABELS = ('办理态度', '办理结果')


def named(grades):
    return [[label, grade] for label, grade in zip(LABELS, grades) if grade]


def every_axis(apps, schema_editor):
    """Grades with the name of what was graded: until now the first two axes alone had a place to stand."""
    Publication, PublicReply = (apps.get_model('publication', name) for name in ('Publication', 'PublicReply'))
    for row in Publication.objects.exclude(shown={}).order_by('id').iterator():
        rating = row.shown.get('rating')
        if rating and isinstance(rating[0], str):
            row.shown = row.shown | {'rating': named(rating)}
            row.save(update_fields=['shown'])
    for row in PublicReply.objects.exclude(attitude='', result='').order_by('id').iterator():
        row.grades = named((row.attitude, row.result))
        row.save(update_fields=['grades'])


class Migration(migrations.Migration):

    dependencies = [
        ('publication', '0003_replies_sent_before'),
    ]

    operations = [
        migrations.AddField('publicreply', 'grades', models.JSONField(default=list)),
        migrations.RunPython(every_axis, migrations.RunPython.noop),
        migrations.RemoveField('publicreply', 'attitude'),
        migrations.RemoveField('publicreply', 'result'),
    ]
