/** The bar on top: where you are, whether everything is saved, who you are. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useSession } from '../data/session-context.ts';
import { useAnswer } from '../data/use-answer.ts';
import { Brand } from './brand.tsx';
import { MoreMenu } from './more-menu.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SyncBadge } from './sync-badge.tsx';
import './bar.css';

export function Bar({ children }: { readonly children?: ReactNode }) {
  return (
    <header className="bar">
      <Brand />
      <ScreenTabs />
      {children}
      <div className="end">
        <SyncBadge isLink />
        <PersonMenu />
      </div>
    </header>
  );
}

function ScreenTabs() {
  const { t } = useTranslation();
  const { data: status } = useAnswer('sync.status', {});
  const { roles } = useSession().person;
  const isCoordinator = roles.includes('coordinator');
  // A verifier sees no gifts, and a list is explained by them.
  const mayAskWhy = roles.some((role) => role !== 'verifier');
  const isVerifier = !isCoordinator && roles.includes('verifier');
  const attention = isCoordinator ? (status?.attention ?? 0) : 0;
  return (
    <nav className="tabs" aria-label={t('bar.screens')}>
      <NavLink to="/" end>
        {t('bar.today')}
      </NavLink>
      {isVerifier && <NavLink to="/verify">{t('bar.verify')}</NavLink>}
      {mayAskWhy && <NavLink to="/donors">{t('bar.donors')}</NavLink>}
      <NavLink to="/attention">
        {t('bar.attention')}
        {attention > 0 && (
          <span className="n">
            <span aria-hidden="true">{attention}</span>
            <span className="hush">{t('bar.needAttention', { count: attention })}</span>
          </span>
        )}
      </NavLink>
      {mayAskWhy && <NavLink to="/follow-ups">{t('bar.followUps')}</NavLink>}
      {isCoordinator && (
        <MoreMenu
          screens={[
            { to: '/post', text: t('bar.post') },
            { to: '/verify', text: t('bar.verify') },
            { to: '/results', text: t('bar.results') },
            { to: '/forecast', text: t('bar.forecast') },
            { to: '/settings', text: t('bar.settings') },
          ]}
        />
      )}
    </nav>
  );
}
