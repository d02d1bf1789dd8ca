/** The workstation was revoked, and nothing is here any more. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { useClient } from '../../data/client-context.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { TroubleBar } from '../../parts/trouble-bar.tsx';

type Wiped = NonNullable<OutputOf<'session.people'>['wiped']>;

export function WipedPage({ wiped: { sentences, mayStartAnew } }: { readonly wiped: Wiped }) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const queryClient = useQueryClient();
  const begin = useMutation({
    mutationFn: () => client.ask('session.startAnew', {}),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <>
      <h1>{t('signIn.wiped')}</h1>
      {sentences.map((sentence) => (
        <p key={sentence.en} className="soft">
          {say(sentence)}
        </p>
      ))}
      {begin.error !== null && <TroubleBar error={begin.error} onClose={begin.reset} />}
      {mayStartAnew ? (
        <Button
          ref={focusOnArrival}
          className="btn go"
          data-pending={begin.isPending || undefined}
          onPress={() => {
            if (!begin.isPending) begin.mutate();
          }}
        >
          {t('signIn.startAnew')}
        </Button>
      ) : (
        <p>{t('signIn.startAgain')}</p>
      )}
    </>
  );
}
