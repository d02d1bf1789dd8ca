/** Which tables are handed out to a donor who asks for everything about her, and what each column is called. */
import type { Sentence } from '../language.ts';

/** `cents`: an amount in euro cents; `flag`: 0 or 1; `json`: a value of several parts; `person`: whoever recorded it. */
export const EXPORT_KINDS = ['text', 'number', 'cents', 'day', 'instant', 'flag', 'json', 'person'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export type Column = readonly [kind: ExportKind, nl: string, en: string];

export interface ExportTable {
  readonly title: Sentence;
  /** By the column of the database. */
  readonly columns: Readonly<Record<string, Column>>;
}

const AT: Column = ['instant', 'wanneer', 'when'];
const BY: Column = ['person', 'door', 'by'];
const UNDONE: Column = ['instant', 'teruggedraaid', 'taken back'];

/** In the order in which a donor reads them. */
export const EXPORT_TABLES = {
  donor: {
    title: { nl: 'Wie u bent', en: 'Who you are' },
    columns: {
      crm_id: ['number', 'nummer in het CRM', 'number in the CRM'],
      external_id: ['text', 'donateursnummer', 'donor number'],
      kind: ['text', 'soort', 'kind'],
      first_name: ['text', 'voornaam', 'first name'],
      prefix: ['text', 'tussenvoegsel', 'prefix'],
      surname: ['text', 'achternaam', 'surname'],
      display_name: ['text', 'naam zoals getoond', 'name as shown'],
      gender: ['text', 'geslacht', 'gender'],
      language: ['text', 'taal', 'language'],
      birthday: ['text', 'verjaardag (maand en dag)', 'birthday (month and day)'],
      preferred_part: ['text', 'liefst gebeld', 'prefers to be called'],
      does_not_want_calls: ['flag', 'wil niet gebeld worden', 'does not want calls'],
      does_not_want_email: ['flag', 'wil geen e-mail', 'does not want e-mail'],
      does_not_want_post: ['flag', 'wil geen post', 'does not want post'],
      is_deceased: ['flag', 'overleden', 'deceased'],
      is_removed: ['flag', 'uit het CRM verwijderd', 'removed from the CRM'],
    },
  },
  donor_phone: {
    title: { nl: 'Telefoonnummers', en: 'Phone numbers' },
    columns: {
      raw: ['text', 'nummer', 'number'],
      kind: ['text', 'soort', 'kind'],
      location: ['text', 'plaats', 'location'],
      is_primary: ['flag', 'eerste', 'first'],
    },
  },
  donor_email: {
    title: { nl: 'E-mailadressen', en: 'E-mail addresses' },
    columns: {
      email: ['text', 'adres', 'address'],
      location: ['text', 'plaats', 'location'],
      is_primary: ['flag', 'eerste', 'first'],
      is_on_hold: ['flag', 'komt niet aan', 'does not arrive'],
    },
  },
  donor_address: {
    title: { nl: 'Adressen', en: 'Addresses' },
    columns: {
      street: ['text', 'straat en nummer', 'street and number'],
      postcode: ['text', 'postcode', 'postcode'],
      town: ['text', 'plaats', 'town'],
      country: ['text', 'land', 'country'],
      location: ['text', 'soort', 'kind'],
      is_primary: ['flag', 'eerste', 'first'],
    },
  },
  gift: {
    title: { nl: 'Giften', en: 'Gifts' },
    columns: {
      day: ['day', 'dag', 'day'],
      amount: ['cents', 'bedrag', 'amount'],
      status: ['text', 'stand', 'state'],
      project: ['text', 'project', 'project'],
      source: ['text', 'herkomst', 'source'],
    },
  },
  mandate: {
    title: { nl: 'Machtigingen', en: 'Mandates' },
    columns: {
      start_day: ['day', 'vanaf', 'from'],
      amount: ['cents', 'bedrag', 'amount'],
      frequency_interval: ['number', 'elke', 'every'],
      frequency_unit: ['text', 'periode', 'period'],
      status: ['text', 'stand', 'state'],
      cancelled_day: ['day', 'gestopt op', 'stopped on'],
    },
  },
  moment: {
    title: { nl: 'Contactmomenten uit het CRM', en: 'Contact moments from the CRM' },
    columns: {
      at: AT,
      type_name: ['text', 'soort', 'kind'],
      status_name: ['text', 'stand', 'state'],
      subject: ['text', 'onderwerp', 'subject'],
      outcome: ['text', 'uitkomst', 'outcome'],
      number: ['text', 'gebeld nummer', 'number dialled'],
    },
  },
  import_change: {
    title: { nl: 'Hoe het was vóór een import uit een bestand', en: 'How it was before an import from a file' },
    columns: {
      table_name: ['text', 'gegeven', 'detail'],
      what: ['text', 'wat er veranderde', 'what changed'],
      before: ['json', 'hoe het was', 'how it was'],
    },
  },
  donor_group: {
    title: { nl: 'Groepen in het CRM', en: 'Groups in the CRM' },
    columns: { title: ['text', 'groep', 'group'] },
  },
  attempt: {
    title: { nl: 'Gesprekken en belpogingen', en: 'Calls and attempts' },
    columns: {
      at: AT,
      person_id: BY,
      programme: ['text', 'belprogramma', 'programme'],
      outcome: ['text', 'uitkomst', 'outcome'],
      duration_seconds: ['number', 'seconden', 'seconds'],
      number: ['text', 'gebeld nummer', 'number called'],
      notes: ['text', 'aantekening', 'note'],
      objection_answer: ['text', 'recht van verzet', 'right to object'],
      emotion: ['text', 'stemming', 'mood'],
      thumb: ['text', 'duim', 'thumb'],
      nps: ['number', 'cijfer (0 tot 10)', 'score (0 to 10)'],
      legal_basis: ['json', 'grondslag om te bellen', 'legal basis to call'],
      undone_at: UNDONE,
    },
  },
  call_item: {
    title: { nl: 'Plaatsen op een bellijst', en: 'Places on a call list' },
    columns: {
      list_day: ['day', 'lijst van', 'list of'],
      programme: ['text', 'belprogramma', 'programme'],
      reason: ['json', 'waarom', 'why'],
      state: ['text', 'stand', 'state'],
      notes: ['text', 'aantekening', 'note'],
    },
  },
  callback: {
    title: { nl: 'Terugbelafspraken', en: 'Callbacks' },
    columns: {
      made_at: ['instant', 'gemaakt', 'made'],
      promised_day: ['day', 'voor', 'for'],
      promised_time: ['text', 'tijd', 'time'],
    },
  },
  correction: {
    title: { nl: 'Correcties', en: 'Corrections' },
    columns: {
      at: AT,
      person_id: BY,
      field: ['text', 'gegeven', 'detail'],
      body: ['json', 'oud en nieuw', 'old and new'],
      checked_by: ['text', 'nagevraagd', 'checked'],
      undone_at: UNDONE,
    },
  },
  proposal: {
    title: { nl: 'Voorstellen om iets te veranderen', en: 'Proposals to change something' },
    columns: {
      at: AT,
      person_id: BY,
      kind: ['text', 'soort', 'kind'],
      value: ['text', 'waarde', 'value'],
      reason: ['text', 'reden', 'reason'],
      decision: ['text', 'besluit', 'decision'],
    },
  },
  verified_detail: {
    title: { nl: 'Nagekeken gegevens', en: 'Verified details' },
    columns: { at: AT, person_id: BY, detail: ['text', 'gegeven', 'detail'], undone_at: UNDONE },
  },
  wrong_number: {
    title: { nl: 'Nummers die niet kloppen', en: 'Wrong numbers' },
    columns: { number: ['text', 'nummer', 'number'] },
  },
  follow_up: {
    title: { nl: 'Vragen, klachten en ideeën', en: 'Questions, complaints and ideas' },
    columns: {
      at: AT,
      person_id: BY,
      kind: ['text', 'soort', 'kind'],
      text: ['text', 'wat', 'what'],
      topic: ['text', 'onderwerp', 'topic'],
      answer: ['text', 'antwoord', 'answer'],
      answered_at: ['instant', 'beantwoord', 'answered'],
      closed_at: ['instant', 'afgesloten', 'closed'],
    },
  },
  objection: {
    title: { nl: 'Verzet tegen bellen', en: 'Objections to calls' },
    columns: { at: AT, person_id: BY, undone_at: UNDONE },
  },
  consent: {
    title: { nl: 'Toestemmingen om te bellen', en: 'Consents to be called' },
    columns: {
      day: ['day', 'dag', 'day'],
      words: ['text', 'in uw woorden', 'in your words'],
      source: ['text', 'hoe', 'how'],
      person_id: BY,
    },
  },
  email_opt_in: {
    title: { nl: 'Toestemming voor e-mail', en: 'Consent to e-mail' },
    columns: {
      day: ['day', 'dag', 'day'],
      is_given: ['flag', 'gegeven', 'given'],
      words: ['text', 'voorgelezen', 'as read to you'],
      person_id: BY,
      undone_at: UNDONE,
    },
  },
  contact_wish: {
    title: { nl: 'Wensen over contact', en: 'Wishes about contact' },
    columns: {
      at: AT,
      about: ['text', 'waarover', 'about'],
      channel: ['text', 'hoe', 'how'],
      person_id: BY,
      undone_at: UNDONE,
    },
  },
  donor_address_form: {
    title: { nl: 'Aanspreken', en: 'How you are addressed' },
    columns: { at: AT, form: ['text', 'vorm', 'form'] },
  },
  benefit_offer: {
    title: { nl: 'Wat is aangeboden', en: 'What was offered' },
    columns: { at: AT, name: ['text', 'wat', 'what'], answer: ['text', 'antwoord', 'answer'], undone_at: UNDONE },
  },
  journey_step: {
    title: { nl: 'Stappen van bedanken en welkom', en: 'Steps of thanking and welcoming' },
    columns: { at: AT, what: ['text', 'wat', 'what'], undone_at: UNDONE },
  },
  hold_out: {
    title: { nl: 'Loting: wie (nog) niet wordt gebeld, om te meten', en: 'Draw: who is not called, to measure' },
    columns: {
      drawn_at: ['instant', 'geloot', 'drawn'],
      programme: ['text', 'belprogramma', 'programme'],
      is_held: ['flag', 'niet gebeld', 'not called'],
    },
  },
  source_donor: {
    title: { nl: 'Wie u bent op een andere plek', en: 'Who you are at another place' },
    columns: {
      site_id: ['text', 'plek', 'place'],
      file: ['text', 'bestand', 'file'],
      first_name: ['text', 'voornaam', 'first name'],
      infix: ['text', 'tussenvoegsel', 'prefix'],
      last_name: ['text', 'achternaam', 'surname'],
      organisation: ['text', 'organisatie', 'organisation'],
      email: ['text', 'e-mail', 'e-mail'],
      phone: ['text', 'telefoon', 'phone'],
      iban: ['text', 'rekening', 'account'],
      street: ['text', 'straat', 'street'],
      house_number: ['text', 'huisnummer', 'house number'],
      house_number_addition: ['text', 'toevoeging', 'addition'],
      postcode: ['text', 'postcode', 'postcode'],
      town: ['text', 'plaats', 'town'],
      country: ['text', 'land', 'country'],
      birth_date: ['day', 'geboren', 'born'],
      own_number: ['text', 'nummer in het bestand', 'number in the file'],
      delivered_name: ['text', 'naam zoals aangeleverd', 'name as delivered'],
      delivered_postcode: ['text', 'postcode zoals aangeleverd', 'postcode as delivered'],
    },
  },
  source_gift: {
    title: { nl: 'Giften via een andere plek', en: 'Gifts through another place' },
    columns: {
      day: ['day', 'dag', 'day'],
      amount: ['cents', 'bedrag', 'amount'],
      status: ['text', 'stand', 'state'],
      message: ['text', 'uw bericht', 'your message'],
      device: ['text', 'apparaat', 'device'],
    },
  },
  source_recurring: {
    title: { nl: 'Vaste giften via een actieplatform', en: 'Regular gifts through a fundraising platform' },
    columns: {
      start_day: ['day', 'vanaf', 'from'],
      end_day: ['day', 'tot', 'until'],
      amount: ['cents', 'bedrag', 'amount'],
      frequency_interval: ['number', 'elke', 'every'],
      frequency_unit: ['text', 'periode', 'period'],
    },
  },
  source_consent: {
    title: { nl: 'Toestemming en verzet op een andere plek', en: 'Consents and objections at another place' },
    columns: {
      at: AT,
      kind: ['text', 'waarvoor', 'for what'],
      is_granted: ['flag', 'gegeven', 'given'],
      words: ['text', 'tekst', 'text'],
      version: ['text', 'versie', 'version'],
    },
  },
  source_link: {
    title: { nl: 'Hoe wij weten dat u dat bent', en: 'How we know that this is you' },
    columns: { decided_at: AT, decided_by: BY, state: ['text', 'zekerheid', 'certainty'] },
  },
  operation: {
    title: { nl: 'Wat naar het CRM ging of gaat', en: 'What went or goes to the CRM' },
    columns: { recorded_at: AT, kind: ['text', 'soort', 'kind'], state: ['text', 'stand', 'state'] },
  },
  sync_notice: {
    title: { nl: 'Meldingen over uw gegevens', en: 'Notices about your data' },
    columns: { at: AT, sentence: ['json', 'wat', 'what'] },
  },
  audit_words: {
    title: { nl: 'Waarom iemand uw gegevens bekeek', en: 'Why somebody looked at your data' },
    columns: { words: ['text', 'reden', 'reason'] },
  },
} as const satisfies Readonly<Record<string, ExportTable>>;
export type ExportedTable = keyof typeof EXPORT_TABLES;
export const EXPORTED_TABLES = Object.keys(EXPORT_TABLES) as readonly ExportedTable[];
