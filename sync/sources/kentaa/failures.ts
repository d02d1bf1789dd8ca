/** Kentaa's ways of failing (kentaa.md §1): by the status first, whatever the body is. */
import { SourceFailure } from '../source-failure.ts';

export const unreachable = (cause: unknown): SourceFailure =>
  new SourceFailure(
    'unreachable',
    {
      nl: 'Kentaa antwoordt niet. Het wordt vanzelf opnieuw geprobeerd.',
      en: 'Kentaa does not answer. It is tried again by itself.',
    },
    { cause },
  );

export const badCertificate = (cause: unknown): SourceFailure =>
  new SourceFailure(
    'refused',
    {
      nl: 'De beveiliging van de verbinding met Kentaa klopt niet (certificaat). De sleutel is niet verstuurd. Vraag de beheerder van het netwerk ernaar.',
      en: 'The security of the connection to Kentaa is not right (certificate). The key was not sent. Ask the administrator of the network.',
    },
    { cause },
  );

export const wrongKey = (): SourceFailure =>
  new SourceFailure('refused', {
    nl: 'Kentaa kent deze sleutel niet. Maak er een in het beheer van de actiesite: Integraties, API-gebruikers. Kopieer hem helemaal.',
    en: 'Kentaa does not know this key. Make one in the administration of the site: Integrations, API users. Copy all of it.',
  });

export const forbidden = (): SourceFailure =>
  new SourceFailure('refused', {
    nl: 'Deze sleutel mag dit bij Kentaa niet lezen. Vraag de beheerder van de actiesite om een sleutel met leesrecht.',
    en: 'This key may not read this at Kentaa. Ask the administrator of the site for a key that may read.',
  });

export const redirected = (): SourceFailure =>
  new SourceFailure('refused', {
    nl: 'Dit adres verwijst door naar een ander. De sleutel is niet meegestuurd. Controleer het adres; meestal is het https://api.kentaa.nl/v1.',
    en: 'This address redirects to another. The key was not sent along. Check the address; usually it is https://api.kentaa.nl/v1.',
  });

export const notKentaa = (): SourceFailure =>
  new SourceFailure('busy', {
    nl: 'Er kwam iets anders terug dan gegevens van Kentaa. Het wordt vanzelf opnieuw geprobeerd; controleer het adres als dit zo blijft.',
    en: 'Something else than data of Kentaa came back. It is tried again by itself; check the address if this goes on.',
  });

export const ownError = (): SourceFailure =>
  new SourceFailure('busy', {
    nl: 'Kentaa meldde een fout van zichzelf. Het wordt vanzelf opnieuw geprobeerd.',
    en: 'Kentaa reported an error of its own. It is tried again by itself.',
  });

export const missing = (): SourceFailure =>
  new SourceFailure('missing', {
    nl: 'Dit bestaat niet (meer) bij Kentaa.',
    en: 'This does not exist at Kentaa (any more).',
  });

export const tooMuch = (): SourceFailure =>
  new SourceFailure('limit', {
    nl: 'Er is voor nu genoeg gevraagd aan Kentaa (hoogstens 100 vragen per minuut en 500 per uur). Het gaat vanzelf verder.',
    en: 'Enough was asked of Kentaa for now (100 questions a minute and 500 an hour at most). It goes on by itself.',
  });

export const otherSite = (known: string, found: string): SourceFailure =>
  new SourceFailure('refused', {
    nl: `Deze sleutel hoort bij ${found}, niet bij ${known}. Er is niets gelezen. Voeg ${found} apart toe, of geef de sleutel van ${known}.`,
    en: `This key belongs to ${found}, not to ${known}. Nothing was read. Add ${found} separately, or give the key of ${known}.`,
  });

export const pagesKeepMoving = (): SourceFailure =>
  new SourceFailure('busy', {
    nl: 'De lijst bij Kentaa veranderde steeds terwijl hij werd gelezen. Wat al binnen is, blijft; het wordt vanzelf opnieuw geprobeerd.',
    en: 'The list at Kentaa kept changing while it was read. What came in stays; it is tried again by itself.',
  });
