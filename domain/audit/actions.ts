/**
 * What can stand in the trail, with the sentence that a coordinator reads. A sentence names people of the workstation
 * and a donor by number; it is made when it is read, so that the trail itself holds ids alone.
 */
import { sentence, type Sentence } from '../language.ts';
import { writeCount } from '../write-count.ts';
import { LOOK_REASONS, type LookReason } from './look-reasons.ts';
import { EXPORT_NAMES, type ExportedThing } from './exports.ts';

export const AUDIT_KINDS = ['look', 'export', 'rules', 'decision', 'people', 'sign-in', 'workstation'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export const AUDIT_KIND_NAMES: Readonly<Record<AuditKind, Sentence>> = {
  look: { nl: 'Gekeken buiten de lijst', en: 'Looked outside the list' },
  export: { nl: 'Meegenomen', en: 'Taken out' },
  rules: { nl: 'Regels en teksten', en: 'Rules and texts' },
  decision: { nl: 'Besloten en teruggedraaid', en: 'Decided and undone' },
  people: { nl: 'Mensen en rollen', en: 'People and roles' },
  'sign-in': { nl: 'Aanmelden', en: 'Signing in' },
  workstation: { nl: 'Werkplek en koppeling', en: 'Workstation and connection' },
};

/** What a sentence is made of. */
export interface AuditFacts {
  /** Number of the donor as the charity knows her; null when it was about nobody, or she is no longer here. */
  readonly donor: string | null;
  /** The person of the workstation whom it was done to; null for nobody. */
  readonly other: string | null;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

interface Action {
  readonly kind: AuditKind;
  /** Begins with a verb: it follows the name of who did it. */
  readonly write: (facts: AuditFacts) => Sentence;
}

const says = (nl: string, en: string) => (): Sentence => ({ nl, en });
const onPerson =
  (nl: (name: string) => string, en: (name: string) => string) =>
  ({ other }: AuditFacts): Sentence => ({ nl: nl(other ?? '?'), en: en(other ?? '?') });
const onDonor =
  (nl: string, en: string) =>
  ({ donor }: AuditFacts): Sentence =>
    donor === null ? { nl, en } : { nl: `${nl} (donateur ${donor})`, en: `${en} (donor ${donor})` };

/** A fundraising site, by the name that it had then; absent in lines of before it was kept. */
const onPlatform =
  (nl: string, en: string) =>
  ({ detail: { name } }: AuditFacts): Sentence =>
    typeof name === 'string' ? { nl: `${nl} (${name} op Kentaa)`, en: `${en} (${name} on Kentaa)` } : { nl, en };
/** A place that came from files: its name was typed by somebody and could be of a donor, so that it is not kept. */
const onPlace =
  (nl: string, en: string) =>
  ({ detail: { people } }: AuditFacts): Sentence =>
    typeof people === 'number'
      ? {
          nl: `${nl}, met ${writeCount(people, 'nl')} ${people === 1 ? 'mens' : 'mensen'}`,
          en: `${en}, with ${writeCount(people, 'en')} ${people === 1 ? 'person' : 'people'}`,
        }
      : { nl, en };

const own = <Key extends string>(table: Readonly<Record<Key, Sentence>>, key: unknown): Sentence | null =>
  typeof key === 'string' && Object.hasOwn(table, key) ? table[key as Key] : null;

/** A version of rules or texts that was saved, or taken back. */
const version =
  (nl: string, en: string) =>
  ({ subject }: AuditFacts): Sentence => ({ nl: `${nl}, versie ${subject}`, en: `${en}, version ${subject}` });

const ACTIONS = {
  look: { kind: 'look', write: writeLook },
  export: { kind: 'export', write: writeExport },
  'programmes-saved': { kind: 'rules', write: version('bewaarde de belregels', 'saved the calling rules') },
  'programmes-undone': { kind: 'rules', write: version('draaide de belregels terug', 'took back the calling rules') },
  'charity-saved': { kind: 'rules', write: version('bewaarde teksten en verhalen', 'saved texts and stories') },
  'charity-undone': { kind: 'rules', write: version('draaide de teksten terug', 'took back the texts') },
  'talk-saved': { kind: 'rules', write: version('bewaarde het gesprek', 'saved the conversation') },
  'capacity-saved': {
    kind: 'rules',
    write: says('bewaarde hoeveel er gebeld kan worden', 'saved how many can be called'),
  },
  'telephone-saved': {
    kind: 'workstation',
    write: says('veranderde de telefooncentrale', 'changed the telephone system'),
  },
  'trust-saved': {
    kind: 'rules',
    write: says('veranderde waarop bij gegevens wordt vertrouwd', 'changed which details are trusted'),
  },
  'own-addresses-saved': {
    kind: 'rules',
    write: says('veranderde de eigen e-mailadressen', 'changed the addresses of the own staff'),
  },
  'match-same': {
    kind: 'decision',
    write: onDonor('koppelde iemand van een actieplatform', 'linked somebody of a fundraising platform'),
  },
  'match-other': {
    kind: 'decision',
    write: onDonor('zei dat iemand van een actieplatform een ander is', 'said that somebody of a platform is another'),
  },
  'match-new': {
    kind: 'decision',
    write: says('noemde iemand van een actieplatform nieuw', 'called somebody of a fundraising platform new'),
  },
  'match-unlinked': {
    kind: 'decision',
    write: onDonor('maakte een koppeling met een actieplatform los', 'took a link with a platform away'),
  },
  'match-undone': {
    kind: 'decision',
    write: onDonor('draaide een besluit over een koppeling terug', 'took a decision about a link back'),
  },
  'source-added': {
    kind: 'workstation',
    write: onPlatform('voegde een actieplatform toe', 'added a fundraising platform'),
  },
  'source-changed': {
    kind: 'workstation',
    write: onPlatform('veranderde een actieplatform', 'changed a fundraising platform'),
  },
  'newcomer-added': {
    kind: 'decision',
    write: says('liet een nieuwe donateur in het CRM zetten', 'had a new donor put into the CRM'),
  },
  'source-removed': {
    kind: 'workstation',
    write: onPlatform('haalde een actieplatform weg', 'removed a fundraising platform'),
  },
  'place-removed': {
    kind: 'workstation',
    write: onPlace('haalde een plek uit bestanden weg', 'removed a place that came from files'),
  },
  'update-channel': {
    kind: 'workstation',
    write: ({ subject }) =>
      subject === 'beta'
        ? { nl: 'koos de proefversies van Dankbel', en: 'chose the trial versions of Dankbel' }
        : { nl: 'koos de gewone versies van Dankbel', en: 'chose the usual versions of Dankbel' },
  },
  postcodes: { kind: 'rules', write: says('laadde een postcoderegister', 'loaded a register of postcodes') },
  'lock-minutes': {
    kind: 'rules',
    write: ({ subject }) =>
      subject === 'null'
        ? { nl: 'zette automatisch vergrendelen uit', en: 'switched automatic locking off' }
        : { nl: `zette vergrendelen op ${subject} minuten`, en: `set locking to ${subject} minutes` },
  },
  undo: { kind: 'decision', write: onDonor('draaide een gesprek terug', 'took back a call') },
  withdraw: { kind: 'decision', write: onDonor('trok een bewerking in', 'withdrew an operation') },
  settle: {
    kind: 'decision',
    write: onDonor('besliste over een verschil met het CRM', 'decided about a difference with the CRM'),
  },
  mend: { kind: 'decision', write: onDonor('herstelde een geweigerde correctie', 'mended a refused correction') },
  'take-back': { kind: 'decision', write: onDonor('nam een reservering over', 'took back a claim') },
  'hand-over': { kind: 'decision', write: onDonor('gaf een vervolgactie door', 'handed over a follow-up') },
  reopen: { kind: 'decision', write: onDonor('opende een vervolgactie opnieuw', 'reopened a follow-up') },
  'proposal-yes': { kind: 'decision', write: onDonor('keurde een voorstel goed', 'accepted a proposal') },
  'proposal-no': { kind: 'decision', write: onDonor('wees een voorstel af', 'turned down a proposal') },
  'post-sent': {
    kind: 'decision',
    write: ({ subject }) => ({ nl: `vinkte ${subject} poststukken af`, en: `ticked off ${subject} pieces of post` }),
  },
  'post-undone': {
    kind: 'decision',
    write: ({ subject }) => ({ nl: `draaide ${subject} poststukken terug`, en: `took back ${subject} pieces of post` }),
  },
  erasure: { kind: 'decision', write: says('wiste een donateur', 'erased a donor') },
  'erasure-lifted': { kind: 'decision', write: says('hief een wissing op', 'lifted an erasure') },
  retention: {
    kind: 'decision',
    write: ({ subject }) => ({
      nl: `hield zich aan de bewaartermijnen: ${subject} weg`,
      en: `kept to the terms of retention: ${subject} taken away`,
    }),
  },
  'retention-saved': { kind: 'rules', write: says('bewaarde de bewaartermijnen', 'saved the terms of retention') },
  consent: { kind: 'decision', write: onDonor('legde toestemming vast', 'recorded consent') },
  'person-added': { kind: 'people', write: withRoles('voegde toe:', 'added') },
  'person-changed': { kind: 'people', write: withRoles('veranderde', 'changed') },
  'person-left': {
    kind: 'people',
    write: onPerson(
      (name) => `liet ${name} vertrekken`,
      (name) => `let ${name} leave`,
    ),
  },
  'person-back': {
    kind: 'people',
    write: onPerson(
      (name) => `liet ${name} terugkomen`,
      (name) => `let ${name} come back`,
    ),
  },
  'pin-set': {
    kind: 'people',
    write: onPerson(
      (name) => `gaf ${name} een pincode`,
      (name) => `gave ${name} a PIN`,
    ),
  },
  'pin-removed': {
    kind: 'people',
    write: onPerson(
      (name) => `nam de pincode van ${name} weg`,
      (name) => `took away the PIN of ${name}`,
    ),
  },
  'pin-forgotten': {
    kind: 'people',
    write: onPerson(
      (name) => `de pincode van ${name} werd op de opdrachtregel vergeten`,
      (name) => `the PIN of ${name} was forgotten on the command line`,
    ),
  },
  'recovery-code': { kind: 'people', write: says('maakte een nieuwe herstelcode', 'made a new recovery code') },
  passphrase: { kind: 'people', write: says('stelde de wachtzin in', 'set the passphrase') },
  'sign-in': { kind: 'sign-in', write: says('meldde zich aan', 'signed in') },
  'pin-missed': {
    kind: 'sign-in',
    write: says('een verkeerde pincode onder deze naam', 'a wrong PIN under this name'),
  },
  'pin-changed': { kind: 'sign-in', write: says('koos een andere pincode', 'chose another PIN') },
  recovered: { kind: 'sign-in', write: says('kwam binnen met de herstelcode', 'came in with the recovery code') },
  'code-missed': {
    kind: 'sign-in',
    write: says('een verkeerde herstelcode onder deze naam', 'a wrong recovery code under this name'),
  },
  'passphrase-missed': {
    kind: 'sign-in',
    write: ({ subject }) => ({
      nl: `${subject} keer een verkeerde wachtzin of code voordat de werkplek openging`,
      en: `a wrong passphrase or code, ${subject} times, before the workstation was opened`,
    }),
  },
  connected: { kind: 'workstation', write: says('koppelde het CRM', 'connected the CRM') },
  'profile-emptied': {
    kind: 'workstation',
    write: says('maakte de oefengegevens leeg en koppelde het CRM', 'emptied the practice data and connected the CRM'),
  },
  'statuses-chosen': { kind: 'workstation', write: says('koos statussen van het CRM', 'chose statuses of the CRM') },
  'fields-made': {
    kind: 'workstation',
    write: says('maakte de velden van Dankbel in het CRM', 'made Dankbel’s fields in the CRM'),
  },
  'workstation-revoked': {
    kind: 'workstation',
    write: ({ subject }) => ({ nl: `trok werkplek ${subject} in`, en: `revoked workstation ${subject}` }),
  },
  imported: {
    kind: 'workstation',
    write: says('las donateurs en giften uit bestanden in', 'imported donors and gifts from files'),
  },
  'import-undone': {
    kind: 'workstation',
    write: ({ subject }) => ({ nl: `draaide import ${subject} terug`, en: `took back import ${subject}` }),
  },
  restored: {
    kind: 'workstation',
    write: ({ detail }) => {
      const from = typeof detail['takenAt'] === 'string' ? detail['takenAt'] : null;
      return from === null
        ? { nl: 'de werkplek werd hersteld zonder reservekopie', en: 'the workstation was restored without a snapshot' }
        : {
            nl: `de werkplek werd hersteld uit de reservekopie van ${from}`,
            en: `the workstation was restored from the snapshot of ${from}`,
          };
    },
  },
} as const satisfies Readonly<Record<string, Action>>;

export type AuditAction = keyof typeof ACTIONS;
export const AUDIT_ACTIONS = Object.keys(ACTIONS) as readonly AuditAction[];

/** Of an action of a later version nothing is known but its name. */
export function kindOfAction(action: string): AuditKind | null {
  return isAuditAction(action) ? ACTIONS[action].kind : null;
}

export function actionsOf(kind: AuditKind): readonly AuditAction[] {
  return AUDIT_ACTIONS.filter((action) => ACTIONS[action].kind === kind);
}

/** What was done, to follow the name of who did it. */
export function writeAction(action: string, facts: AuditFacts): Sentence {
  if (!isAuditAction(action)) return { nl: action, en: action };
  const { write }: Action = ACTIONS[action];
  return write(facts);
}

function isAuditAction(action: string): action is AuditAction {
  return Object.hasOwn(ACTIONS, action);
}

function writeLook({ donor, detail }: AuditFacts): Sentence {
  const reason = own(LOOK_REASONS, detail['why'] as LookReason | undefined);
  return sentence((language) => {
    const who = donor ?? (language === 'nl' ? 'die hier niet meer is' : 'who is no longer here');
    const looked = language === 'nl' ? `bekeek donateur ${who}` : `looked at donor ${who}`;
    return reason === null ? looked : `${looked}: ${reason[language].toLowerCase()}`;
  });
}

function writeExport({ donor, detail }: AuditFacts): Sentence {
  const what = own(EXPORT_NAMES, detail['what'] as ExportedThing | undefined) ?? EXPORT_NAMES.other;
  // Of a large file the number of donors is kept, and not who they are.
  const counted = typeof detail['count'] === 'number' ? detail['count'] : 0;
  const taken = Array.isArray(detail['donors']) ? detail['donors'].length : counted;
  const count = taken === 0 ? null : taken;
  return sentence((language) => {
    const nl = language === 'nl';
    const about =
      donor !== null
        ? nl
          ? ` van donateur ${donor}`
          : ` of donor ${donor}`
        : count === null
          ? ''
          : nl
            ? ` van ${count} ${count === 1 ? 'donateur' : 'donateurs'}`
            : ` of ${count} ${count === 1 ? 'donor' : 'donors'}`;
    return `${nl ? 'maakte' : 'made'} ${what[language]}${about}`;
  });
}

function withRoles(nl: string, en: string): (facts: AuditFacts) => Sentence {
  return ({ other, detail }) => {
    const roles = Array.isArray(detail['roles']) ? detail['roles'].map(String) : [];
    return sentence((language) => {
      const names = roles.map((role) => own(ROLE_WORDS, role as keyof typeof ROLE_WORDS)?.[language] ?? role);
      return `${language === 'nl' ? nl : en} ${other ?? '?'}${names.length === 0 ? '' : ` (${names.join(', ')})`}`;
    });
  };
}

const ROLE_WORDS = {
  caller: { nl: 'beller', en: 'caller' },
  director: { nl: 'directeur', en: 'director' },
  verifier: { nl: 'controleur', en: 'verifier' },
  coordinator: { nl: 'coördinator', en: 'coordinator' },
} as const;
