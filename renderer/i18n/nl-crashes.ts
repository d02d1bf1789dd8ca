/** Foutmeldingen, in Dutch. */
export const CRASHES = {
  title: 'Foutmeldingen',
  intro:
    'Valt een deel van Dankbel uit, dan schrijft het op deze computer op welk deel, hoe, en waar in het programma. Nooit over wie het ging: geen namen, nummers, notities of stukken geheugen.',
  none: 'Er is niets uitgevallen.',
  sent: 'verstuurd',
  save: 'Bewaar als bestand',
  remove: 'Wis deze meldingen',
  whole: 'Alles, woord voor woord',
  sending: 'Versturen',
  nowhere:
    'Dankbel verstuurt niets. Wil je iemand laten meekijken: bewaar de meldingen als bestand en stuur dat zelf. Je beheerder kan een adres vastleggen waar Dankbel ze heen mag sturen.',
  where: 'Je beheerder heeft een adres vastgelegd: {{address}}. Zonder jouw ja gaat er niets heen.',
  yes: 'Ja, verstuur elke melding één keer naar dat adres',
} as const;
