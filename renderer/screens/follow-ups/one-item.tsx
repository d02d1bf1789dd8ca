/** One thing to answer or do: what was said, to whom the answer goes, and the ways to end it. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { wallClock } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import type { WorkItem } from '../../../contract/procedures/follow-ups.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { useSession } from '../../data/session-context.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { DonorName } from '../../parts/donor-name.tsx';
import { Icon } from '../../parts/icon.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { AnswerForm } from './answer-form.tsx';
import { HandOver } from './hand-over.tsx';

interface OneItemProps {
  readonly item: WorkItem;
  readonly people: readonly string[];
  /** What was ended last, and can be taken back from here. */
  readonly lastDone: string | null;
  readonly onDone: () => void;
}

export function OneItem({ item, people, lastDone, onDone }: OneItemProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { today } = useSession();
  const client = useClient();
  const [isHandingOver, setHandingOver] = useState(false);
  const { followUpId, donorId, kind, isClosed, at, by, due, topic, assignee, email, number, answer } = item;
  const close = useMutation({
    mutationFn: async () => {
      if (followUpId !== null) await client.ask('followups.close', { followUpId });
    },
    onSuccess: onDone,
  });
  const reopen = useMutation({ mutationFn: (id: number) => client.ask('followups.reopen', { followUpId: id }) });
  const trouble = [close, reopen].find(({ error }) => error !== null);
  // The one that was just ended is taken back wherever one is by now.
  const undoable = isClosed ? followUpId : lastDone !== null && /^\d+$/.test(lastDone) ? Number(lastDone) : null;
  return (
    <section className="side-one work-one" aria-labelledby="work-donor">
      <header>
        <p className="lbl">
          {t(`followUps.kinds.${kind}`)}
          {topic !== null && `, ${say(topic)}`}
        </p>
        <h2 className="name" id="work-donor">
          <DonorName name={say(item.donorName)} />
        </h2>
        <p className="work-facts">
          <span className={`st ${due.state === 'late' && !isClosed ? 'att' : 'open'}`}>
            <Icon name={due.state === 'late' && !isClosed ? 'triangle' : 'clock'} />
            {due.dayText === null ? say(due.words) : `${say(due.dayText)}, ${say(due.words)}`}
          </span>
          {assignee !== '' && <span>{t('followUps.by', { name: assignee })}</span>}
          {email !== null && <bdi>{email}</bdi>}
          {number !== null && <bdi>{number}</bdi>}
          <Link to={`/donors/${donorId}`}>{t('followUps.donor')}</Link>
        </p>
      </header>
      {kind === 'complaint' && !isClosed && <p className="work-note">{t('followUps.complaintStops')}</p>}
      <blockquote className="work-said">
        <bdi>{say(item.text)}</bdi>
      </blockquote>
      {at !== null && (
        <p className="meta">
          {t('followUps.said', {
            name: by,
            day: writeDay(wallClock(at).day, language, { today }),
            time: wallClock(at).time,
          })}
        </p>
      )}
      {trouble?.error instanceof Error && <TroubleBar error={trouble.error} onClose={() => trouble.reset()} />}
      {answer !== null && (
        <div className="work-answered">
          <p className="st ok">
            <Icon name="tick" />
            {t('followUps.answered', { name: answer.by, day: say(answer.atText) })}
          </p>
          <p className="work-text">
            <bdi>{answer.text}</bdi>
          </p>
        </div>
      )}
      {!isClosed && <AnswerForm item={item} onDone={onDone} />}
      {isHandingOver && followUpId !== null && (
        <HandOver followUpId={followUpId} people={people} current={assignee} onClose={() => setHandingOver(false)} />
      )}
      <div className="work-do">
        {!isClosed && followUpId !== null && !isHandingOver && (
          <CommandButton command="followUps.handOver" onRun={() => setHandingOver(true)}>
            {t('followUps.handOver')}
          </CommandButton>
        )}
        {!isClosed && followUpId !== null && kind !== 'complaint' && (
          <CommandButton command="followUps.close" onRun={() => close.mutate()} isPending={close.isPending}>
            {t('followUps.close')}
          </CommandButton>
        )}
        {undoable !== null && (
          <CommandButton command="followUps.reopen" onRun={() => reopen.mutate(undoable)} isPending={reopen.isPending}>
            {t(isClosed ? 'followUps.reopen' : 'followUps.undo')}
          </CommandButton>
        )}
      </div>
    </section>
  );
}
