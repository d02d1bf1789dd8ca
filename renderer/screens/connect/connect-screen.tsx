/** Koppelen: the way to the CRM, and what was found there. For a coordinator. */
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { AnswerPage } from '../../parts/answer-page.tsx';
import { PickOne } from '../../parts/pick-one.tsx';
import { isAtSignIn } from './at-sign-in.ts';
import { BrowserWait } from './browser-wait.tsx';
import { CheckList } from './check-list.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { useDrafts } from './drafts.ts';
import { Preparation } from './preparation.tsx';
import { SalesforceForm } from './salesforce-form.tsx';
import './connect.css';

export function ConnectScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const answer = useAnswer('connection.get', {});
  useTitle(t('connect.title'));
  useCommand('connect.leave', () => void navigate('/'));
  return <AnswerPage answer={answer}>{(connection) => <Loaded connection={connection} />}</AnswerPage>;
}

const CRMS = ['civicrm', 'salesforce'] as const;

function Loaded({ connection }: { readonly connection: OutputOf<'connection.get'> }) {
  const { t } = useTranslation();
  const [drafts, change] = useDrafts();
  const { connected, isPractice, signIn, asked } = connection;
  // One organisation has one CRM: another is for a workstation that holds nobody's donors yet.
  const mayChoose = connected === null || isPractice;
  const isWaiting = isAtSignIn(signIn);
  const begun = asked === null ? 'civicrm' : 'salesforce';
  const crm = isWaiting ? 'salesforce' : mayChoose ? (drafts.crm ?? begun) : connected.kind;
  return (
    <main className="connect">
      <section className="connect-to" aria-labelledby="connect-title">
        <h1 id="connect-title">{t('connect.heading')}</h1>
        <p className="soft">
          {connected === null
            ? t('connect.unconnected')
            : connected.user === null
              ? t('connect.connectedTo', { organisation: connected.organisation })
              : t('connect.connected', { organisation: connected.organisation, user: connected.user })}
        </p>
        {isPractice && <p className="connect-note">{t('connect.practice')}</p>}
        {mayChoose && !isWaiting && (
          <PickOne
            label={t('connect.which')}
            value={crm}
            options={CRMS.map((id) => ({ id, name: t(`connect.crms.${id}`), more: t(`connect.crmsMore.${id}`) }))}
            onChange={(chosen) => change({ crm: chosen })}
          />
        )}
        {crm === 'salesforce' ? <SalesforceForm connection={connection} /> : <ConnectionForm connection={connection} />}
        <p className="meta">{t(`connect.howTo.${crm}`)}</p>
        {connected === null && !isWaiting && (
          <Link to="/files" className="connect-no-crm">
            {t('connect.noCrm')}
          </Link>
        )}
      </section>
      {isWaiting ? (
        <BrowserWait signIn={signIn} />
      ) : connected?.kind === crm ? (
        <CheckList />
      ) : (
        crm === 'salesforce' && <Preparation />
      )}
    </main>
  );
}
