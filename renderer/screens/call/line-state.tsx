/** How the call goes that the telephone system makes, as far as it tells. */
import { useQuery } from '@tanstack/react-query';
import { isOver } from '../../../domain/telephone/line-state.ts';
import { useClient } from '../../data/client-context.ts';
import { questionOf } from '../../data/use-answer.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { useCall } from './call-context.ts';

const EVERY_MILLISECONDS = 1_000;

export function LineState() {
  const { view, memory } = useCall();
  const say = useSentence();
  const { data } = useQuery({
    ...questionOf(useClient(), 'telephone.state', { callItemId: view.callItemId }),
    // With a link the telephone program of the machine shows it.
    enabled: view.startedAt !== null && memory.dialled !== null && view.numbers.some(({ link }) => link === null),
    refetchInterval: ({ state }) => {
      const line = state.data?.state ?? null;
      return line === null || isOver(line) ? false : EVERY_MILLISECONDS;
    },
  });
  const words = data?.words ?? null;
  return <output className="line-state">{words === null ? null : say(words)}</output>;
}
