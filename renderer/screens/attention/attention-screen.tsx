/** Aandacht: what a person must decide or should know, and what still waits; one thing at a time. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useTitle } from '../../app/use-document.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { useFreshClaims } from '../../data/use-fresh-claims.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { Bar } from '../../parts/bar.tsx';
import { Bones } from '../../parts/bones.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { AllArrived } from './all-arrived.tsx';
import { Entries } from './entries.tsx';
import type { Entry, SectionsAnswer } from './section.ts';
import { useRunSync } from './use-run-sync.ts';
import { useSections } from './use-sections.ts';
import './attention.css';

export function AttentionScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { operationId: key } = useParams();
  const answer = useSections();
  const { data: status } = useAnswer('sync.status', {});
  const run = useRunSync();
  useTitle(t('attention.title'));
  useFreshClaims();
  useCommand('attention.leave', () => void navigate('/'));

  const entries = answer.sections.flatMap((section) => section.entries);
  const chosen = entries.find((entry) => entry.key === key) ?? entries[0];
  const onLater = (): void => {
    const [first] = entries;
    const next = chosen === undefined ? undefined : (entries[entries.indexOf(chosen) + 1] ?? first);
    void navigate(next === undefined || next === chosen ? '/' : `/attention/${next.key}`, { replace: true });
  };
  return (
    <>
      <Bar />
      {answer.isPending || answer.error !== null ? (
        <NotYet answer={answer} />
      ) : chosen === undefined ? (
        <AllArrived status={status} run={run} />
      ) : (
        <main className="beside">
          <Entries sections={answer.sections} chosen={chosen} status={status} run={run} />
          <Chosen entry={chosen} onLater={onLater} />
        </main>
      )}
    </>
  );
}

function NotYet({ answer }: { readonly answer: SectionsAnswer }) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  return (
    <main className="whole-page">
      {answer.error === null ? (
        <Bones className="bones-frame" />
      ) : (
        <TroublePage level={1} title={t('trouble.title')} text={`${textOf(answer.error)} ${t('trouble.whatToDo')}`}>
          <CommandButton command="attention.runSync" onRun={answer.refetch}>
            {t('trouble.tryAgain')}
          </CommandButton>
        </TroublePage>
      )}
    </main>
  );
}

/** When what was shown is settled, the next one gets the focus that would be lost with it. */
function Chosen({ entry, onLater }: { readonly entry: Entry; readonly onLater: () => void }) {
  const section = useRef<HTMLElement>(null);
  const shown = useRef(entry.key);
  useEffect(() => {
    const isNext = shown.current !== entry.key;
    shown.current = entry.key;
    if (isNext && document.activeElement === document.body) section.current?.focus({ preventScroll: true });
  }, [entry.key]);
  return (
    <section className="side-one one" aria-labelledby="attention-donor" tabIndex={-1} ref={section}>
      <div key={entry.key} className="one-body">
        {entry.show(onLater)}
      </div>
    </section>
  );
}
