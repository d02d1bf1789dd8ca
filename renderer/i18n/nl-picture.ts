/** One picture of a donor, and whom to go by, in Dutch. */
export const PICTURE = {
  title: 'Wat elke plek zegt',
  level: 'Over alle plekken samen: {{level}}.',
  one: 'overal gelijk',
  several_one: '{{count}} waarde',
  several_other: '{{count}} waarden',
  linkedTo: '{{name}} op {{site}}',
  unlink: 'Maak los',
  unlinked: '{{name}} is losgemaakt. Wat daardoor meetelde, telt niet meer mee.',
} as const;

export const TRUST = {
  title: 'Verschillen',
  intro:
    'Het CRM, de actiesites en bestanden kunnen iets anders zeggen over dezelfde donateur. Kies per gegeven wat bovenaan staat.',
  effectTitle: 'Wat dit doet',
  effect:
    'Op de bladzijde van een donateur staat het gegeven dat je kiest bovenaan, met daaronder wat anderen zeggen en wanneer.',
  nothingChanges: 'In het CRM verandert niets. Een gegeven verbeteren doe je in een gesprek of bij Nakijken.',
  saved: 'Bewaard.',
} as const;
