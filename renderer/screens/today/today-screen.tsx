/** Vandaag: my list, one donor at a time. */
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CallingLane } from '../../../domain/programmes/programme-id.ts';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { useLane } from '../../data/chosen-lane.ts';
import { useSession } from '../../data/session-context.ts';
import { useFreshClaims } from '../../data/use-fresh-claims.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { Bar } from '../../parts/bar.tsx';
import { Bones } from '../../parts/bones.tsx';
import { FirstPull } from '../../parts/first-pull.tsx';
import { NewsBand } from '../news/news-band.tsx';
import { Aside } from './aside.tsx';
import { Evening } from './evening.tsx';
import { LaneSwitch } from './lane-switch.tsx';
import { NoLane } from './no-lane.tsx';
import { NowAtTheDoor } from './now-at-the-door.tsx';
import { TodayFoot } from './today-foot.tsx';
import { TodayTrouble } from './today-trouble.tsx';
import { useTodayActions } from './use-today-actions.ts';
import './today.css';

export function TodayScreen() {
  const { t } = useTranslation();
  const { lanes } = useSession();
  const lane = useLane();
  const navigate = useNavigate();
  useTitle(t('today.title'));
  useFreshClaims();
  useCommand('today.attention', () => void navigate('/attention'));
  return (
    <>
      <Bar>{lanes.length > 1 && lane !== null && <LaneSwitch lane={lane} />}</Bar>
      <FirstPull />
      <NewsBand />
      {lane === null ? <NoLane /> : <List lane={lane} />}
      <TodayFoot />
    </>
  );
}

function List({ lane }: { readonly lane: CallingLane }) {
  const { data: today, error, isFetching, refetch } = useAnswer('today.get', { lane });
  const actions = useTodayActions(today, isFetching);
  return (
    <>
      <Evening today={today} />
      <main className="today">
        {today !== undefined ? (
          <>
            <NowAtTheDoor today={today} actions={actions} />
            <Aside today={today} actions={actions} />
          </>
        ) : error === null ? (
          <Bones className="door today-bones" />
        ) : (
          <TodayTrouble error={error} onRetry={() => void refetch()} />
        )}
      </main>
    </>
  );
}
