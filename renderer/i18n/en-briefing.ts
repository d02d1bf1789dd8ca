/** What the director's briefing says in English. */
export const BRIEFING = {
  title: 'For the director',
  heading_one: '{{count}} call for today',
  heading_other: '{{count}} calls for today',
  empty: 'Nobody is on the director’s list today.',
  list: 'Calls of today',
  page: 'Everything on one page',
  pageOf: 'Page about {{name}}, as it is printed',
  do: 'What you can do with it',
  call: 'To the call',
  callHow: 'The number and the outcomes are there; one key keeps what came of it.',
  print: 'PDF of this page',
  printAll_one: 'PDF of {{count}} page',
  printAll_other: 'PDF of all {{count}} pages',
  card: 'Card by hand',
  remember: 'Remind me of the card',
  remembered: 'Is there as a task for tomorrow',
} as const;
