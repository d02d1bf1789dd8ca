/** Doubt about the domain of a typed e-mail address: a question for the donor, never a refusal. Pure. */
import { editsBetween } from '../matching/edits.ts';

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
  const near = KNOWN_DOMAINS.map((known) => ({ known, distance: slipsBetween(domain, known) }))
    .filter(({ known, distance }) => distance <= (known.length >= SHORTEST_FOR_TWO_CHANGES ? FURTHEST : 1))
    .toSorted((a, b) => a.distance - b.distance);
  return near[0]?.known ?? null;
}

export function withDomain(email: string, domain: string): string {
  return `${email.slice(0, email.lastIndexOf('@') + 1)}${domain}`;
}

/** Letters added, left out or replaced, and neighbours that changed places: one pair, or one besides another mistake. */
function slipsBetween(typed: string, known: string): number {
  const put = Array.from(
    { length: typed.length - 1 },
    (_, at) => 1 + editsBetween(withNeighboursChanged(typed, at), known),
  );
  return Math.min(editsBetween(typed, known), ...put);
}

function withNeighboursChanged(text: string, at: number): string {
  return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
}
