/**
 * What a workstation tells the CRM of itself: enough for a report when it is lost, and nothing of any donor. It stands
 * in the CRM as words for people with one line for Dankbel, which survives an editor that makes HTML of it: no quotes,
 * no angle brackets, no line breaks.
 */
import { z } from 'zod';
import type { Sentence } from '../language.ts';

/** What holds the key of the data. */
export const KEPT_BY = ['passphrase', 'key-store', 'key-file'] as const;
export type KeptBy = (typeof KEPT_BY)[number];

export const KEPT_BY_NAMES: Readonly<Record<KeptBy, Sentence>> = {
  passphrase: {
    nl: 'versleuteld; de sleutel gaat alleen open met een wachtzin (scrypt), en staat nergens anders',
    en: 'encrypted; the key opens with a passphrase only (scrypt), and lies nowhere else',
  },
  'key-store': {
    nl: 'versleuteld; de sleutel staat in de sleutelbos van het besturingssysteem en gaat open met het wachtwoord van de computer',
    en: 'encrypted; the key is in the key store of the operating system and opens with the password of the computer',
  },
  'key-file': {
    nl: 'versleuteld, maar de sleutel staat als bestand op dezelfde schijf: wie de schijf heeft, kan de gegevens lezen',
    en: 'encrypted, but the key is a file on the same disk: whoever has the disk can read the data',
  },
};

/** Kinds of personal data that can be on a workstation. */
export const HELD_KINDS = [
  'names',
  'addresses',
  'phones',
  'emails',
  'gifts',
  'mandates',
  'contacts',
  'notes',
  'corrections',
] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

export const HELD_KIND_NAMES: Readonly<Record<HeldKind, Sentence>> = {
  names: { nl: 'namen', en: 'names' },
  addresses: { nl: 'adressen', en: 'addresses' },
  phones: { nl: 'telefoonnummers', en: 'telephone numbers' },
  emails: { nl: 'e-mailadressen', en: 'e-mail addresses' },
  gifts: { nl: 'giften (bedrag en datum)', en: 'gifts (amount and date)' },
  mandates: { nl: 'machtigingen (zonder rekeningnummer)', en: 'mandates (without account number)' },
  contacts: { nl: 'contactmomenten', en: 'contact moments' },
  notes: { nl: 'notities van gesprekken', en: 'notes of conversations' },
  corrections: {
    nl: 'correcties en voorstellen, ook van rekeningnummers',
    en: 'corrections and proposals, also of account numbers',
  },
};

const announcementSchema = z.object({
  version: z.string().max(40),
  /** Since when this workstation holds data. */
  since: z.iso.datetime(),
  /** When it was last in contact with the CRM; told once an hour. */
  seen: z.iso.datetime(),
  /** Donors whose details are here now, and the most there ever were. */
  held: z.int().nonnegative(),
  most: z.int().nonnegative(),
  kinds: z.array(z.enum(HELD_KINDS)),
  keptBy: z.enum(KEPT_BY),
  /** Who works or worked on it. */
  people: z.array(z.string().max(200)).max(200),
  /** Number of lines of its log, and the hash of the newest: what a log that is written anew cannot have. */
  trail: z.object({ id: z.int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type Announcement = z.output<typeof announcementSchema>;

const BEGIN = 'dankbel-workstation-1';
const SEPARATOR = ';';

/** One line. */
export function writeAnnouncement(announcement: Announcement): string {
  const { kinds, people, trail, revokedAt, ...plain } = announcement;
  const fields = {
    ...plain,
    kinds: kinds.join('+'),
    people: people.map((name) => encodeURIComponent(name)).join('+'),
    trail: trail === null ? '' : `${trail.id}:${trail.hash}`,
    revokedAt: revokedAt ?? '',
  };
  return `${BEGIN} ${Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join(SEPARATOR)}${SEPARATOR}`;
}

/** Null when there is none in it, or it is not whole. @param text without tags */
export function readAnnouncement(text: string): Announcement | null {
  const start = text.indexOf(`${BEGIN} `);
  if (start === -1) return null;
  const fields = new Map<string, string>();
  for (const part of text.slice(start + BEGIN.length + 1).split(SEPARATOR)) {
    const [, name, value] = /^\s*([a-zA-Z]+)=(\S*)$/.exec(part) ?? [];
    if (name === undefined || value === undefined) break;
    fields.set(name, value);
  }
  const listed = (name: string): readonly string[] => (fields.get(name) ?? '').split('+').filter((part) => part !== '');
  const [, id, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(fields.get('trail') ?? '') ?? [];
  const read = announcementSchema.safeParse({
    version: fields.get('version'),
    since: fields.get('since'),
    seen: fields.get('seen'),
    held: numberOf(fields.get('held')),
    most: numberOf(fields.get('most')),
    kinds: listed('kinds').filter((kind) => HELD_KINDS.some((known) => known === kind)),
    keptBy: fields.get('keptBy'),
    people: listed('people').map(decoded),
    trail: id === undefined ? null : { id: Number(id), hash },
    revokedAt: (fields.get('revokedAt') ?? '') === '' ? null : fields.get('revokedAt'),
  });
  return read.success ? read.data : null;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
