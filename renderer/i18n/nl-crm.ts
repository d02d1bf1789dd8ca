/** What Instellingen says about the CRM, in Dutch. */
export const CRM = {
  title: 'CRM',
  none: 'Deze werkplek heeft nog geen CRM.',
  connect: 'Koppel een CRM',
  practice: 'Dit is een oefenprofiel: de donateurs zijn verzonnen.',
  facts: {
    kind: 'Soort',
    organisation: 'Organisatie',
    address: 'Adres',
    signInAt: 'Inloggen bij',
    user: { civicrm: 'Gebruiker van de sleutel', salesforce: 'Ingelogd als' },
    since: 'Gekoppeld op',
  },
  places: {
    production: 'Gewone Salesforce',
    sandbox: 'Sandbox',
    own: 'Eigen adres van de organisatie',
  },
  look: 'Nakijken of veranderen',
  more: {
    civicrm: 'Bij Koppelen staat wat de sleutel mag en wat er ontbreekt. Een nieuwe sleutel geef je daar ook.',
    salesforce:
      'Salesforce vraagt opnieuw om in te loggen als deze werkplek een maand niet is gebruikt. Wat hier is vastgelegd blijft dan staan, en gaat daarna vanzelf verder.',
  },
  budgetTitle: 'Vragen van vandaag',
  used: '{{used}} van {{most}}',
  percent: '{{share}}% gebruikt',
  now: {
    all: 'Er is ruimte. Dankbel haalt op en verstuurt.',
    now: 'Meer dan {{stop}}% is gebruikt. Dankbel haalt niets meer op. Reserveren, uitkomsten en verzet gaan gewoon door: bellen kan.',
    none: 'Alle vragen zijn op: Salesforce geeft geen antwoord meer. De bellijst is verdeeld over de bellers, zoals zonder netwerk. Alles wacht hier veilig en gaat vanzelf zodra er weer ruimte is.',
  },
  mark: '{{stop}}%: niets ophalen',
  rules:
    'Boven {{stop}}% haalt Dankbel niets meer op: de rest is voor wie er belt, en voor jullie andere koppelingen. Bellen gaat door tot Salesforce zelf niets meer geeft.',
  shared:
    'Salesforce telt de vragen van de laatste 24 uur, van alle programma’s van jullie organisatie samen. Zo blijven de andere ook werken.',
  notYet: 'Nog niet bekend: het staat er na de eerste keer ophalen.',
  notCounted: 'CiviCRM telt geen vragen. Er is geen grens waar Dankbel op hoeft te letten.',
} as const;
