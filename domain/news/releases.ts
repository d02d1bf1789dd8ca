/**
 * What is new in each release, in words for whoever calls with it. The English is what CHANGELOG.md says word for word
 * (a test compares them); what only developers notice stands there alone.
 */
import type { CalendarDay } from '../calendar/day.ts';
import type { Sentence } from '../language.ts';

export interface Release {
  readonly version: string;
  /** Null for the next one, which nobody has yet. */
  readonly day: CalendarDay | null;
  readonly changes: readonly Sentence[];
}

/** Newest first. */
export const RELEASES: readonly Release[] = [
  {
    version: '0.2.0',
    day: null,
    changes: [
      {
        nl: 'Dankbel werkt zichzelf bij: het haalt een nieuwe versie op de achtergrond op en zet die erop als je afsluit. Nooit tijdens een gesprek, nooit zolang er iets op verzending wacht, en altijd met eerst een kopie van de gegevens.',
        en: 'Dankbel keeps itself up to date: it fetches a new version in the background and installs it when you close. Never during a call, never while something waits to be sent, and always with a copy of the data first.',
      },
      {
        nl: 'Na een nieuwe versie staat er een keer op Vandaag wat er nieuw is. Later terugkijken kan met Ctrl+K.',
        en: 'After a new version, Today says once what is new. Look back later with Ctrl+K.',
      },
      {
        nl: 'Koppelen met Salesforce zonder opdracht: kies het bij Koppelen en log in met je browser. Is de inlog verlopen, dan staat er bij Aandacht een knop voor.',
        en: 'Connect to Salesforce without a command: choose it at Connect and sign in in your browser. When the sign-in has expired, Attention has a button for it.',
      },
    ],
  },
  {
    version: '0.1.0',
    day: '2026-11-22',
    changes: [
      {
        nl: 'De bellijst van vandaag: wie je belt en waarom, voor elk belprogramma van de klantreis.',
        en: 'The list of today: whom to call and why, for every programme of the thank-you journey.',
      },
      {
        nl: 'Bellen met één scherm: script, notities die zichzelf bewaren, gegevens nakijken, uitkomsten, en alles is terug te draaien.',
        en: 'Calling with one screen: a script, notes that save themselves, checking details, outcomes, and everything can be taken back.',
      },
      {
        nl: 'Een oefenavond met verzonnen donateurs, een briefing voor de directie, en brieven, kaarten en etiketten op papier.',
        en: 'A practice evening with invented donors, a briefing for directors, and letters, cards and labels on paper.',
      },
      {
        nl: 'Nakijken, opvolging, aandacht, resultaten en een vooruitblik.',
        en: 'Verifying, follow-ups, attention, results and forecast.',
      },
      {
        nl: 'Samenwerken met CiviCRM, ook als er een tijd geen internet is. Twee bellers bellen nooit dezelfde donateur.',
        en: 'Working with CiviCRM, also without internet for a while. Two callers never call the same donor.',
      },
      {
        nl: 'Mensen met een pincode, vergrendelen, een wachtzin, en een logboek dat alleen kan groeien.',
        en: 'People with PINs, locking, a passphrase, and a log that can only grow.',
      },
      {
        nl: 'Bellen via jullie telefooncentrale (VoIPGRID, 3CX, Asterisk of een andere), of met je eigen telefoon.',
        en: 'Calling through your telephone system (VoIPGRID, 3CX, Asterisk or another one), or with your own phone.',
      },
    ],
  },
];
