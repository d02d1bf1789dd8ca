/** Koppelen: the way to the CRM, and what was found there. For a coordinator. */
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { Bar } from '../../parts/bar.tsx';
import { Bones } from '../../parts/bones.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { CheckList } from './check-list.tsx';
import { ConnectionForm } from './connection-form.tsx';
import './connect.css';

export function ConnectScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const textOf = useTroubleText();
  const { data: connection, error } = useAnswer('connection.get', {});
  useTitle(t('connect.title'));
  useCommand('connect.leave', () => void navigate('/'));
  if (connection === undefined) {
    return (
      <>
        <Bar />
        <main className="whole-page">
          {error === null ? (
            <Bones className="bones-frame" />
          ) : (
            <TroublePage level={1} title={t('trouble.title')} text={textOf(error)} />
          )}
        </main>
      </>
    );
  }
  const { connected, isPractice } = connection;
  return (
    <>
      <Bar />
      <main className="connect">
        <section className="connect-to" aria-labelledby="connect-title">
          <h1 id="connect-title">{t('connect.heading')}</h1>
          <p className="soft">
            {connected === null
              ? t('connect.unconnected')
              : t('connect.connected', { organisation: connected.organisation, user: connected.user })}
          </p>
          {isPractice && <p className="connect-note">{t('connect.practice')}</p>}
          <ConnectionForm connection={connection} />
          <p className="meta">{t('connect.howTo')}</p>
        </section>
        {connected !== null && <CheckList />}
      </main>
    </>
  );
}
