/** Fundraising platforms, in Dutch. */
export const SOURCES = {
  title: 'Kentaa',
  intro:
    'Wie via een actiesite geeft, komt hier binnen op de dag van de gift: met de actie, de toestemming om te bellen en wat er daarna mee gebeurt. Er wordt alleen gelezen.',
  sites: 'Actiesites',
  own: 'Eigen e-mailadressen',
  ownHow:
    'Wat hiermee op een actiesite wordt gegeven, is een proef: het telt niet als gift en niemand wordt gebeld. Eén per regel, of een heel domein: voorbeeld.nl.',
  ownSave: 'Bewaar de adressen',
  ownSaved: 'Bewaard.',
  another: 'Nog een actiesite toevoegen',
  add: 'Voeg deze actiesite toe',
  address: 'Adres van de API',
  key: 'Sleutel',
  from: 'Lees vanaf',
  fromMore: 'Kies het begin van de actie. Wat daarvoor is gegeven, blijft buiten beeld.',
  noDay: 'Dit is geen dag die bestaat. Schrijf hem als 1-11-2026.',
  lastRead: 'Gelezen {{when}}',
  states: { well: 'werkt', trouble: 'let op', off: 'staat uit', first: 'begint' },
  helpTitle: 'Zo kom je aan een sleutel',
  helpKey:
    'In het beheer van de actiesite: Integraties, API-gebruikers. Maak er een alleen voor Dankbel. Elke actiesite heeft een eigen sleutel.',
  helpReads: 'Dankbel vraagt de naam van de site op en begint dan te lezen. Aan Kentaa wordt nooit iets veranderd.',
  helpCounts:
    'Een gift die ook in het CRM staat, telt één keer. Anonieme giften geven geen belregel, en wie een actie houdt is niet de gever.',
  readNow: 'Lees nu',
  how: 'Zo wordt gelezen',
  enabled: 'Lees deze actiesite elke tien minuten',
  addsNewcomers: 'Zet nieuwe donateurs zelf in het CRM',
  newcomersMore:
    'Uit: een coördinator beslist over ieder die niemand in het CRM is. Aan: zij worden vanzelf een nieuw contact, met naam, adres, e-mail en telefoon.',
  otherKey: 'Andere sleutel',
  keyKept: 'Bewaard',
  saveKey: 'Bewaar de sleutel',
  keySaved: 'De sleutel is bewaard.',
  remove: 'Haal deze actiesite weg',
  removeText:
    'Alles wat van deze site kwam gaat weg ({{gifts}} giften), en telt dan nergens meer. Wat in het CRM staat, blijft.',
  removeYes: 'Ja, haal {{name}} weg',
  removeNo: 'Nee, laat staan',
  facts: {
    last: 'Laatst gelezen',
    never: 'nog niet',
    from: 'Vanaf',
    people: 'Mensen',
    peopleOf: '{{people}}: {{linked}} herkend, {{doubtful}} in twijfel, {{newcomers}} nieuw',
    gifts: 'Giften',
    budget: 'Vragen over',
    budgetOf: 'nog {{left}} dit uur, ook voor andere programma’s met deze sleutel',
    unknown: 'onbekend',
    place: 'Waar',
  },
} as const;
