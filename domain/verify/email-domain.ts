/** Doubt about the domain of a typed e-mail address: a question for the donor, never a refusal. Pure. */

/** Where most donors have their mail. */
const KNOWN_DOMAINS = [
  'gmail.com',
  'hotmail.com',
  'hotmail.nl',
  'outlook.com',
  'live.nl',
  'icloud.com',
  'ziggo.nl',
  'kpnmail.nl',
  'planet.nl',
  'xs4all.nl',
  'hetnet.nl',
  'home.nl',
  'casema.nl',
  'upcmail.nl',
  'telfort.nl',
  'yahoo.com',
];
const FURTHEST = 2;
/** Short domains look like too many others. */
const SHORTEST_FOR_TWO_CHANGES = 9;

/** The domain that was probably meant, or null when there is nothing to ask. */
export function doubtedDomain(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (!email.includes('@') || domain === '' || KNOWN_DOMAINS.includes(domain)) return null;
  const near = KNOWN_DOMAINS.map((known) => ({ known, distance: editDistance(domain, known) }))
    .filter(({ known, distance }) => distance <= (known.length >= SHORTEST_FOR_TWO_CHANGES ? FURTHEST : 1))
    .toSorted((a, b) => a.distance - b.distance);
  return near[0]?.known ?? null;
}

export function withDomain(email: string, domain: string): string {
  return `${email.slice(0, email.lastIndexOf('@') + 1)}${domain}`;
}

/** Letters added, left out or replaced, and neighbours that changed places. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      // Before the first letter stands nothing, which is no letter of the other.
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rows[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
          isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}
