/** One thing that the sync noticed: it is read, and then it is gone. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { SyncNoticeView } from '../../../../contract/procedures/pull.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { DonorName } from '../../../parts/donor-name.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';

export function OneNotice({ notice }: { readonly notice: SyncNoticeView }) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const queryClient = useQueryClient();
  const { noticeId, kind, donorName } = notice;
  const dismiss = useMutation({
    mutationFn: () => client.ask('sync.dismissNotice', { noticeId }),
    onSettled: () => refreshTopics(queryClient, ['sync']),
  });
  return (
    <>
      <h2 className="name" id="attention-donor">
        {donorName === null ? t(`attention.notices.${kind}`) : <DonorName name={say(donorName)} />}
      </h2>
      <p>{say(notice.sentence)}</p>
      {dismiss.error !== null && <TroubleBar error={dismiss.error} onClose={dismiss.reset} />}
      <p className="item-do">
        <Button className="btn" onPress={() => dismiss.mutate()} isPending={dismiss.isPending}>
          {t('attention.notices.read')}
        </Button>
      </p>
    </>
  );
}
