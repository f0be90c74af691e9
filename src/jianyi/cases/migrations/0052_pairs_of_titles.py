from itertools import pairwise

import jianyi.kit.ids
from django.db import migrations, models

AT_ONCE = 2_000


def fill(apps, schema_editor):
    """What is there already is found by its words too."""
    titles = apps.get_model("cases", "Suggestion").objects.values_list("congress_id", "id", "title")
    pair = apps.get_model("cases", "TitlePair")
    rows = (
        pair(id=jianyi.kit.ids.new_id(), congress_id=congress, root_id=number, pair=two)
        for congress, number, title in titles.iterator()
        for two in sorted({a + b for a, b in pairwise(title.casefold())})
    )
    pair.objects.bulk_create(rows, batch_size=AT_ONCE)


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0051_charges_of_the_leadership'),
    ]

    operations = [
        migrations.CreateModel(
            name='TitlePair',
            fields=[
                ('id', models.BigIntegerField(default=jianyi.kit.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('congress_id', models.BigIntegerField()),
                ('pair', models.CharField(max_length=2)),
                ('root_id', models.BigIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['congress_id', 'root_id'], name='pairs_of_case')],
                'constraints': [models.UniqueConstraint(fields=('congress_id', 'pair', 'root_id'), name='a_title_has_a_pair_once')],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
