/** Instellingen, Foutmeldingen: what was written down of crashes, word for word, and whether it may be sent. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { Checkbox } from 'react-aria-components/Checkbox';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../contract/index.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { saveText } from '../../../data/save-text.ts';
import { questionOf } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import './crashes.css';

type Answer = OutputOf<'crashes.list'>;

export function CrashSettings() {
  const { t } = useTranslation();
  const client = useClient();
  const textOf = useTroubleText();
  // A crash tells nobody: it is looked for whenever somebody comes here.
  const { data, error } = useQuery({ ...questionOf(client, 'crashes.list', {}), staleTime: 0 });
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t('crashes.title')}</h2>
        <p className="crashes-intro">{t('crashes.intro')}</p>
        {data === undefined && error === null && <Bones className="found-bones" />}
        {error !== null && <p role="alert">{textOf(error)}</p>}
        {data !== undefined && <Written answer={data} />}
      </section>
      <section className="settings-effect" aria-label={t('crashes.sending')}>
        <div className="people-panel">
          <h2 className="t">{t('crashes.sending')}</h2>
          {data !== undefined && <Sending answer={data} />}
        </div>
      </section>
    </>
  );
}

function Written({ answer: { crashes, text } }: { readonly answer: Answer }) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => client.ask('crashes.remove', {}),
    onSuccess: () => refreshTopics(queryClient, ['crashes']),
  });
  if (crashes.length === 0) return <p className="soft">{t('crashes.none')}</p>;
  return (
    <>
      {remove.error !== null && <TroubleBar error={remove.error} onClose={() => remove.reset()} />}
      <ul className="crashes-list" aria-label={t('crashes.title')}>
        {crashes.map(({ at, words, isSent }) => (
          <li key={at}>
            {say(words)}
            {isSent && <small>{t('crashes.sent')}</small>}
          </li>
        ))}
      </ul>
      <div className="people-do">
        <Button className="btn" onPress={() => saveText('dankbel-foutmeldingen.txt', text)}>
          {t('crashes.save')}
        </Button>
        <Button className="btn" onPress={() => remove.mutate()}>
          {t('crashes.remove')}
        </Button>
      </div>
      <h3 className="crashes-whole">{t('crashes.whole')}</h3>
      <textarea className="box crashes-text" readOnly value={text} rows={14} aria-label={t('crashes.whole')} />
    </>
  );
}

function Sending({ answer: { address, isSending } }: { readonly answer: Answer }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const set = useMutation({
    mutationFn: (isOn: boolean) => client.ask('crashes.setSending', { isOn }),
    onSuccess: () => refreshTopics(queryClient, ['crashes']),
  });
  if (address === null) return <p className="soft">{t('crashes.nowhere')}</p>;
  return (
    <>
      <p className="soft">{t('crashes.where', { address })}</p>
      {set.error !== null && <TroubleBar error={set.error} onClose={() => set.reset()} />}
      <Checkbox className="tick-box" isSelected={isSending} onChange={(isOn) => set.mutate(isOn)}>
        <span className="tick-box-mark">{isSending && <Icon name="tick" />}</span>
        <span>{t('crashes.yes')}</span>
      </Checkbox>
    </>
  );
}
