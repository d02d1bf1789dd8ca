/** What would go now under the terms that stand there, before anything does; and doing it, asked twice. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../contract/index.ts';
import { DEFAULT_RETENTION, sumOf } from '../../../../domain/privacy/retention.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { questionOf } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { focusOnArrival } from '../../../parts/focus-on-arrival.ts';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import type { RetentionDraft } from './use-retention-draft.ts';

interface RetentionEffectProps {
  readonly answer: OutputOf<'retention.get'>;
  readonly draft: RetentionDraft;
}

export function RetentionEffect({ answer, draft }: RetentionEffectProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const queryClient = useQueryClient();
  const [isSure, setSure] = useState(false);
  const preview = useQuery({
    ...questionOf(client, 'retention.preview', draft.settings ?? DEFAULT_RETENTION),
    enabled: draft.settings !== null,
    placeholderData: keepPreviousData,
  });
  const run = useMutation({
    mutationFn: () => client.ask('retention.run', {}),
    onSuccess: async () => {
      setSure(false);
      await refreshTopics(queryClient, ['retention', 'donor', 'call']);
    },
  });
  const counts = preview.data?.counts;
  if (counts === undefined) return <Bones className="found-bones" />;
  const total = sumOf(counts);
  return (
    <>
      {run.error !== null && <TroubleBar error={run.error} onClose={run.reset} />}
      {run.data !== undefined && total === 0 && (
        <output className="st ok">
          <Icon name="tick" />
          {t('privacy.ran', { count: sumOf(run.data.counts) })}
        </output>
      )}
      {total === 0 ? (
        <p>{t('privacy.previewNothing')}</p>
      ) : (
        <dl className="privacy-counts">
          {answer.kinds
            .filter(({ id }) => counts[id] > 0)
            .map(({ id, name }) => (
              <div key={id}>
                <dt>{say(name)}</dt>
                <dd>{counts[id]}</dd>
              </div>
            ))}
        </dl>
      )}
      <p className="soft">{t('privacy.previewRule')}</p>
      {total > 0 && draft.isChanged && <p className="soft">{t('privacy.saveFirst')}</p>}
      {total > 0 && !draft.isChanged && !isSure && (
        <div className="privacy-do">
          <Button className="btn" onPress={() => setSure(true)}>
            {t('privacy.run')}
          </Button>
        </div>
      )}
      {total > 0 && !draft.isChanged && isSure && (
        <div className="privacy-sure">
          <p>{t('privacy.runMore')}</p>
          <div className="privacy-do">
            <Button
              className="btn"
              data-pending={run.isPending || undefined}
              onPress={() => {
                if (!run.isPending) run.mutate();
              }}
            >
              {t('privacy.runSure')}
            </Button>
            <Button ref={focusOnArrival} className="btn" onPress={() => setSure(false)}>
              {t('privacy.runNot')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
