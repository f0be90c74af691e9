from django.db import migrations

from jianyi.procedure import words


ENDED = ('withdrawn', 'returned', 'letter', 'reference')


def open_for_earlier_replies(apps, schema_editor):
    """One publication for every sent reply, also for those that were sent before there was any; the next round of the clock opens
    them, and their time runs from then on."""
    Publication = apps.get_model('publication', 'Publication')
    Paper, Suggestion = (apps.get_model('cases', name) for name in ('Paper', 'Suggestion'))
    known = set(Publication.objects.values_list('paper_id', flat=True))
    papers = Paper.objects.filter(stage__in=('sent', 'to_relay')).exclude(root__stage__in=ENDED)
    for paper in papers.order_by('id').iterator():
        if paper.id in known:
            continue
        Publication.objects.create(
            congress_id=paper.congress_id, root_id=paper.root_id, handling_id=paper.handling_id, paper_id=paper.id,
            stage=words.Publication.NEW, way=paper.publication, reason=paper.publication_reason,
        )
        root = Suggestion.objects.get(id=paper.root_id)
        if 'publication' not in root.holds:
            root.holds = [*root.holds, 'publication']
            root.save(update_fields=['holds'])


class Migration(migrations.Migration):

    dependencies = [
        ('publication', '0002_objections'),
        ('cases', '0067_terms_on_record'),
    ]

    operations = [
        migrations.RunPython(open_for_earlier_replies, migrations.RunPython.noop),
    ]
