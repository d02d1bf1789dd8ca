/** The list on the left: what needs a person first, then what only waits. */
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import type { SyncStatus } from '../../../contract/procedures/sync.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { useSession } from '../../data/session-context.ts';
import { countWord } from '../../i18n/typography.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { LOOKS } from './looks.ts';
import type { RunSync } from './use-run-sync.ts';
import { writeMoment } from './when.ts';

export type Item = OutputOf<'sync.operations'>['operations'][number];

interface ItemsProps {
  readonly operations: readonly Item[];
  readonly chosen: Item;
  readonly status: SyncStatus | undefined;
  readonly run: RunSync;
}

export function Items({ operations, chosen, status, run }: ItemsProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const navigate = useNavigate();
  const needed = operations.filter(({ state }) => state !== 'waiting');
  const waiting = operations.filter(({ state }) => state === 'waiting');
  const ordered = [...needed, ...waiting];
  const index = ordered.indexOf(chosen);
  const show = (item: Item | undefined): void => {
    if (item !== undefined) void navigate(`/attention/${item.operationId}`, { replace: true });
  };
  useCommand('attention.previous', () => show(ordered[index - 1]));
  useCommand('attention.next', () => show(ordered[index + 1]));

  const count = needed.length > 0 ? needed.length : waiting.length;
  const word = countWord(count, language);
  return (
    <nav className="items" aria-label={t('attention.list')}>
      <h1>
        {needed.length > 0 ? t('attention.things', { count, word }) : t('attention.waitingOnly', { count, word })}
      </h1>
      {status !== undefined && (
        <p className="soft">
          {status.problem === null ? t('attention.rest', { count: status.applied }) : say(status.problem)}
        </p>
      )}
      <p className="items-do">
        <CommandButton command="attention.runSync" onRun={run.run} isPending={run.isRunning}>
          {t('attention.runSync')}
        </CommandButton>
      </p>
      {run.error !== null && <TroubleBar error={run.error} onClose={run.clear} />}
      <ItemList items={needed} chosen={chosen} />
      {needed.length > 0 && waiting.length > 0 && <h2>{t('attention.waitingSection')}</h2>}
      <ItemList items={waiting} chosen={chosen} />
    </nav>
  );
}

function ItemList({ items, chosen }: { readonly items: readonly Item[]; readonly chosen: Item }) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { today } = useSession();
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((item) => (
        <li key={item.operationId}>
          <Link
            to={`/attention/${item.operationId}`}
            replace
            className={item.state}
            aria-current={item === chosen ? 'true' : undefined}
          >
            <Icon name={LOOKS[item.state].icon} />
            {item.state === 'waiting' ? (
              <b>
                <bdi>{say(item.donorName)}</bdi>
              </b>
            ) : (
              <b>{t(`attention.states.${item.state}`)}</b>
            )}
            <small>
              {item.state !== 'waiting' && (
                <>
                  <bdi>{say(item.donorName)}</bdi>
                  <br />
                </>
              )}
              {say(item.what)}
              <br />
              {t('attention.since', { when: writeMoment(item.recordedAt, today, language, t) })}
            </small>
          </Link>
        </li>
      ))}
    </ul>
  );
}
