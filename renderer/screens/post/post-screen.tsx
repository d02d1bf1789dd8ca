/** Post: the cards and letters of today, how each looks, on paper with one key, and ticked off. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import { POST_KINDS } from '../../../domain/tasks/post.ts';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { UndoBar } from '../../parts/undo-bar.tsx';
import { AnswerPage } from '../../parts/answer-page.tsx';
import { DueList } from './due-list.tsx';
import { Piece } from './piece.tsx';
import { PrintAll } from './print-all.tsx';
import { SentList } from './sent-list.tsx';
import { usePost } from './use-post.ts';
import './post.css';

export function PostScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const answer = useAnswer('post.list', {});
  useTitle(t('post.title'));
  useCommand('post.leave', () => void navigate('/'));
  return <AnswerPage answer={answer}>{(data) => <Loaded list={data} />}</AnswerPage>;
}

function Loaded({ list }: { readonly list: OutputOf<'post.list'> }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<number | null>(null);
  const actions = usePost();
  const { sent } = list;
  // As they stand on the screen: cards first.
  const due = POST_KINDS.flatMap((kind) => list.due.filter((item) => item.kind === kind));
  const found = due.findIndex(({ donorId }) => donorId === wanted);
  const index = Math.max(0, found);
  const chosen = due[index];
  const step = (by: number): void => setWanted(due[index + by]?.donorId ?? chosen?.donorId ?? null);
  useCommand('post.previous', () => step(-1));
  useCommand('post.next', () => step(1));
  const send = (donorIds: readonly number[]): void => {
    // Where the eye is, the next one appears.
    if (donorIds.length === 1) setWanted(due[index + 1]?.donorId ?? due[index - 1]?.donorId ?? null);
    actions.send(donorIds);
  };
  return (
    <main className="beside post">
      <section className="side-list post-list" aria-labelledby="post-title">
        <h1 id="post-title">{t('post.heading', { count: due.length })}</h1>
        {due.length === 0 && <p className="soft">{t('post.empty')}</p>}
        <DueList list={list} chosen={chosen?.donorId ?? null} onChoose={setWanted} />
        <SentList sent={sent} actions={actions} />
      </section>
      <section className="side-one post-piece" aria-label={t('post.piece')}>
        {chosen === undefined ? (
          <p className="soft">{t('post.nothing')}</p>
        ) : (
          <Piece key={chosen.donorId} item={chosen} trouble={list.letterTrouble} actions={actions} onSend={send} />
        )}
      </section>
      <section className="post-do" aria-label={t('post.all')}>
        {actions.error !== null && <TroubleBar error={actions.error} onClose={actions.clear} />}
        {actions.sent.length > 0 && (
          <UndoBar
            text={t('post.ticked', { count: actions.sent.length })}
            action={{ command: 'post.undo', label: t('post.undo'), onRun: () => actions.undo(actions.sent) }}
          />
        )}
        <PrintAll list={list} actions={actions} onSend={send} />
      </section>
    </main>
  );
}
