/** On the left: who is doubtful or new, with their number. */
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { KeycapOf } from '../../commands/keycap.tsx';
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
  useCommand('matching.kind', () => onKind(kind === 'new' ? 'doubtful' : 'new'));
  return (
    <nav className="side-list verify-queue" aria-label={t('matching.list')}>
      <h1>{t('matching.title')}</h1>
      <p className="soft">{t('matching.intro')}</p>
      <p className="field-label">
        {t('matching.kinds')} <KeycapOf command="matching.kind" />
      </p>
      <ToggleButtonGroup
        className="kind-rows"
        aria-label={t('matching.kinds')}
        orientation="vertical"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[kind]}
        onSelectionChange={(keys) => onKind(KINDS.find((each) => keys.has(each)) ?? 'doubtful')}
      >
        {KINDS.map((each) => (
          <ToggleButton key={each} id={each} className="kind-row">
            {t(`matching.kind.${each}`)}
            <span className="kind-count">{counts[each]}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ul>
        {queue.people.map(({ sourceDonorId, name }) => (
          <li key={sourceDonorId}>
            <Link
              to={`/matching/${sourceDonorId}`}
              replace
              aria-current={sourceDonorId === chosen ? 'true' : undefined}
              ref={sourceDonorId === chosen ? keepInView : undefined}
            >
              <b>
                <bdi>{name}</bdi>
              </b>
            </Link>
          </li>
        ))}
      </ul>
      {queue.hasMore && <p className="meta">{t('matching.more')}</p>}
    </nav>
  );
}

function keepInView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
