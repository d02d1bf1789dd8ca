/** On the left: who is doubtful or new, with their number. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { KindRows } from '../../parts/kind-rows.tsx';
import { SideLinks } from '../../parts/side-links.tsx';
import type { WaitingKind } from './matching-screen.tsx';

interface PeopleProps {
  readonly queue: OutputOf<'matching.queue'>;
  readonly kind: WaitingKind;
  readonly chosen: number | null;
  readonly onKind: (kind: WaitingKind) => void;
  readonly onStep: (by: number) => void;
}

const KINDS: readonly WaitingKind[] = ['doubtful', 'new'];

export function People({ queue, kind, chosen, onKind, onStep }: PeopleProps) {
  const { t } = useTranslation();
  const counts = { doubtful: queue.doubtful, new: queue.newcomers };
  useCommand('matching.previous', () => onStep(-1));
  useCommand('matching.next', () => onStep(1));
  return (
    <nav className="side-list verify-queue" aria-label={t('matching.list')}>
      <h1>{t('matching.title')}</h1>
      <p className="soft">{t('matching.intro')}</p>
      <KindRows
        label={t('matching.kinds')}
        command="matching.kind"
        kinds={KINDS.map((id) => ({ id, name: t(`matching.kind.${id}`), count: counts[id] }))}
        chosen={kind}
        onChoose={onKind}
      />
      <SideLinks
        items={queue.people}
        toOf={({ sourceDonorId }) => `/matching/${sourceDonorId}`}
        isChosen={({ sourceDonorId }) => sourceDonorId === chosen}
      >
        {({ name }) => (
          <b>
            <bdi>{name}</bdi>
          </b>
        )}
      </SideLinks>
      {queue.hasMore && <p className="meta">{t('matching.more')}</p>}
    </nav>
  );
}
