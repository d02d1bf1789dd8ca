/** Vervolgacties: who waits for an answer, since when and until when; answered, handed over or done. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { WorkItem } from '../../../contract/procedures/follow-ups.ts';
import { useTitle } from '../../app/use-document.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { Bar } from '../../parts/bar.tsx';
import { Bones } from '../../parts/bones.tsx';
import { Icon } from '../../parts/icon.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { OneItem } from './one-item.tsx';
import { WorkList } from './work-list.tsx';
import './follow-ups.css';

export function FollowUpsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const textOf = useTroubleText();
  const { key } = useParams();
  const { data, error, refetch } = useAnswer('followups.list', {});
  const [lastDone, setLastDone] = useState<string | null>(null);
  useTitle(t('followUps.title'));
  useCommand('followUps.leave', () => void navigate('/'));

  if (data === undefined) {
    return (
      <>
        <Bar />
        <main className="whole-page">
          {error === null ? (
            <Bones className="bones-frame" />
          ) : (
            <TroublePage level={1} title={t('trouble.title')} text={textOf(error)}>
              <CommandButton command="followUps.again" onRun={() => void refetch()}>
                {t('trouble.tryAgain')}
              </CommandButton>
            </TroublePage>
          )}
        </main>
      </>
    );
  }
  const { items, people } = data;
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
    <>
      <Bar />
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
    </>
  );
}
