/** Whose rows a file is to have, as it was chosen; null while it is not whole. */
import type { InputOf } from '../../../contract/index.ts';
import { isCalendarDay } from '../../../domain/calendar/day.ts';

export const OF_WHOM = ['called', 'caller', 'director', 'import', 'all'] as const;
export type OfWhom = (typeof OF_WHOM)[number];

interface Details {
  readonly from: string;
  readonly to: string;
  readonly importId: string | null;
}

export function choiceOf(of: OfWhom, { from, to, importId }: Details): InputOf<'files.export'>['choice'] | null {
  switch (of) {
    case 'called':
      return isCalendarDay(from) && isCalendarDay(to) && from <= to ? { of, from, to } : null;
    case 'import':
      return importId === null ? null : { of, id: Number(importId) };
    case 'all':
      return { of };
    case 'caller':
    case 'director':
      return { of: 'list', lane: of };
  }
}
