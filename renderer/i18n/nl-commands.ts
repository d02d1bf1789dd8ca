/** What every command does, in Dutch: the lines of the help sheet. */
export const COMMANDS = {
  help: {
    open: 'Alle toetsen',
  },
  today: {
    call: 'Bel, of ga verder met het gesprek',
    postpone: 'Later op de avond',
    undo: 'Draai de laatste uitkomst terug',
    attention: 'Naar Aandacht',
    lane: 'Wissel van baan',
    retry: 'Probeer nu opnieuw',
  },
  call: {
    dial: 'Bel het nummer',
    dialSecond: 'Bel het tweede nummer',
    previousStep: 'Vorige stap van het gesprek',
    nextStep: 'Volgende stap van het gesprek',
    objectionOffered: 'Ja, bellen mag',
    objectionUsed: 'Ja, bellen stopt',
    objectionNotOffered: 'Nee, niet gezegd',
    notes: 'Schrijf een notitie',
    question: 'Schrijf een vraag op',
    complaint: 'Schrijf een klacht op',
    idea: 'Schrijf een idee op',
    emotion: 'Hoe klonk het, daarna 1 tot 5',
    details: 'Loop de gegevens na',
    previousDetail: 'Vorig gegeven',
    nextDetail: 'Volgend gegeven',
    correct: 'Wijzig het gegeven',
    outcome: 'Kies een uitkomst',
    finish: 'Bewaar de voorgestelde uitkomst en ga door',
    undo: 'Draai het laatste terug',
    leave: 'Terug naar Vandaag, alles blijft bewaard',
  },
  emotion: {
    choose: 'Hoe het klonk',
    close: 'Hoe het klonk: niets kiezen',
  },
  choice: {
    pick: 'Antwoord op de tweede vraag',
    close: 'Terug naar de uitkomsten',
  },
  appointment: {
    save: 'Bewaar de afspraak',
    close: 'Afspraak: terug naar de uitkomsten',
  },
  composer: {
    save: 'Bewaar vraag, klacht of idee',
    close: 'Sluit vraag, klacht of idee, je tekst blijft',
  },
  editor: {
    save: 'Bewaar de correctie',
    close: 'Sluit de correctie, je tekst blijft',
  },
  doubt: {
    yes: 'Twijfel: ja, het voorstel is goed',
    no: 'Twijfel: nee, zo laten',
  },
  attention: {
    previous: 'Vorige',
    next: 'Volgende',
    runSync: 'Probeer alles nu opnieuw',
    retry: 'Verstuur deze opnieuw',
    withdraw: 'Trek deze in',
    type: 'Typ wat klopt, en verstuur dat',
    later: 'Later beslissen',
    leave: 'Terug naar Vandaag',
  },
  conflict: {
    mine: 'Twee waarden: wat hier is opgeschreven, klopt',
    theirs: 'Twee waarden: wat in het CRM staat, klopt',
  },
  withdrawal: {
    confirm: 'Ja, trek deze in',
    close: 'Nee, laat staan',
  },
} as const;
