/** The settings of the conversation as they are being written: there again when somebody looked elsewhere meanwhile. */
import type { Talk } from '../../../../domain/talk/talk.ts';
import { createStore, useStore } from '../../../data/store.ts';

/** Null while nothing was changed. */
const draft = createStore<Talk | null>(null);

export function useTalkDraft(): Talk | null {
  return useStore(draft);
}

export function changeTalk(next: Talk): void {
  draft.set(next);
}

export function forgetTalkDraft(): void {
  draft.set(null);
}

/** An id that nothing of the list has yet. */
export function freshId(prefix: string, taken: readonly { readonly id: string }[]): string {
  for (let count = taken.length + 1; ; count += 1) {
    const id = `${prefix}-${count}`;
    if (!taken.some((each) => each.id === id)) return id;
  }
}
