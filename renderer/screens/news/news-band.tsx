/** On Vandaag, once after an update: that there is news, and where it stands. Nothing waits for it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { Icon } from '../../parts/icon.tsx';
import '../../parts/trouble.css';
import './news.css';

export function NewsBand() {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const { data } = useAnswer('news.get', {});
  const seen = useMutation({
    mutationFn: () => client.ask('news.seen', {}),
    onSuccess: () => refreshTopics(queryClient, ['news']),
  });
  if (data?.hasUnseen !== true) return null;
  return (
    <aside className="news-band" aria-label={t('news.title')}>
      <p>{t('news.band', { version: data.version })}</p>
      <Link className="link" to="/news">
        {t('news.read')}
      </Link>
      <Button className="trouble-close" aria-label={t('news.later')} onPress={() => seen.mutate()}>
        <Icon name="cross" />
      </Button>
    </aside>
  );
}
