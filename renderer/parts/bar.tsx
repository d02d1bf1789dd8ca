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
import { useScreens } from './use-screens.ts';
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
  const screens = useScreens();
  const attention = roles.includes('coordinator') ? (status?.attention ?? 0) : 0;
  const rare = screens.filter(({ isRare }) => isRare);
  return (
    <nav className="tabs" aria-label={t('bar.screens')}>
      {screens
        .filter(({ isRare }) => !isRare)
        .map(({ to, text }) => (
          <NavLink key={to} to={to} end={to === '/'}>
            {text}
            {to === '/attention' && attention > 0 && (
              <span className="n">
                <span aria-hidden="true">{attention}</span>
                <span className="hush">{t('bar.needAttention', { count: attention })}</span>
              </span>
            )}
          </NavLink>
        ))}
      {rare.length > 0 && <MoreMenu screens={rare} />}
    </nav>
  );
}
