/** Nakijken: doubtful details by kind, one donor at a time, side by side with what they probably should be. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { InputOf, OutputOf } from '../../../contract/index.ts';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { KeycapOf } from '../../commands/keycap.tsx';
import { useSession } from '../../data/session-context.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { AnswerPage } from '../../parts/answer-page.tsx';
import { OneDonor } from './one-donor.tsx';
import { Queue } from './queue.tsx';
import './verify.css';

export type Kind = InputOf<'verify.queue'>['kind'];

export function VerifyScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>(null);
  const answer = useAnswer('verify.queue', { kind });
  useTitle(t('verify.title'));
  useCommand('verify.leave', () => void navigate('/'));

  return (
    <AnswerPage answer={answer} again="verify.again">
      {(queue) => <Doubtful queue={queue} kind={kind} onKind={setKind} onRefresh={() => answer.refetch()} />}
    </AnswerPage>
  );
}

interface DoubtfulProps {
  readonly queue: OutputOf<'verify.queue'>;
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
  readonly onRefresh: () => Promise<unknown>;
}

function Doubtful({ queue, kind, onKind, onRefresh }: DoubtfulProps) {
  const navigate = useNavigate();
  /** How many stood before whoever is shown. */
  const [place, setPlace] = useState(0);
  const { donorId } = useParams();
  const { donors } = queue;
  const chosen = donorId === undefined ? null : Number(donorId);
  const index = donors.findIndex((donor) => donor.donorId === chosen);
  if (index >= 0 && index !== place) setPlace(index);
  // The address says who is shown: a donor leaves the queue with the last doubt, while somebody is at work on her.
  const [first] = donors;
  if (chosen === null && first !== undefined) return <Navigate to={`/verify/${first.donorId}`} replace />;
  const show = (id: number | undefined): void => {
    if (id !== undefined) void navigate(`/verify/${id}`, { replace: true });
  };
  // Where somebody left the queue, the next one has come.
  const following = index >= 0 ? donors[index + 1] : donors[place];
  const next = (following ?? donors.find((donor) => donor.donorId !== chosen))?.donorId ?? null;
  return (
    <main className="beside verify">
      <Queue
        queue={queue}
        kind={kind}
        chosen={chosen}
        onKind={(chosenKind) => {
          onKind(chosenKind);
          void navigate('/verify', { replace: true });
        }}
        onPrevious={() => show(donors[(index >= 0 ? index : place) - 1]?.donorId)}
        onNext={() => show(following?.donorId)}
      />
      {chosen === null ? (
        <AllDone doneToday={queue.doneToday} onLeave={() => void navigate('/')} />
      ) : (
        <OneDonor
          key={chosen}
          donorId={chosen}
          next={next}
          onFinished={(id) => {
            if (id !== null) show(id);
            else void onRefresh().then(() => navigate('/verify', { replace: true }));
          }}
        />
      )}
    </main>
  );
}

function AllDone({ doneToday, onLeave }: { readonly doneToday: number; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const { roles } = useSession().person;
  return (
    <section className="side-one verify-one" aria-label={t('verify.title')}>
      <h2 className="name">{t('verify.nothing')}</h2>
      <p className="verify-question">
        {doneToday > 0 && t('verify.doneToday', { count: doneToday })} {t('verify.nothingMore')}
      </p>
      {roles.some((role) => role !== 'verifier') && (
        <Button className="btn go" onPress={onLeave}>
          {t('bar.toToday')}
          <KeycapOf command="verify.leave" />
        </Button>
      )}
    </section>
  );
}
