/** What each state of an operation looks like: an icon, and the tone of its word. */
import type { OperationState } from '../../../../domain/operation.ts';
import type { IconName } from '../../../parts/icon.tsx';

export const LOOKS: Readonly<Record<OperationState, { readonly icon: IconName; readonly tone: string }>> = {
  waiting: { icon: 'clock', tone: 'open' },
  conflict: { icon: 'arrows', tone: 'att' },
  rejected: { icon: 'octagon', tone: 'att' },
  applied: { icon: 'tick', tone: 'ok' },
  withdrawn: { icon: 'cross', tone: 'open' },
};
