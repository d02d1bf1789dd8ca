/** The commands of practising, which have no key: no slip of a finger takes somebody away from a call. */
import { useCommand } from '../commands/commands-context.tsx';
import { usePractice } from './use-practice.ts';

export function PracticeCommands() {
  const { begin, leave, isInside } = usePractice();
  useCommand('practice.begin', begin);
  useCommand('practice.leave', isInside ? leave : null);
  return null;
}
