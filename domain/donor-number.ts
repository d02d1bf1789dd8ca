/** The number by which a charity knows a donor. */

/** Who came from a fundraising site or a file carries the mark of her record there: "kentaa:6:donation:418231". */
const MARK_OF_A_RECORD = /^(?:kentaa|file):/;

/** The charity's own number of a donor as people read it; null without one, and for the mark of a record, which is no number to anybody. */
export function ownNumber(externalId: string | null): string | null {
  return externalId === null || MARK_OF_A_RECORD.test(externalId) ? null : externalId;
}
