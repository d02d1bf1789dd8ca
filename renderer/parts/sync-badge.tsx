/** Whether everything is saved and sent: an icon and words, never an icon alone, and never in the way. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SyncStatus } from '../../contract/procedures/sync.ts';
import { useSession } from '../data/session-context.ts';
import { useAnswer } from '../data/use-answer.ts';
import { Icon, type IconName } from './icon.tsx';

interface Badge {
  readonly tone: 'sent' | 'wait' | 'look-here';
  readonly icon: IconName;
  readonly text: string;
}

export function SyncBadge({ isLink }: { readonly isLink: boolean }) {
  const { t } = useTranslation();
  const { data: status } = useAnswer('sync.status', {});
  const isCoordinator = useSession().person.roles.includes('coordinator');
  const badge = badgeOf(status, isCoordinator, t);
  const content = (
    <>
      <Icon name={badge.icon} />
      <span className="sync-text">{badge.text}</span>
    </>
  );
  return (
    <output>
      {isLink ? (
        <Link className={`sync ${badge.tone}`} to="/attention">
          {content}
        </Link>
      ) : (
        <span className={`sync ${badge.tone}`}>{content}</span>
      )}
    </output>
  );
}

/** Only a coordinator is called to the attention screen; anybody else is told quietly of what is their own. */
function badgeOf(status: SyncStatus | undefined, isCoordinator: boolean, t: TFunction): Badge {
  if (status === undefined) return { tone: 'wait', icon: 'disk', text: t('sync.unknown') };
  const { state, waiting, attention } = status;
  if (attention > 0 && isCoordinator)
    return { tone: 'look-here', icon: 'triangle', text: t('sync.attention', { count: attention }) };
  if (state === 'stopped') return { tone: 'look-here', icon: 'triangle', text: t('sync.stopped') };
  if (attention > 0) return { tone: 'wait', icon: 'disk', text: t('sync.own', { count: attention }) };
  if (state === 'offline') {
    const text = waiting > 0 ? t('sync.offlineWaiting', { count: waiting }) : t('sync.offline');
    return { tone: 'wait', icon: 'disk', text };
  }
  if (waiting > 0) return { tone: 'wait', icon: 'disk', text: t('sync.waiting', { count: waiting }) };
  return state === 'unconnected'
    ? { tone: 'wait', icon: 'disk', text: t('sync.kept') }
    : { tone: 'sent', icon: 'sent', text: t('sync.sent') };
}
