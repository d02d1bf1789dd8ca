/** What was changed on this screen and not saved yet: it is there again when somebody looked elsewhere meanwhile. */
import { createStore, useStore } from '../../data/store.ts';
import { isNumeric, readTyped, type FieldValue, type FieldView, type SectionView } from './typed-value.ts';

/** For a number the text as it was typed; for the others the value. */
export type Draft = string | boolean | readonly string[];

/** By section and field. */
export type Drafts = Readonly<Record<string, Readonly<Record<string, Draft>>>>;

const NOTHING: Drafts = {};
const drafts = createStore(NOTHING);

export function useDrafts(): Drafts {
  return useStore(drafts);
}

export function changeDraft(section: string, field: string, draft: Draft): void {
  const known = drafts.get();
  drafts.set({ ...known, [section]: { ...known[section], [field]: draft } });
}

export function forgetDrafts(): void {
  drafts.set(NOTHING);
}

export function draftOf(all: Drafts, section: string, field: string): Draft | undefined {
  return all[section]?.[field];
}

type Change = Record<string, Record<string, FieldValue>>;

/** Only what differs from what holds: what is typed back is no change. */
export function changeOf(sections: readonly SectionView[], all: Drafts): Change {
  const change: Change = {};
  for (const { id, fields } of sections) {
    for (const field of fields) {
      const draft = draftOf(all, id, field.id);
      if (draft === undefined) continue;
      const value = valueOf(field, draft);
      if (JSON.stringify(value) !== JSON.stringify(field.value)) change[id] = { ...change[id], [field.id]: value };
    }
  }
  return change;
}

function valueOf(field: FieldView, draft: Draft): FieldValue {
  if (typeof draft === 'boolean') return draft;
  if (typeof draft === 'string') return isNumeric(field) ? readTyped(field, draft) : draft;
  // In the order of the options, so that ticking off and on again is no change.
  return field.options.map(({ id }) => id).filter((id) => draft.includes(id));
}
