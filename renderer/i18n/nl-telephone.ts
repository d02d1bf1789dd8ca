/** The telephone, in Dutch. */
export const TELEPHONE = {
  title: 'Telefoon',
  intro:
    'Wie op B drukt, belt. Kies hier waarmee. Er wordt nooit vanzelf gebeld: iedere keer drukt er een mens op een toets.',
  how: 'Hoe wordt er gebeld?',
  choices: {
    link: 'Met het belprogramma van deze computer',
    voipgrid: 'Voys, of een ander op VoIPGRID',
    'three-cx': '3CX',
    asterisk: 'Asterisk',
    other: 'Een andere centrale',
  },
  choicesMore: {
    link: 'Zoals Teams, een softphone of een gekoppelde mobiel. Er hoeft niets ingesteld te worden.',
    voipgrid: 'Je eigen toestel gaat eerst; neem op, dan wordt de donateur gebeld.',
    'three-cx': 'Vanaf versie 20, met een API-client.',
    asterisk: 'Over ARI. Je toestel gaat eerst, daarna kiest de centrale het nummer.',
    other: 'Elke centrale die over https gevraagd kan worden om te bellen.',
  },
  texts: {
    address: 'Adres',
    user: 'Gebruiker of client-id',
    secret: 'Geheim (sleutel, wachtwoord of e-mail:token)',
    headers: 'Koppen, één per regel',
    body: 'Inhoud',
    endpoint: 'Toestel in Asterisk',
    context: 'Context van het kiesplan',
    callerId: 'Nummer dat de donateur ziet',
  },
  secretKept: 'bewaard; laat leeg om het zo te laten',
  save: 'Bewaar',
  saved: 'Bewaard.',
  helpTitle: 'Goed om te weten',
  helpByHand:
    'Werkt de centrale even niet, dan belt iedereen met P op een eigen toestel. Het gesprek gaat gewoon door.',
  helpDevice:
    'Iedere beller vult zelf in welk toestel van hem of haar is: achter de naam rechtsboven, bij Mijn toestel.',
  helpWords:
    'In adres, koppen en inhoud mag staan: {number} (+31612345678), {digits} (31612345678), {national} (0612345678), {device} (het toestel) en {secret} (alleen in koppen en inhoud).',
  mine: 'Mijn toestel',
  mineText: 'Als je belt, gaat eerst dit toestel. Neem het op, dan wordt de donateur gebeld.',
  mineByLink: 'Deze werkplek belt met het belprogramma van de computer. Je hoeft niets in te vullen.',
  device: 'Toestel, zoals 201',
  ownPhone: 'Met je eigen toestel bellen',
  code: 'Code voor de camera van je mobiel: die belt dit nummer',
  dialByHand: 'Ik bel nu',
  close: 'Sluit',
} as const;
