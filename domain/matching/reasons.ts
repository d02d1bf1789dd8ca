/** Why matching said what it said, in words: per field what was found, and what stands in the way of being certain. */
import type { Sentence } from '../language.ts';
import type { Evidence, MatchedField, Verdict } from './evidence.ts';
import type { Trap } from './traps.ts';

export const FIELD_NAMES: Readonly<Record<MatchedField, Sentence>> = {
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  iban: { nl: 'Rekeningnummer', en: 'Account number' },
  mobile: { nl: 'Mobiel nummer', en: 'Mobile number' },
  landline: { nl: 'Vast nummer', en: 'Landline' },
  address: { nl: 'Adres', en: 'Address' },
  surname: { nl: 'Achternaam', en: 'Surname' },
  firstName: { nl: 'Voornaam', en: 'First name' },
  organisation: { nl: 'Organisatie', en: 'Organisation' },
  birthday: { nl: 'Geboortedag', en: 'Date of birth' },
  wholeName: { nl: 'Hele naam', en: 'Whole name' },
};

const VERDICT_NAMES: Readonly<Record<Verdict, Sentence>> = {
  same: { nl: 'gelijk', en: 'the same' },
  alike: { nl: 'lijkt erop', en: 'looks alike' },
  part: { nl: 'voor een deel gelijk', en: 'partly the same' },
  initial: { nl: 'voorletter gelijk', en: 'the same initial' },
  nickname: { nl: 'kan een roepnaam zijn', en: 'can be a name at home' },
  near: { nl: 'zelfde postcode, andere deur', en: 'same postcode, another door' },
  only: { nl: 'niemand anders heet zo', en: 'nobody else is called so' },
  rare: { nl: 'niemand anders heeft deze achternaam', en: 'nobody else has this surname' },
  different: { nl: 'verschilt', en: 'different' },
  unknown: { nl: 'niet bekend', en: 'not known' },
};

/** "Gelijk", "Lijkt erop", as it stands beside the two values. */
export function writeVerdict({ verdict }: Evidence): Sentence {
  return VERDICT_NAMES[verdict];
}

export const TRAP_SENTENCES: Readonly<Record<Trap, Sentence>> = {
  family: {
    nl: 'De voornaam is een andere. Een gezin deelt vaak een e-mailadres, een rekening of een telefoon.',
    en: 'The first name is another. A family often shares a mailbox, an account or a telephone.',
  },
  'only-initial': {
    nl: 'Er is alleen een voorletter om te vergelijken. Een huisgenoot kan dezelfde hebben.',
    en: 'There is only an initial to compare. Somebody in the same house can have the same.',
  },
  'first-name-close': {
    nl: 'De voornamen lijken op elkaar: een roepnaam of een tikfout, of een broer of zus.',
    en: 'The first names are close: a name at home or a typing mistake, or a brother or sister.',
  },
  'no-first-name': { nl: 'Er is geen voornaam om te vergelijken.', en: 'There is no first name to compare.' },
  'other-surname': {
    nl: 'De achternaam is een andere: getrouwd of gescheiden, of iemand anders.',
    en: 'The surname is another: married or divorced, or somebody else.',
  },
  'other-birthday': {
    nl: 'De geboortedag is een andere: misschien vader en zoon, of een tikfout.',
    en: 'The date of birth is another: father and son perhaps, or a typing mistake.',
  },
  'only-shared': {
    nl: 'Alleen het huis is gelijk. Wie er woont, deelt adres en vaste telefoon.',
    en: 'Only the house agrees. Who lives there shares the address and the landline.',
  },
  'only-name': {
    nl: 'Alleen de naam is gelijk. Iemand anders kan ook zo heten.',
    en: 'Only the name agrees. Somebody else can be called so too.',
  },
  organisation: {
    nl: 'Een organisatie: het kan een andere vestiging zijn, of iemand die er werkt.',
    en: 'An organisation: it can be another branch, or somebody who works there.',
  },
  'not-a-person': { nl: 'Dit is geen naam van één persoon.', en: 'This is not the name of one person.' },
  deceased: { nl: 'In het CRM staat dat deze donateur is overleden.', en: 'The CRM says that this donor has died.' },
  'second-hand': {
    nl: 'Iemand anders heeft dit ingevuld, niet de gever zelf.',
    en: 'Somebody else filled this in, not the giver.',
  },
  crowd: {
    nl: 'Vijf donateurs of meer hebben dit e-mailadres, deze rekening of dit nummer.',
    en: 'Five donors or more have this mailbox, account or number.',
  },
  several: {
    nl: 'Meer dan één donateur in het CRM past even goed.',
    en: 'More than one donor in the CRM fits as well.',
  },
  'number-of-another': {
    nl: 'In het bestand staat het nummer van deze donateur, maar naam en postcode zijn van iemand anders.',
    en: 'The file has the number of this donor, but name and postcode are somebody else’s.',
  },
};

/** The fields of which there is something to say, those that weigh most first. */
export function tellingEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence
    .filter(({ verdict }) => verdict !== 'unknown')
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points));
}
