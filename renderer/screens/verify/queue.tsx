/** On the left: the kinds of doubt with their number, and who is to be looked at. */
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { KeycapOf } from '../../commands/keycap.tsx';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
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
  const kinds: readonly Kind[] = [null, ...queue.kinds.filter(({ count }) => count > 0).map((each) => each.kind)];
  const total = queue.kinds.reduce((sum, { count }) => sum + count, 0);
  useCommand('verify.previous', onPrevious);
  useCommand('verify.next', onNext);
  useCommand('verify.kind', () => onKind(kinds[(kinds.indexOf(kind) + 1) % kinds.length] ?? null));
  return (
    <nav className="side-list verify-queue" aria-label={t('verify.queue')}>
      <h1>{t('verify.heading')}</h1>
      <p className="soft">
        {t('verify.toDo', { count: total })} {queue.doneToday > 0 && t('verify.doneToday', { count: queue.doneToday })}
      </p>
      <p className="field-label">
        {t('verify.kinds')} <KeycapOf command="verify.kind" />
      </p>
      <ToggleButtonGroup
        className="kind-rows"
        aria-label={t('verify.kinds')}
        orientation="vertical"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[kind ?? ALL]}
        onSelectionChange={(keys) => onKind(kinds.find((each) => keys.has(each ?? ALL)) ?? null)}
      >
        {kinds.map((each) => {
          const known = queue.kinds.find((one) => one.kind === each);
          return (
            <ToggleButton key={each ?? ALL} id={each ?? ALL} className="kind-row">
              {known === undefined ? t('verify.all') : say(known.name)}
              <span className="kind-count">{known?.count ?? total}</span>
            </ToggleButton>
          );
        })}
      </ToggleButtonGroup>
      <ul>
        {queue.donors.map((donor) => (
          <li key={donor.donorId}>
            <Link
              to={`/verify/${donor.donorId}`}
              replace
              aria-current={donor.donorId === chosen ? 'true' : undefined}
              ref={donor.donorId === chosen ? keepInView : undefined}
            >
              <b>
                <bdi>{say(donor.name)}</bdi>
              </b>
              <small>{say(donor.doubt)}</small>
            </Link>
          </li>
        ))}
      </ul>
      {queue.hasMore && <p className="meta">{t('verify.more')}</p>}
      <p className="verify-shield">
        <Icon name="shield" />
        {t('verify.shield')}
      </p>
    </nav>
  );
}

function keepInView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
