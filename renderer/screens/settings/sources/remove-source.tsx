/** Taking a fundraising site away, after a second look: what counted because of it counts no longer. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { SourceSiteView } from '../../../../contract/procedures/sources.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { Refusal } from '../../../parts/refusal.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';

export function RemoveSource({ site: { siteId, name, counts } }: { readonly site: SourceSiteView }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const textOf = useTroubleText();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => client.ask('sources.remove', { siteId }),
    onSuccess: () => refreshTopics(queryClient, ['sources', 'list', 'today', 'donor']),
  });
  return (
    <div className="people-panel">
      <h2 className="t">{t('sources.remove')}</h2>
      {remove.error !== null && <Refusal>{textOf(remove.error)}</Refusal>}
      <p className="soft">{t('sources.removeText', { gifts: counts.gifts })}</p>
      <div className="people-do">
        {isAsking ? (
          <>
            <Button
              className="btn go"
              data-pending={remove.isPending || undefined}
              onPress={() => {
                if (!remove.isPending) remove.mutate();
              }}
            >
              {t('sources.removeYes', { name })}
            </Button>
            <Button className="btn" onPress={() => setAsking(false)}>
              {t('sources.removeNo')}
            </Button>
          </>
        ) : (
          <Button className="btn" onPress={() => setAsking(true)}>
            {t('sources.remove')}
          </Button>
        )}
      </div>
    </div>
  );
}
