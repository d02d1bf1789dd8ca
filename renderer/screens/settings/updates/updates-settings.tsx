/** Instellingen, Bijwerken: which version this is, whether a newer one comes, and by whom. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OutputOf } from '../../../../contract/index.ts';
import { UPDATE_CHANNELS } from '../../../../contract/procedures/updates.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { OneOf } from '../../../parts/one-of.tsx';
import { Refusal } from '../../../parts/refusal.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import '../people/people.css';
import './updates.css';

type Own = NonNullable<OutputOf<'updates.get'>['own']>;

export function UpdatesSettings() {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const { data, error } = useAnswer('updates.get', {});
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t('updates.title')}</h2>
        {data === undefined && error === null && <Bones className="found-bones" />}
        {error !== null && <p role="alert">{textOf(error)}</p>}
        {data !== undefined && (
          <>
            <p className="updates-version">{t('updates.version', { version: data.version })}</p>
            <p className="updates-way">{say(data.way)}</p>
            {data.own !== null && <OwnUpdates own={data.own} />}
          </>
        )}
      </section>
      <section className="settings-effect" aria-label={t('updates.newsTitle')}>
        <div className="people-panel">
          <h2 className="t">{t('updates.newsTitle')}</h2>
          <p className="soft">{t('updates.newsText')}</p>
          <div className="people-do">
            <Link className="btn" to="/news">
              {t('updates.newsOpen')}
            </Link>
          </div>
        </div>
        <div className="people-panel">
          <h2 className="t">{t('updates.safeTitle')}</h2>
          {data?.own != null && <p className="soft">{t('updates.safeText')}</p>}
          <p className="soft">{t('updates.backText')}</p>
        </div>
      </section>
    </>
  );
}

function OwnUpdates({ own }: { readonly own: Own }) {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const client = useClient();
  const queryClient = useQueryClient();
  const onSuccess = (): Promise<void> => refreshTopics(queryClient, ['updates']);
  const check = useMutation({ mutationFn: () => client.ask('updates.check', {}), onSuccess });
  const install = useMutation({ mutationFn: () => client.ask('updates.install', {}), onSuccess });
  const choose = useMutation({
    mutationFn: (channel: Own['channel']) => client.ask('updates.setChannel', { channel }),
    onSuccess,
  });
  const error = check.error ?? install.error ?? choose.error;
  const isBusy = own.state === 'checking' || own.state === 'downloading';
  return (
    <div className="updates-own">
      <output className={own.state === 'failed' ? 'updates-state failed' : 'updates-state'}>
        {own.state === 'failed' && <Icon name="triangle" />}
        {(own.state === 'newest' || own.state === 'ready') && <Icon name="tick" />}
        {say(own.stateText)}
      </output>
      {own.refusal !== null && <p className="soft">{say(own.refusal)}</p>}
      <div className="people-do">
        {own.state === 'ready' ? (
          <Button
            className="btn go"
            isDisabled={own.refusal !== null}
            data-pending={install.isPending || undefined}
            onPress={() => {
              if (!install.isPending) install.mutate();
            }}
          >
            {t('updates.install')}
          </Button>
        ) : (
          <Button
            className="btn"
            data-pending={check.isPending || isBusy || undefined}
            onPress={() => {
              if (!check.isPending && !isBusy) check.mutate();
            }}
          >
            {t('updates.check')}
          </Button>
        )}
      </div>
      {error !== null && <Refusal>{textOf(error)}</Refusal>}
      {own.isChannelFixed ? (
        <p className="soft">
          {t(`updates.channels.${own.channel}`)}. {t('updates.channelFixed')}
        </p>
      ) : (
        <OneOf
          label={t('updates.channel')}
          value={own.channel}
          options={UPDATE_CHANNELS.map((id) => ({ id, name: t(`updates.channels.${id}`) }))}
          onChange={(id) => {
            const channel = UPDATE_CHANNELS.find((each) => each === id);
            if (channel !== undefined) choose.mutate(channel);
          }}
        />
      )}
    </div>
  );
}
