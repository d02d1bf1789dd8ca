/** Instellingen, Logboek: who did what and when, the newest first, and whether the log is whole. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { InputOf, OutputOf } from '../../../../contract/index.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useClient } from '../../../data/client-context.ts';
import { questionOf } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { LogFilter, NO_FILTER, type Filter } from './log-filter.tsx';
import { LogLines } from './log-lines.tsx';
import './log.css';

type Page = OutputOf<'audit.list'>;

export function LogSettings() {
  const { t } = useTranslation();
  const client = useClient();
  const textOf = useTroubleText();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  /** Where each page begins that was turned over; the last one is shown. */
  const [turned, setTurned] = useState<readonly number[]>([]);
  const question: InputOf<'audit.list'> = { ...filter, before: turned.at(-1) ?? null };
  const { data, error } = useQuery({
    ...questionOf(client, 'audit.list', question),
    // Lines come from everything that anybody does: nothing tells of each.
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  // The head of the trail comes with the first page alone.
  const first = useQuery({ ...questionOf(client, 'audit.list', {}), staleTime: 0 });
  const change = (next: Filter): void => {
    setTurned([]);
    setFilter(next);
  };
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t('log.title')}</h2>
        {data === undefined ? (
          error === null ? (
            <Bones className="found-bones" />
          ) : (
            <p role="alert">{textOf(error)}</p>
          )
        ) : (
          <>
            <LogFilter filter={filter} people={data.people} isDonorKnown={data.isDonorKnown} onChange={change} />
            <LogLines page={data} />
            <Turning page={data} turned={turned} onTurn={setTurned} />
          </>
        )}
      </section>
      <section className="settings-effect" aria-label={t('log.wholeTitle')}>
        <h2 className="t">{t('log.wholeTitle')}</h2>
        {first.data?.chain == null ? <Bones className="found-bones" /> : <Whole chain={first.data.chain} />}
        <p className="log-note">{t('log.whatIs')}</p>
        <p className="log-note">{t('log.whatIsNot')}</p>
      </section>
    </>
  );
}

function Whole({ chain }: { readonly chain: NonNullable<Page['chain']> }) {
  const say = useSentence();
  return (
    <p className={chain.isWhole ? 'log-whole' : 'refusal'} {...(chain.isWhole ? {} : { role: 'alert' })}>
      <Icon name={chain.isWhole ? 'tick' : 'triangle'} />
      <span>{say(chain.sentence)}</span>
    </p>
  );
}

interface TurningProps {
  readonly page: Page;
  readonly turned: readonly number[];
  readonly onTurn: (turned: readonly number[]) => void;
}

function Turning({ page, turned, onTurn }: TurningProps) {
  const { t } = useTranslation();
  const { olderThan } = page;
  if (olderThan === null && turned.length === 0) return null;
  return (
    <div className="log-turn">
      {turned.length > 0 && (
        <CommandButton className="btn" command="settings.newer" onRun={() => onTurn(turned.slice(0, -1))}>
          {t('log.newer')}
        </CommandButton>
      )}
      {olderThan !== null && (
        <CommandButton className="btn" command="settings.older" onRun={() => onTurn([...turned, olderThan])}>
          {t('log.older')}
        </CommandButton>
      )}
      {turned.length > 1 && (
        <Button className="btn quiet" onPress={() => onTurn([])}>
          {t('log.newest')}
        </Button>
      )}
    </div>
  );
}
