/** Where somebody chooses other keys, in Dutch. */
export const KEY_SETTINGS = {
  title: 'Toetsen',
  change: 'Pas toetsen aan',
  intro:
    'Kies wat onder je vingers ligt. Het geldt voor jou, op deze werkplek. Cijfers, Enter, Esc en de pijlen zijn overal hetzelfde en blijven zo.',
  choose: '{{command}}: {{key}}, kies een andere',
  press: 'Druk op de nieuwe toets. Met Esc blijft het zoals het was.',
  usual: 'Gewoonlijk {{key}}',
  back: 'Zet terug',
  backOf: '{{command}}: zet terug op {{key}}',
  allBack: 'Zet alle toetsen terug',
  none: 'Alle toetsen zijn zoals ze gewoonlijk zijn.',
  changed_one: 'Eén toets is anders.',
  changed_other: '{{count}} toetsen zijn anders.',
  saved: '{{command}}: nu {{key}}.',
  refused: {
    fixed: '{{key}} is overal hetzelfde en blijft zo. Kies een letter of een teken.',
    impossible: '{{key}} kan niet. Kies een letter, een teken, F2, F4, F8 of F9.',
    types: '{{key}} typt iets in een tekst. Kies Ctrl met een letter, of F2, F4, F8 of F9.',
    taken: '{{key}} is al van: {{command}}. Kies een andere, of geef die eerst een andere toets.',
  },
} as const;
