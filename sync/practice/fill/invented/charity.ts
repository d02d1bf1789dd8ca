import type { Inserter } from '../inserter.ts';

/** What the invented charity tells about its gifts. The id is the place in the list, from 1. */
export interface Campaign {
  readonly id: number;
  readonly title: string;
}

/** The projects and campaigns of the years around a day. */
export function campaignsAround(year: number): readonly Campaign[] {
  const titles = [
    'Zwemles voor ieder kind',
    'Diploma A voor nieuwkomers',
    'Open zwembad in de zomer',
    'Zwemvest op Texel',
    `Voorjaarsactie ${year}`,
    `Najaarsactie ${year}`,
    `Najaarsactie ${year - 1}`,
    `Kerstactie ${year - 1}`,
  ];
  return titles.map((title, index) => ({ id: index + 1, title }));
}

/** Writes the campaigns, with the ids they have in the list. */
export function insertCampaigns(inserter: Inserter, campaigns: readonly Campaign[]): void {
  for (const { id, title } of campaigns) {
    inserter.insert('campaign', { id, title, name: title.replace(/[^a-zA-Z0-9]+/g, '_'), is_active: 1 });
  }
}

/** Actions of donors for the charity: who met it through one of these did not choose it yet. */
export const FRIEND_ACTIONS: readonly string[] = [
  'Zwemmarathon Sneek',
  'Baantjes voor banen',
  'Elfstedenzwemtocht',
  'Sponsorloop groep 8',
  'Verjaardag van Els',
  'Swim to Fight Friesland',
  'Nieuwjaarsduik Scheveningen',
];

export const SOURCES: readonly string[] = ['Website', 'Website', 'Website', 'Overboeking', 'Evenement', 'Mailing'];
export const ORIGINS: readonly string[] = ['web', 'f2f', 'dm', 'event'];
export const PREFERRED_TIMES: readonly string[] = ['ochtend', 'middag', 'avond'];

export const CANCEL_REASONS: readonly string[] = ['Verhuisd', 'Financieel', 'Niet tevreden', 'Ander doel'];

export const CALL_NOTES: readonly string[] = [
  'Prettig gesprek, blij met het verhaal over Amina.',
  'Bedankt voor de gift; wil graag het jaarverslag.',
  'Kort gesproken, was aan het koken.',
  'Vertelde over de kleinkinderen die op zwemles zitten.',
  'Vindt één mailing per jaar genoeg.',
];

export const COMPLAINTS: readonly string[] = [
  'Klacht over incassodatum',
  'Klacht: drie brieven in een week',
  'Klacht over straatwerver',
];
