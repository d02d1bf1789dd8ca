/** Vervolgacties: who waits for an answer, since when and until when; answered, handed over or done. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import type { WorkItem } from '../../../contract/procedures/follow-ups.ts';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { AnswerPage } from '../../parts/answer-page.tsx';
import { Icon } from '../../parts/icon.tsx';
import { OneItem } from './one-item.tsx';
import { WorkList } from './work-list.tsx';
import './follow-ups.css';

export function FollowUpsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const answer = useAnswer('followups.list', {});
  useTitle(t('followUps.title'));
  useCommand('followUps.leave', () => void navigate('/'));

  return (
    <AnswerPage answer={answer} again="followUps.again">
      {(work) => <Work work={work} />}
    </AnswerPage>
  );
}

function Work({ work: { items, people } }: { readonly work: OutputOf<'followups.list'> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { key } = useParams();
  const [lastDone, setLastDone] = useState<string | null>(null);
  const open = items.filter(({ isClosed }) => !isClosed);
  const chosen = items.find((item) => item.key === key) ?? open[0] ?? items[0];
  const show = (item: WorkItem | undefined): void => {
    if (item !== undefined) void navigate(`/follow-ups/${item.key}`, { replace: true });
  };
  const onDone = (item: WorkItem): void => {
    setLastDone(item.key);
    show(open[open.indexOf(item) + 1] ?? open.find((each) => each !== item));
  };
  return (
    <main className="beside">
      <WorkList items={items} chosen={chosen} onShow={show} />
      {chosen === undefined ? (
        <section className="side-one work-one" aria-label={t('followUps.title')}>
          <p className="st ok">
            <Icon name="tick" />
            {t('followUps.nothing')}
          </p>
          <p className="soft">{t('followUps.nothingMore')}</p>
        </section>
      ) : (
        <OneItem key={chosen.key} item={chosen} people={people} lastDone={lastDone} onDone={() => onDone(chosen)} />
      )}
    </main>
  );
}
