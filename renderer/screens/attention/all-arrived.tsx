/** Nothing needs anybody: an achievement, with how many changes arrived. */
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SyncStatus } from '../../../contract/procedures/sync.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useSession } from '../../data/session-context.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import { SignInAgain } from '../../parts/sign-in-again.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import type { RunSync } from './use-run-sync.ts';
import { writeMoment } from './when.ts';

export function AllArrived({ status, run }: { readonly status: SyncStatus | undefined; readonly run: RunSync }) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const navigate = useNavigate();
  const { today, person } = useSession();
  // Trying again would not help.
  const mustSignIn = status?.needsSignIn === true && person.roles.includes('coordinator');
  const problem = status?.problem ?? null;
  const isConnected = status !== undefined && status.state !== 'unconnected';
  return (
    <main className="whole-page">
      <section className="card arrived">
        {problem !== null && (
          <p className="st att">
            <Icon name="triangle" />
            {t('trouble.heading')}
          </p>
        )}
        <h1>{t(problem === null && isConnected ? 'attention.allArrived' : 'attention.allKept')}</h1>
        <p className="soft">
          {problem !== null && say(problem)}
          {problem === null &&
            (isConnected ? t('attention.allArrivedMore', { count: status.applied }) : t('attention.unconnected'))}{' '}
          {status !== undefined &&
            status.lastSuccessAt !== null &&
            t('attention.lastSuccess', { when: writeMoment(status.lastSuccessAt, today, language, t) })}
        </p>
        {run.error !== null && <TroubleBar error={run.error} onClose={run.clear} />}
        <div className="card-do">
          {mustSignIn && <SignInAgain isUrgent />}
          <CommandButton command="attention.leave" onRun={() => void navigate('/')}>
            {t('bar.toToday')}
          </CommandButton>
          {isConnected && !mustSignIn && (
            <CommandButton command="attention.runSync" onRun={run.run} isPending={run.isRunning}>
              {t('attention.runSync')}
            </CommandButton>
          )}
        </div>
      </section>
    </main>
  );
}
