/** On the left: the kinds of doubt with their number, and who is to be looked at. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import { KindRows } from '../../parts/kind-rows.tsx';
import { SideLinks } from '../../parts/side-links.tsx';
import type { Kind } from './verify-screen.tsx';

interface QueueProps {
  readonly queue: OutputOf<'verify.queue'>;
  readonly kind: Kind;
  readonly chosen: number | null;
  readonly onKind: (kind: Kind) => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

const ALL = 'all';

export function Queue({ queue, kind, chosen, onKind, onPrevious, onNext }: QueueProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const kinds = queue.kinds.filter(({ count }) => count > 0);
  const total = queue.kinds.reduce((sum, { count }) => sum + count, 0);
  useCommand('verify.previous', onPrevious);
  useCommand('verify.next', onNext);
  return (
    <nav className="side-list verify-queue" aria-label={t('verify.queue')}>
      <h1>{t('verify.heading')}</h1>
      <p className="soft">
        {t('verify.toDo', { count: total })} {queue.doneToday > 0 && t('verify.doneToday', { count: queue.doneToday })}
      </p>
      <KindRows
        label={t('verify.kinds')}
        command="verify.kind"
        kinds={[
          { id: ALL, name: t('verify.all'), count: total },
          ...kinds.map((each) => ({ id: each.kind, name: say(each.name), count: each.count })),
        ]}
        chosen={kind ?? ALL}
        onChoose={(id) => onKind(id === ALL ? null : id)}
      />
      <SideLinks
        items={queue.donors}
        toOf={({ donorId }) => `/verify/${donorId}`}
        isChosen={({ donorId }) => donorId === chosen}
      >
        {(donor) => (
          <>
            <b>
              <bdi>{say(donor.name)}</bdi>
            </b>
            <small>{say(donor.doubt)}</small>
          </>
        )}
      </SideLinks>
      {queue.hasMore && <p className="meta">{t('verify.more')}</p>}
      <p className="verify-shield">
        <Icon name="shield" />
        {t('verify.shield')}
      </p>
    </nav>
  );
}
