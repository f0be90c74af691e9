from django.db import migrations

from jianyi.journal import chain


PROCEDURE = {'person': '0', 'name': '程序', 'as': ['the_procedure']}
STEPS = {'running': 'found', 'over': 'end'}


def put_on_record(apps, schema_editor):
    """Terms that an upgrade laid out had no line in the record of their congress: it says now how they came to be."""
    Congress, Term = (apps.get_model('parties', name) for name in ('Congress', 'Term'))
    Line = apps.get_model('journal', 'Line')
    for term in Term.objects.filter(version=1, stage__in=list(STEPS)).order_by('congress_id', 'nth'):
        subject = f'term/{term.id}'
        if Line.objects.filter(congress_id=term.congress_id, root_id=term.root_id, subject=subject).exists():
            continue
        congress = Congress.objects.get(congress_id=term.congress_id, id=term.root_id)
        stage = getattr(term.stage, 'value', term.stage)
        line = chain.write(
            congress, by=PROCEDURE, action=STEPS[stage], subject=subject, stage=stage, inside=0, said={},
        )
        Line(**{field.attname: getattr(line, field.attname) for field in Line._meta.concrete_fields}).save(force_insert=True)
        congress.save(update_fields=['seq', 'head'])


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0066_meeting_of_an_escalation'),
        ('journal', '0001_initial'),
        ('parties', '0002_term'),
    ]

    operations = [
        migrations.RunPython(put_on_record, migrations.RunPython.noop),
    ]
