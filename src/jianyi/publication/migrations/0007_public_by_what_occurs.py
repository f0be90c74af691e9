from django.db import migrations, models


STANDS = models.Q(('gone', False))


class Migration(migrations.Migration):
    dependencies = [('publication', '0006_public_lists_in_order')]

    operations = [
        migrations.AddIndex(
            model_name=model,
            index=models.Index(condition=STANDS, fields=['congress_id', name], name=f'{called}_by_{name}'),
        )
        for model, called, names in (
            ('public', 'public', ('year', 'category', 'region')), ('publicreply', 'replies', ('unit', 'reply_class')),
        )
        for name in names
    ]
