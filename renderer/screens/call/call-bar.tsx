/** The bar during a call: the way back, whether everything is saved, how long it takes. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { KeycapOf } from '../../commands/keycap.tsx';
import { useNow } from '../../data/use-now.ts';
import { Brand } from '../../parts/brand.tsx';
import { SyncBadge } from '../../parts/sync-badge.tsx';

interface CallBarProps {
  readonly startedAt: string | null;
  /** The donor whose briefing there is; null for a call that has none. */
  readonly briefingOf: number | null;
}

export function CallBar({ startedAt, briefingOf }: CallBarProps) {
  const { t } = useTranslation();
  return (
    <header className="bar">
      <Brand />
      <Link className="back" to="/">
        {t('bar.toToday')}
        <KeycapOf command="call.leave" />
      </Link>
      {briefingOf !== null && (
        <Link className="back" to={`/briefing/${briefingOf}`}>
          {t('today.door.briefing')}
        </Link>
      )}
      <div className="end">
        <SyncBadge isLink={false} />
        {startedAt === null ? (
          <span className="soft">{t('call.notDialled')}</span>
        ) : (
          <>
            <span className="soft">{t('call.running')}</span>
            <Timer startedAt={startedAt} />
          </>
        )}
      </div>
    </header>
  );
}

const EVERY_MILLISECONDS = 500;

function Timer({ startedAt }: { readonly startedAt: string }) {
  const { t } = useTranslation();
  const now = useNow(EVERY_MILLISECONDS);
  const seconds = Math.max(0, Math.floor((now.getTime() - Date.parse(startedAt)) / 1000));
  const two = (part: number): string => String(part).padStart(2, '0');
  return (
    <span className="timer" role="timer" aria-label={t('call.running')}>
      {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
    </span>
  );
}
