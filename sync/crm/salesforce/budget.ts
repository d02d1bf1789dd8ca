/**
 * How many questions the organisation may ask in twenty-four hours, all its systems together (salesforce.md §3). The
 * charity's other links live from the same number, so what can wait stops early; what somebody on the phone waits for goes
 * on until Salesforce itself says no (docs/decisions/0051).
 */
import type { ApiBudget } from '../../connector.ts';
import { CrmFailure, PutOff } from '../../crm-failure.ts';

/**
 * - `now`: claims, outcomes, objections and the rest of the outbox, and what nothing can be asked without
 * - `later`: everything that is fetched, newcomers, merges, and a description that is known already
 */
export type Purpose = 'now' | 'later';

/** Of all questions of a day, so much may be gone when what can wait stops. */
const LATER_STOPS_AT = 0.8;
/** Questions that people on the phone need of an evening: ten callers, as measured in docs/decisions/0051. */
export const RESERVE = 5_000;
/** A figure older than this says little: one question is risked to learn a newer one. */
const STALE_AFTER_MILLISECONDS = 15 * 60_000;
/** Questions come back all day long, as those of yesterday are forgotten: so long after a no it is tried again. */
const REFUSED_MILLISECONDS = 60_000;

export interface Budget {
  current(): ApiBudget | null;
  /** Whether a question of this kind may be asked now. */
  allows(purpose: Purpose): boolean;
  /** @throws CrmFailure when a question of this kind has to wait; `PutOff` when that is our own choice */
  require(purpose: Purpose): void;
  /** @param header `Sforce-Limit-Info`, as an answer had it */
  note(header: string | null): void;
  /** The organisation said that there are none left. */
  noteSpent(): void;
}

/** What can wait never touches the reserve, and leaves the charity's other links their share. */
export function laterStopsAt(most: number): number {
  return Math.floor(Math.min(LATER_STOPS_AT * most, Math.max(most - RESERVE, most / 2)));
}

export function createBudget(now: () => number): Budget {
  let known: { readonly used: number; readonly most: number; readonly at: number } | null = null;
  let refusedAt: number | null = null;
  const isWithin = (at: number, milliseconds: number): boolean => {
    const age = now() - at;
    return age >= 0 && age <= milliseconds;
  };
  const isTight = (): boolean => known !== null && known.most > 0 && known.used >= laterStopsAt(known.most);
  const isRefused = (): boolean => refusedAt !== null && isWithin(refusedAt, REFUSED_MILLISECONDS);
  const isPutOff = (): boolean => isTight() && isWithin(known?.at ?? 0, STALE_AFTER_MILLISECONDS);
  return {
    current: () => {
      if (known === null) return null;
      const { used, most } = known;
      return {
        used,
        most,
        stopsAt: laterStopsAt(most),
        allows: refusedAt !== null ? 'none' : isTight() ? 'now' : 'all',
      };
    },
    allows: (purpose) => !isRefused() && (purpose === 'now' || !isPutOff()),
    require: (purpose) => {
      if (isRefused()) throw noneLeft();
      if (purpose === 'later' && known !== null && isPutOff()) throw putOff(known);
    },
    note: (header) => {
      const [, used, most] = /api-usage=(\d{1,12})\/(\d{1,12})/.exec(header ?? '') ?? [];
      if (used === undefined || most === undefined) return;
      known = { used: Number(used), most: Number(most), at: now() };
      if (known.used < known.most) refusedAt = null;
    },
    noteSpent: () => {
      refusedAt = now();
    },
  };
}

function putOff({ used, most }: { readonly used: number; readonly most: number }): PutOff {
  // Not `busy`: nothing else would come through, and an operation is not to be given up because of it.
  return new PutOff('unreachable', {
    nl: `Salesforce heeft vandaag niet veel vragen meer over voor jullie organisatie (${used} van ${most}). Dankbel haalt nu niets op, zodat bellen door kan gaan en andere koppelingen blijven werken. Wat jullie vastleggen gaat gewoon weg; ophalen gaat vanzelf verder.`,
    en: `Salesforce has not many questions left today for your organisation (${used} of ${most}). Dankbel fetches nothing now, so that calling goes on and other links keep working. What you record is sent as usual; fetching goes on by itself.`,
  });
}

/** Salesforce's own no: from then on it is an evening without a network. */
export function noneLeft(): CrmFailure {
  return new CrmFailure('unreachable', {
    nl: 'Salesforce geeft vandaag geen antwoord meer: alle vragen van jullie organisatie zijn op. Alles staat hier veilig. De bellijst is verdeeld, zoals zonder netwerk; bel gerust door. Elke minuut wordt gekeken of er weer ruimte is.',
    en: 'Salesforce answers no more today: all questions of your organisation are used up. Everything is safe here. The call list is divided, as without a network; go on calling. Every minute Dankbel looks whether there is room again.',
  });
}
