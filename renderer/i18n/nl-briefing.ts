/** What the director's briefing says in Dutch. */
export const BRIEFING = {
  title: 'Voor de directie',
  heading_one: '{{count}} gesprek voor vandaag',
  heading_other: '{{count}} gesprekken voor vandaag',
  empty: 'Vandaag staat er niemand op de lijst van de directie.',
  list: 'Gesprekken van vandaag',
  page: 'Alles op één blad',
  pageOf: 'Blad over {{name}}, zoals het wordt gedrukt',
  do: 'Wat je hiermee kunt',
  call: 'Naar het gesprek',
  callHow: 'Daar staan het nummer en de uitkomsten; één toets bewaart wat eruit kwam.',
  print: 'PDF van dit blad',
  printAll_one: 'PDF van {{count}} blad',
  printAll_other: 'PDF van alle {{count}} bladen',
  card: 'Kaart met de hand',
  remember: 'Herinner me aan de kaart',
  remembered: 'Staat klaar als taak voor morgen',
} as const;
