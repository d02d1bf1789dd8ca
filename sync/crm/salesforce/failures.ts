/** Salesforce's ways of failing, told apart by `errorCode` and not by the HTTP status (salesforce.md §3). */
import { z } from 'zod';
import type { Sentence } from '../../../domain/language.ts';
import { CrmFailure, SignInNeeded, type CrmFailureKind } from '../../crm-failure.ts';
import { noneLeft } from './budget.ts';

/** One error of an answer; collections call the code `statusCode`. */
const errorSchema = z.object({
  message: z.string().max(20_000).optional(),
  errorCode: z.string().max(200).optional(),
  statusCode: z.string().max(200).optional(),
  fields: z.array(z.string().max(200)).max(500).optional(),
});
export interface SalesforceError {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** The errors in an answer; none in one that has none. */
export function errorsIn(json: unknown): readonly SalesforceError[] {
  const list: readonly unknown[] = Array.isArray(json) ? json : [json];
  return list.slice(0, 20).flatMap((each) => {
    const { success, data } = errorSchema.safeParse(each);
    const code = success ? (data.errorCode ?? data.statusCode) : undefined;
    return success && code !== undefined ? [{ code, message: data.message ?? '', fields: data.fields ?? [] }] : [];
  });
}

/** An error that whoever asked may know a way out of, by its code. */
export class SalesforceFailure extends CrmFailure {
  readonly code: string;
  readonly fields: readonly string[];
  constructor(kind: CrmFailureKind, sentence: Sentence, error: SalesforceError) {
    super(kind, sentence, shortened(`${error.code}: ${error.message}`));
    this.code = error.code;
    this.fields = error.fields;
  }
}

/** The record is gone, or was never there for us. */
const GONE = new Set(['NOT_FOUND', 'ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY', 'INVALID_ID_FIELD']);
/** What it fails with when a field or an object is not there for this user. */
const SCHEMA = new Set(['INVALID_FIELD', 'INVALID_TYPE', 'INVALID_FIELD_FOR_INSERT_UPDATE']);

export function isGone(error: unknown): boolean {
  return error instanceof SalesforceFailure && GONE.has(error.code);
}
export function isSchema(error: unknown): boolean {
  return error instanceof SalesforceFailure && SCHEMA.has(error.code);
}
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof SalesforceFailure && codes.includes(error.code);
}

/** An error that does not say whether anything was written. */
export function isUnsure(error: unknown): boolean {
  return error instanceof CrmFailure && error.kind === 'busy';
}

const SAFE = {
  nl: 'Alles staat hier veilig; het wordt vanzelf opnieuw geprobeerd.',
  en: 'Everything is safe here; it is tried again by itself.',
};

