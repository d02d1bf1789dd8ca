/** The charity's texts as they are being written: there again when somebody looked elsewhere meanwhile. */
import type { Charity } from '../../../../domain/charity/charity.ts';
import { createStore, useStore } from '../../../data/store.ts';

/** Null while nothing was changed. */
const draft = createStore<Charity | null>(null);

export function useCharityDraft(): Charity | null {
  return useStore(draft);
}

export function changeCharity(next: Charity): void {
  draft.set(next);
}

export function forgetCharityDraft(): void {
  draft.set(null);
}
