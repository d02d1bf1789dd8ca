/** The log, in Dutch. */
export const LOG = {
  title: 'Logboek',
  filter: 'Welke regels',
  who: 'Wie',
  everybody: 'Iedereen',
  what: 'Wat',
  everything: 'Alles',
  donor: 'Donateursnummer',
  show: 'Toon',
  unknownDonor: 'Dit nummer kent deze werkplek niet. Een donateur die gewist is, vind je onder Alles.',
  none: 'Er zijn geen regels.',
  nobody: 'Niemand aangemeld:',
  toDonor: 'Naar de donateur',
  older: 'Ouder',
  newer: 'Nieuwer',
  newest: 'Naar het begin',
  wholeTitle: 'Is het logboek heel?',
  whatIs:
    'Hier staat wie buiten de eigen lijst keek, wat er werd meegenomen, wat er aan regels, mensen en koppeling veranderde, wat werd teruggedraaid en wie zich aanmeldde. Elke regel hangt aan de vorige: wat later verandert, valt op.',
  whatIsNot:
    'Van donateurs staat hier alleen het nummer. Wat iemand erbij typte, verdwijnt als de donateur gewist wordt.',
} as const;
