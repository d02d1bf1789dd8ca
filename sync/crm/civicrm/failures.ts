/** CiviCRM's ways of failing, told apart by what comes back and not by the HTTP status alone (civicrm-api4.md §3). */
import { CrmFailure } from '../../crm-failure.ts';

/** A page of a web server can be of any size, and be made to take long: its beginning is what a person reads. */
const LONGEST_LOOK = 2_000;

/** What a page says, without its markup. */
export function wordsOfPage(page: string): string {
  return page
    .slice(0, LONGEST_LOOK)
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gis, ' ')
    .replaceAll(/<[^>]*>/g, ' ');
}

/** Enough of the CRM's words for a person to recognise; never a whole page. */
export function shortened(text: string): string {
  const oneLine = text.slice(0, LONGEST_LOOK).replaceAll(/\s+/g, ' ').trim();
  return oneLine.length > 300 ? `${oneLine.slice(0, 299)}…` : oneLine;
}

export function unreachable(cause: unknown): CrmFailure {
  return new CrmFailure(
    'unreachable',
    {
      nl: 'Het CRM antwoordt niet. Alles staat hier veilig; het wordt vanzelf opnieuw geprobeerd.',
      en: 'The CRM does not answer. Everything is safe here; it is tried again by itself.',
    },
    null,
    { cause },
  );
}

export function badCertificate(cause: unknown, code: string): CrmFailure {
  return new CrmFailure(
    'refused',
    {
      nl: 'De beveiliging van de verbinding met het CRM klopt niet (certificaat). Er is niets verstuurd. Vraag de beheerder van het CRM om het certificaat te controleren. Heeft jullie organisatie een eigen certificaatuitgever, geef diens certificaat dan mee bij het koppelen.',
      en: 'The security of the connection to the CRM is not right (certificate). Nothing was sent. Ask the administrator of the CRM to check the certificate. If your organisation has a certificate authority of its own, give its certificate when you connect.',
    },
    code,
    { cause },
  );
}

export function maintenance(): CrmFailure {
  return new CrmFailure('busy', {
    nl: 'Het CRM is in onderhoud. Alles staat hier veilig; het wordt vanzelf opnieuw geprobeerd.',
    en: 'The CRM is under maintenance. Everything is safe here; it is tried again by itself.',
  });
}

/** Something answered at this address, but it is not the API: another address of the same site may be right. */
export class NotCiviCrm extends CrmFailure {}

export function notCiviCrm(words: string): CrmFailure {
  return new NotCiviCrm(
    'busy',
    {
      nl: 'Het CRM antwoordde met een webpagina in plaats van gegevens. Controleer het adres als dit zo blijft.',
      en: 'The CRM answered with a web page instead of data. Check the address if this goes on.',
    },
    shortened(wordsOfPage(words)),
  );
}

export function wrongKey(words: string): CrmFailure {
  return new CrmFailure(
    'refused',
    {
      nl: 'Het CRM kent deze API-sleutel niet, of staat hem niet toe. Vraag de beheerder om een sleutel met het recht "authenticate with api key".',
      en: 'The CRM does not know this API key, or does not allow it. Ask the administrator for a key with the right "authenticate with api key".',
    },
    shortened(words),
  );
}

export function anonymous(): CrmFailure {
  return new CrmFailure('refused', {
    nl: 'Het CRM zag geen API-sleutel bij de vraag en gaf een leeg antwoord. Er is niets veranderd. Een proxy houdt de sleutel misschien tegen; vraag het de beheerder.',
    en: 'The CRM saw no API key with the question and gave an empty answer. Nothing was changed. A proxy may be holding the key back; ask the administrator.',
  });
}

export function pageOutOfOrder(): CrmFailure {
  return new CrmFailure('busy', {
    nl: 'Het CRM gaf dezelfde bladzijde nog eens, of rijen door elkaar. Wat al binnen is, blijft; het wordt vanzelf opnieuw geprobeerd. Gaat het niet over, vraag dan de beheerder of er iets tussen zit dat antwoorden bewaart.',
    en: 'The CRM gave the same page again, or rows out of order. What has come in stays; it is tried again by itself. If it goes on, ask the administrator whether something in between keeps answers.',
  });
}

export function rowsWithoutId(): CrmFailure {
  return new CrmFailure('busy', {
    nl: 'Het CRM gaf rijen die geen rijen zijn. Wat al binnen is, blijft; het wordt vanzelf opnieuw geprobeerd. Gaat het niet over, vraag dan de beheerder of er iets tussen zit dat antwoorden verandert.',
    en: 'The CRM gave rows that are none. What has come in stays; it is tried again by itself. If it goes on, ask the administrator whether something in between changes answers.',
  });
}

/** @param location where it points, when it says so */
export function redirected(location: string | null): CrmFailure {
  const where = location === null || !URL.canParse(location) ? null : new URL(location);
  const to = where === null ? null : shortened(where.origin + where.pathname);
  return new NotCiviCrm('refused', {
    nl: `Het CRM verwijst door naar ${to ?? 'een ander adres'}. Vul dat adres zelf in als het klopt; de sleutel is niet meegestuurd.`,
    en: `The CRM redirects to ${to ?? 'another address'}. Fill in that address yourself if it is right; the key was not sent along.`,
  });
}

export function authxMissing(): CrmFailure {
  return new CrmFailure('refused', {
    nl: 'Hier antwoordt CiviCRM, maar het herkent geen API-sleutels. Vraag de beheerder om de extensie "AuthX" aan te zetten.',
    en: 'CiviCRM answers here, but it recognises no API keys. Ask the administrator to turn on the extension "AuthX".',
  });
}

export function otherOrganisation(known: string, found: string): CrmFailure {
  const of = { nl: found === '' ? 'een andere organisatie' : found, en: found === '' ? 'another organisation' : found };
  return new CrmFailure('refused', {
    nl: `Deze werkplek hoort bij ${known}, maar op dit adres antwoordt het CRM van ${of.nl}. Er is niets verstuurd of opgehaald. Vraag de beheerder of het CRM verhuisd is; maak voor een andere organisatie een nieuwe map.`,
    en: `This workstation belongs to ${known}, but the CRM of ${of.en} answers at this address. Nothing was sent or fetched. Ask the administrator whether the CRM moved; make a new folder for another organisation.`,
  });
}

/** An error that the API itself reports. */
export interface ApiError {
  /** 403, 500 …, as the API sees it: CiviCRM 5.77 puts it into the body of an HTTP 200. */
  readonly status: number;
  readonly message: string;
}

export function apiFailure({ status, message }: ApiError): CrmFailure {
  if (status === 401) return wrongKey(message);
  if (status === 403) {
    return new CrmFailure(
      'forbidden',
      {
        nl: 'De gebruiker van de sleutel mag dit niet in het CRM. Vraag de beheerder om het ontbrekende recht.',
        en: 'The user of the key may not do this in the CRM. Ask the administrator for the missing right.',
      },
      shortened(message),
    );
  }
  return new CrmFailure(
    'busy',
    {
      nl: 'Het CRM meldde een fout van zichzelf. Alles staat hier veilig.',
      en: 'The CRM reported an error of its own. Everything is safe here.',
    },
    shortened(message),
  );
}
