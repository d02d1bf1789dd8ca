/** Herkennen: whom a fundraising site knows beside who she may be in the CRM, one at a time. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { AnswerPage } from '../../parts/answer-page.tsx';
import { Icon } from '../../parts/icon.tsx';
import { OnePerson } from './one-person.tsx';
import { People } from './people.tsx';
import { useMatching, type Matching } from './use-matching.tsx';
import './matching.css';

export type WaitingKind = 'doubtful' | 'new';

export function MatchingScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [kind, setKind] = useState<WaitingKind>('doubtful');
  const answer = useAnswer('matching.queue', { kind });
  const matching = useMatching();
  useTitle(t('matching.title'));
  useCommand('matching.leave', () => void navigate('/'));

  return (
    <AnswerPage answer={answer} again="matching.again">
      {(queue) => <Waiting queue={queue} kind={kind} onKind={setKind} matching={matching} />}
    </AnswerPage>
  );
}

interface WaitingProps {
  readonly queue: OutputOf<'matching.queue'>;
  readonly kind: WaitingKind;
  readonly onKind: (kind: WaitingKind) => void;
  readonly matching: Matching;
}

function Waiting({ queue, kind, onKind, matching }: WaitingProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { sourceDonorId } = useParams();
  const { people } = queue;
  const asked = sourceDonorId === undefined ? null : Number(sourceDonorId);
  const index = people.findIndex((person) => person.sourceDonorId === asked);
  const chosen = people[Math.max(index, 0)];
  const show = (person: (typeof people)[number] | undefined): void => {
    if (person !== undefined) void navigate(`/matching/${person.sourceDonorId}`, { replace: true });
  };
  const goOn = (): void => show(people[Math.max(index, 0) + 1] ?? people.find((person) => person !== chosen));
  return (
    <main className="beside verify matching">
      <People
        queue={queue}
        kind={kind}
        chosen={chosen?.sourceDonorId ?? null}
        onKind={(next) => {
          onKind(next);
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
        <OnePerson key={chosen.sourceDonorId} sourceDonorId={chosen.sourceDonorId} matching={matching} onDone={goOn} />
      )}
    </main>
  );
}
