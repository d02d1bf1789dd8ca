/**
 * How many questions the organisation may ask in twenty-four hours, all its systems together (salesforce.md §3). The
 * charity's other links live from the same number: fetching stops first, and an objection goes out as long as it can.
 */
import type { ApiBudget } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';

/** What a question is for; the later ones stop first. */
export type Purpose = 'objection' | 'push' | 'pull';

/** Of all questions of a day, so much may be gone when this kind stops. */
const STOPS_AT: Readonly<Record<Purpose, number>> = { objection: 1, push: 0.95, pull: 0.8 };
/** A figure older than this says little: one question is risked to learn a newer one. */
const STALE_AFTER_MILLISECONDS = 15 * 60_000;

export interface Budget {
  current(): ApiBudget | null;
  /** @throws CrmFailure when a question of this kind has to wait */
  require(purpose: Purpose): void;
  /** @param header `Sforce-Limit-Info`, as an answer had it */
  note(header: string | null): void;
  /** The organisation said that there are none left. */
  noteSpent(): void;
}

export function createBudget(now: () => number): Budget {
  let known: (ApiBudget & { readonly at: number }) | null = null;
  return {
    current: () => (known === null ? null : { used: known.used, most: known.most }),
    require: (purpose) => {
      if (known === null || known.most === 0) return;
      const age = now() - known.at;
      if (age > STALE_AFTER_MILLISECONDS || age < 0) return;
      if (known.used / known.most >= STOPS_AT[purpose]) throw budgetSpent(known);
    },
    note: (header) => {
      const [, used, most] = /api-usage=(\d{1,12})\/(\d{1,12})/.exec(header ?? '') ?? [];
      if (used !== undefined && most !== undefined) known = { used: Number(used), most: Number(most), at: now() };
    },
    noteSpent: () => {
      if (known !== null) known = { ...known, used: known.most, at: now() };
    },
  };
}

export function budgetSpent(known: ApiBudget | null): CrmFailure {
  const nl = known === null ? '' : ` (${known.used} van ${known.most})`;
  const en = known === null ? '' : ` (${known.used} of ${known.most})`;
  // Not `busy`: nothing else would come through, and an operation is not to be given up because of it.
  return new CrmFailure('unreachable', {
    nl: `Salesforce heeft vandaag bijna geen vragen meer over voor jullie organisatie${nl}. Dankbel wacht, zodat andere koppelingen blijven werken. Alles staat hier veilig; het gaat vanzelf verder.`,
    en: `Salesforce has hardly any questions left today for your organisation${en}. Dankbel waits, so that other links keep working. Everything is safe here; it goes on by itself.`,
  });
}
