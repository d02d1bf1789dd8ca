/** The large place on the left: the next donor, or why there is none. */
import type { OutputOf } from '../../../contract/index.ts';
import { useSession } from '../../data/session-context.ts';
import { Bones } from '../../parts/bones.tsx';
import { Closed } from './closed.tsx';
import { Door } from './door.tsx';
import { Empty } from './empty.tsx';
import { Finished } from './finished.tsx';
import type { TodayActions } from './use-today-actions.ts';

interface NowAtTheDoorProps {
  readonly today: OutputOf<'today.get'>;
  readonly actions: TodayActions;
}

export function NowAtTheDoor({ today, actions }: NowAtTheDoorProps) {
  const { lines } = useSession();
  const { next } = today;
  if (actions.isNextComing) return <Bones className="door today-bones" />;
  if (lines.state === 'closed') return <Closed lines={lines} today={today} actions={actions} />;
  if (next !== null) return <Door next={next} actions={actions} />;
  return today.called > 0 ? <Finished today={today} actions={actions} /> : <Empty actions={actions} />;
}