/** What each code means to a person. Those that are not here are errors of Salesforce's own. */
const MEANINGS: Readonly<Record<string, readonly [CrmFailureKind, Sentence]>> = {
  UNABLE_TO_LOCK_ROW: [
    'busy',
    {
      nl: `Iemand anders was juist met dit huishouden bezig in Salesforce. ${SAFE.nl}`,
      en: `Somebody else was just working on this household in Salesforce. ${SAFE.en}`,
    },
  ],
  DUPLICATES_DETECTED: [
    'forbidden',
    {
      nl: 'Een regel tegen dubbelen in Salesforce hield dit tegen: met dit gegeven lijkt de donateur op iemand anders. Vraag de beheerder om te kijken of de twee dezelfde zijn; verstuur daarna opnieuw.',
      en: 'A rule against duplicates in Salesforce stopped this: with this detail the donor looks like somebody else. Ask the administrator to look whether the two are the same; then send again.',
    },
  ],
  DUPLICATE_VALUE: [
    'busy',
    { nl: `Salesforce heeft dit al. ${SAFE.nl}`, en: `Salesforce has this already. ${SAFE.en}` },
  ],
  ENTITY_IS_LOCKED: [
    'busy',
    {
      nl: `Dit staat in Salesforce op slot, want het wacht daar op goedkeuring. ${SAFE.nl}`,
      en: `This is locked in Salesforce, because it waits for approval there. ${SAFE.en}`,
    },
  ],
  INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE: [
    'busy',
    { nl: `Salesforce is in onderhoud. ${SAFE.nl}`, en: `Salesforce is under maintenance. ${SAFE.en}` },
  ],
  ...each(['API_DISABLED_FOR_ORG', 'API_CURRENTLY_DISABLED'], 'refused', {
    nl: 'Deze gebruiker mag Salesforce niet van buitenaf gebruiken. Vraag de beheerder om het recht "API ingeschakeld" (API Enabled), en of de uitgave van Salesforce een API heeft.',
    en: 'This user may not use Salesforce from outside. Ask the administrator for the permission "API Enabled", and whether the edition of Salesforce has an API.',
  }),
  ...each(
    [
      'INSUFFICIENT_ACCESS',
      'INSUFFICIENT_ACCESS_OR_READONLY',
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      'TXN_SECURITY_NO_ACCESS',
    ],
    'forbidden',
    {
      nl: 'Deze gebruiker mag dit niet in Salesforce. Vraag de beheerder om het ontbrekende recht; bij Koppelen staat welk.',
      en: 'This user may not do this in Salesforce. Ask the administrator for the missing permission; Connect says which.',
    },
  ),
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: [
    'forbidden',
    {
      nl: 'Een automatisering van jullie Salesforce hield dit tegen (trigger of flow). Laat de beheerder de woorden hieronder lezen.',
      en: 'An automation of your Salesforce stopped this (trigger or flow). Let the administrator read the words below.',
    },
  ],
  ...each(
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'FIELD_FILTER_VALIDATION_EXCEPTION', 'FIELD_INTEGRITY_EXCEPTION'],
    'forbidden',
    {
      nl: 'Een regel van jullie Salesforce liet dit niet toe. De eigen woorden staan hieronder.',
      en: 'A rule of your Salesforce did not allow this. Its own words stand below.',
    },
  ),
  ...each(
    [
      'REQUIRED_FIELD_MISSING',
      'STRING_TOO_LONG',
      'INVALID_EMAIL_ADDRESS',
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'NUMBER_OUTSIDE_VALID_RANGE',
      'JSON_PARSER_ERROR',
    ],
    'forbidden',
    {
      nl: 'Salesforce neemt deze waarde niet aan: te lang, leeg waar iets moet staan, of niet in de lijst. Kijk de waarde na.',
      en: 'Salesforce does not take this value: too long, empty where something must be, or not in the list. Check the value.',
    },
  ),
  ...each(['OPERATION_TOO_LARGE', 'QUERY_TIMEOUT', 'QUERY_TOO_COMPLICATED'], 'busy', {
    nl: `Deze vraag was te groot voor Salesforce. Het recht "Alles bekijken" (View All) op contacten en activiteiten helpt. ${SAFE.nl}`,
    en: `This question was too large for Salesforce. The permission "View All" on contacts and activities helps. ${SAFE.en}`,
  }),
};

function each(
  codes: readonly string[],
  kind: CrmFailureKind,
  sentence: Sentence,
): Readonly<Record<string, readonly [CrmFailureKind, Sentence]>> {
  return Object.fromEntries(codes.map((code) => [code, [kind, sentence] as const]));
}

export function failureOfError(error: SalesforceError): CrmFailure {
  if (error.code === 'REQUEST_LIMIT_EXCEEDED') return noneLeft();
  if (error.code === 'INVALID_SESSION_ID') return signInAgain();
  const known = Object.hasOwn(MEANINGS, error.code) ? MEANINGS[error.code] : undefined;
  if (known !== undefined) return new SalesforceFailure(known[0], known[1], error);
  if (SCHEMA.has(error.code)) return new SalesforceFailure('busy', missingField(error.fields), error);
  if (GONE.has(error.code)) {
    return new SalesforceFailure(
      'busy',
      { nl: 'Dit staat niet meer in Salesforce.', en: 'This is no longer in Salesforce.' },
      error,
    );
  }
  return new SalesforceFailure(
    'busy',
    {
      nl: `Salesforce meldde een fout van zichzelf. ${SAFE.nl}`,
      en: `Salesforce reported an error of its own. ${SAFE.en}`,
    },
    error,
  );
}

