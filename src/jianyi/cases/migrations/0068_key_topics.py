from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('cases', '0067_terms_on_record')]

    operations = [
        migrations.AddField(
            model_name='suggestion',
            name='key_topic_id',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(condition=models.Q(('key_topic_id__isnull', False)), fields=['key_topic_id'], name='suggestions_of_topic'),
        ),
    ]
