/**
 * Divides donors among callers without any talk: rendezvous hashing. Every pair of donor and caller has a weight that
 * anybody can work out; the caller with the highest weight has the donor. Two workstations that know the same callers
 * never share a donor, a new donor moves nobody else, and a new caller takes only her own share. A donor who has talked
 * with one of them before is that one's: nobody likes to tell the same story to another voice.
 */

/** CRM contact of a donor → CRM contact of whoever talked with her last. What the CRM knows, so that all know the same. */
export type EarlierCallers = ReadonlyMap<number, number>;

const NOBODY: EarlierCallers = new Map();

/** The donors of `donors` that fall to `me`. @param callers CRM contacts of the others; `me` is always one of them */
export function ownPart<Donor extends { readonly crmId: number | null }>(
  donors: readonly Donor[],
  me: number | null,
  callers: ReadonlySet<number>,
  earlier: EarlierCallers = NOBODY,
): readonly Donor[] {
  // A donor from a file, or a caller whom no CRM knows: there is nobody to divide with.
  if (me === null) return donors;
  // Of equal weights the lower number has the donor, so that the answer does not depend on the order.
  const all = [...new Set([...callers, me])].toSorted((a, b) => a - b);
  const known = new Set(all);
  return donors.filter(({ crmId }) => {
    if (crmId === null) return true;
    const talkedBefore = earlier.get(crmId);
    return (talkedBefore !== undefined && known.has(talkedBefore) ? talkedBefore : callerOf(crmId, all)) === me;
  });
}

/** The first with the highest weight. */
function callerOf(donorCrmId: number, callers: readonly number[]): number | null {
  let best: number | null = null;
  let bestWeight = -1;
  for (const caller of callers) {
    const weight = weightOf(donorCrmId, caller);
    if (weight > bestWeight) {
      best = caller;
      bestWeight = weight;
    }
  }
  return best;
}

/** The finaliser of MurmurHash3 over both numbers: every bit of either changes about half of the answer's. */
function weightOf(donorCrmId: number, callerCrmId: number): number {
  return mix(mix(donorCrmId) ^ Math.imul(callerCrmId, 0x9e37_79b1)) >>> 0;
}

function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}
