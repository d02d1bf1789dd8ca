/** Herkennen: whom a fundraising site knows beside who she may be in the CRM, one at a time. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useTitle } from '../../app/use-document.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { Bar } from '../../parts/bar.tsx';
import { Bones } from '../../parts/bones.tsx';
import { Icon } from '../../parts/icon.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { OnePerson } from './one-person.tsx';
import { People } from './people.tsx';
import { useMatching } from './use-matching.tsx';
import './matching.css';

export type WaitingKind = 'doubtful' | 'new';

export function MatchingScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const textOf = useTroubleText();
  const [kind, setKind] = useState<WaitingKind>('doubtful');
  const { sourceDonorId } = useParams();
  const { data: queue, error, refetch } = useAnswer('matching.queue', { kind });
  const matching = useMatching();
  useTitle(t('matching.title'));
  useCommand('matching.leave', () => void navigate('/'));

  if (queue === undefined) {
    return (
      <>
        <Bar />
        <main className="whole-page">
          {error === null ? (
            <Bones className="bones-frame" />
          ) : (
            <TroublePage level={1} title={t('trouble.title')} text={textOf(error)}>
              <CommandButton command="matching.again" onRun={() => void refetch()}>
                {t('trouble.tryAgain')}
              </CommandButton>
            </TroublePage>
          )}
        </main>
      </>
    );
  }
  const { people } = queue;
  const asked = sourceDonorId === undefined ? null : Number(sourceDonorId);
  const index = people.findIndex((person) => person.sourceDonorId === asked);
  const chosen = people[Math.max(index, 0)];
  const show = (person: (typeof people)[number] | undefined): void => {
    if (person !== undefined) void navigate(`/matching/${person.sourceDonorId}`, { replace: true });
  };
  const goOn = (): void => show(people[Math.max(index, 0) + 1] ?? people.find((person) => person !== chosen));
  return (
    <>
      <Bar />
      <main className="beside verify matching">
        <People
          queue={queue}
          kind={kind}
          chosen={chosen?.sourceDonorId ?? null}
          onKind={(next) => {
            setKind(next);
            void navigate('/matching', { replace: true });
          }}
          onStep={(by) => show(people[Math.max(index, 0) + by])}
        />
        {chosen === undefined ? (
          <section className="side-one verify-one" aria-label={t('matching.title')}>
            <p className="st ok">
              <Icon name="tick" />
              {t(`matching.nothing.${kind}`)}
            </p>
            <p className="soft">{t('matching.nothingMore')}</p>
            {matching.undo}
          </section>
        ) : (
          <OnePerson
            key={chosen.sourceDonorId}
            sourceDonorId={chosen.sourceDonorId}
            matching={matching}
            onDone={goOn}
          />
        )}
      </main>
    </>
  );
}
