/** For somebody whose work is on other screens. */
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useSession } from '../../data/session-context.ts';
import { CoordinatorDay } from './coordinator-day.tsx';

export function NoLane() {
  const { t } = useTranslation();
  const { roles } = useSession().person;
  // A verifier's day begins there.
  if (roles.includes('verifier')) return <Navigate to="/verify" replace />;
  if (roles.includes('coordinator')) return <CoordinatorDay />;
  return (
    <main className="whole-page">
      <section className="card">
        <h1>{t('today.empty.title')}</h1>
        <p className="soft">{t('today.empty.noLane')}</p>
      </section>
    </main>
  );
}
