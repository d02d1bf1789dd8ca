/** Instellingen, Vertrouwen: whom to go by for each detail when places differ. Kept as soon as it is chosen. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../contract/index.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { OneOf } from '../../../parts/one-of.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import './trust.css';

type Trust = OutputOf<'settings.trust'>['trust'];

export function TrustSettings() {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const { data, error } = useAnswer('settings.trust', {});
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t('trust.title')}</h2>
        <p className="section-intro">{t('trust.intro')}</p>
        {data !== undefined ? (
          <TrustForm answer={data} />
        ) : error === null ? (
          <Bones className="found-bones" />
        ) : (
          <p role="alert">{textOf(error)}</p>
        )}
      </section>
      <section className="settings-effect" aria-label={t('trust.effectTitle')}>
        <h2 className="t">{t('trust.effectTitle')}</h2>
        <p>{t('trust.effect')}</p>
        <p className="soft">{t('trust.nothingChanges')}</p>
      </section>
    </>
  );
}

function TrustForm({ answer }: { readonly answer: OutputOf<'settings.trust'> }) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (trust: Trust) => client.ask('settings.saveTrust', trust),
    onSuccess: () => refreshTopics(queryClient, ['settings', 'donor']),
  });
  // What was chosen is seen at once, and goes back when it could not be kept.
  const shown = save.isPending ? save.variables : answer.trust;
  const options = answer.choices.map(({ id, name }) => ({ id, name: say(name) }));
  return (
    <>
      <div className="settings-fields trust-fields">
        {answer.fields.map(({ id, name }) => (
          <OneOf
            key={id}
            label={say(name)}
            options={options}
            value={shown[id]}
            onChange={(chosen) => {
              const choice = answer.choices.find((each) => each.id === chosen);
              if (choice !== undefined) save.mutate({ ...shown, [id]: choice.id });
            }}
          />
        ))}
      </div>
      {save.error !== null && <TroubleBar error={save.error} onClose={save.reset} />}
      <output className="meta">{save.isSuccess ? t('trust.saved') : ''}</output>
    </>
  );
}