function missingField(fields: readonly string[]): Sentence {
  const nl = fields.length === 0 ? 'Een veld' : `Het veld ${fields.join(', ')}`;
  const en = fields.length === 0 ? 'A field' : `The field ${fields.join(', ')}`;
  return {
    nl: `${nl} is er in Salesforce niet (meer) voor deze gebruiker. Kijk bij Koppelen wat de beheerder moet doen.`,
    en: `${en} is not (any more) there in Salesforce for this user. See Connect for what the administrator must do.`,
  };
}

/** Enough of the CRM's words for a person to recognise; never a whole page. */
export function shortened(text: string): string {
  const oneLine = text.slice(0, 2_000).replaceAll(/\s+/g, ' ').trim();
  return oneLine.length > 300 ? `${oneLine.slice(0, 299)}…` : oneLine;
}

export function unreachable(cause: unknown): CrmFailure {
  return new CrmFailure(
    'unreachable',
    { nl: `Salesforce antwoordt niet. ${SAFE.nl}`, en: `Salesforce does not answer. ${SAFE.en}` },
    null,
    { cause },
  );
}

export function badCertificate(cause: unknown, code: string): CrmFailure {
  return new CrmFailure(
    'refused',
    {
      nl: 'De beveiliging van de verbinding met Salesforce klopt niet (certificaat). Er is niets verstuurd. Vraag de beheerder of er iets tussen deze computer en internet zit.',
      en: 'The security of the connection to Salesforce is not right (certificate). Nothing was sent. Ask the administrator whether something stands between this computer and the internet.',
    },
    code,
    { cause },
  );
}

export function signInAgain(): CrmFailure {
  return new SignInNeeded('refused', {
    nl: 'Salesforce vraagt om opnieuw in te loggen. Dat gebeurt na een maand zonder gebruik, of als de beheerder het vraagt. Een coördinator doet dat bij Koppelen; daarna gaat alles vanzelf verder.',
    en: 'Salesforce asks you to sign in again. That happens after a month without use, or when the administrator asks for it. A coordinator does that at Connect; afterwards everything goes on by itself.',
  });
}

export function webPage(): CrmFailure {
  return new CrmFailure('busy', {
    nl: `Salesforce antwoordde met een webpagina in plaats van gegevens: het is in onderhoud, of er zit iets tussen. ${SAFE.nl}`,
    en: `Salesforce answered with a web page instead of data: it is under maintenance, or something stands in between. ${SAFE.en}`,
  });
}

export function odd(): CrmFailure {
  return new CrmFailure('busy', {
    nl: `Salesforce gaf een antwoord dat niet te lezen is. ${SAFE.nl}`,
    en: `Salesforce gave an answer that cannot be read. ${SAFE.en}`,
  });
}

export function changedMeanwhile(): CrmFailure {
  return new CrmFailure('busy', {
    nl: 'Het veranderde juist in Salesforce. Het wordt vanzelf opnieuw bekeken.',
    en: 'It was just being changed in Salesforce. It is looked at again by itself.',
  });
}

export function otherOrganisation(known: string, found: string): CrmFailure {
  return new CrmFailure('refused', {
    nl: `Deze werkplek hoort bij ${known}, maar nu is ingelogd bij ${found === '' ? 'een andere organisatie' : found}. Er is niets verstuurd of opgehaald. Log in bij de goede organisatie; maak voor een andere een nieuwe map.`,
    en: `This workstation belongs to ${known}, but the sign-in is at ${found === '' ? 'another organisation' : found}. Nothing was sent or fetched. Sign in at the right organisation; make a new folder for another one.`,
  });
}
