/** A quiet line while the donors come in for the first time: how far it is, and a way to let it wait. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { PullProgress } from '../../contract/procedures/pull.ts';
import { useClient } from '../data/client-context.ts';
import { refreshTopics } from '../data/query-client.ts';
import { useSession } from '../data/session-context.ts';
import { questionOf } from '../data/use-answer.ts';
import './first-pull.css';

const ASK_AGAIN_MILLISECONDS = 2_000;

export function FirstPull() {
  const { t } = useTranslation();
  const { language } = useSession();
  const client = useClient();
  const queryClient = useQueryClient();
  const { data: progress } = useQuery({
    ...questionOf(client, 'sync.progress', {}),
    // Before it begins nothing moves; that it has begun is told by an event.
    refetchInterval: ({ state }) => (state.data?.state === 'first' ? ASK_AGAIN_MILLISECONDS : false),
  });
  const setPaused = useMutation({
    mutationFn: (isPaused: boolean) => client.ask('sync.setPaused', { isPaused }),
    onSettled: () => refreshTopics(queryClient, ['sync']),
  });
  const areListsReady = progress?.listsReady ?? false;
  useEffect(() => {
    if (areListsReady) void refreshTopics(queryClient, ['today']);
  }, [areListsReady, queryClient]);
  if (progress === undefined || progress.state === 'before' || isOver(progress)) return null;
  return (
    <aside className="first-pull" aria-label={t('firstPull.label')}>
      <p>{textOf(progress, language, t)}</p>
      <Button className="quiet" onPress={() => setPaused.mutate(!progress.isPaused)} isPending={setPaused.isPending}>
        {progress.isPaused ? t('firstPull.resume') : t('firstPull.pause')}
      </Button>
    </aside>
  );
}

function isOver(progress: PullProgress | undefined): boolean {
  return progress !== undefined && progress.state === 'done' && !progress.isPaused;
}

function textOf(progress: PullProgress, language: string, t: TFunction): string {
  const { donorsDone, donorsTotal, secondsLeft, listsReady, isPaused, state } = progress;
  if (state === 'done') return t('firstPull.pausedLater');
  const number = new Intl.NumberFormat(language);
  const how = t('firstPull.donors', { done: number.format(donorsDone), total: number.format(donorsTotal ?? 0) });
  const left = isPaused ? t('firstPull.paused') : leftOf(secondsLeft, t);
  return [how, left, listsReady ? t('firstPull.ready') : ''].filter((part) => part !== '').join(' ');
}

function leftOf(secondsLeft: number | null, t: TFunction): string {
  if (secondsLeft === null) return '';
  return secondsLeft < 60
    ? t('firstPull.lessThanMinute')
    : t('firstPull.minutes', { count: Math.ceil(secondsLeft / 60) });
}
