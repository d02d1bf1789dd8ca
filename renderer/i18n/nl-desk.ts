/** What the window around the page says in Dutch. */
export const DESK = {
  now: 'Nu',
  goTo: 'Ga naar',
  notices: {
    'backend-came-back': 'Dankbel viel even uit en is vanzelf weer gestart. Wat je had getypt, staat er nog.',
    'page-came-back':
      'Dit venster viel even uit en is opnieuw geladen. Je notities zijn bewaard; kijk de laatste woorden na.',
  },
  safeLabel: 'Veilige stand',
  safe: 'Veilige stand: er wordt niets opgehaald of verstuurd. Start Dankbel opnieuw om weer te verbinden.',
  linkWaits: 'In het CRM is een donateur aangeklikt. Die wacht tot na dit gesprek.',
  linkPractice: 'In het CRM is een donateur aangeklikt. Stop met oefenen om die te openen.',
  linkOpen: 'Nu openen',
  linkLater: 'Niet openen',
  unknownTitle: 'Deze donateur staat niet op deze werkplek',
  unknownText:
    'In het CRM heeft deze donateur nummer {{number}}. Hier is niemand met dat nummer opgehaald. Kijk in het CRM, of vraag de coördinator welke donateurs op deze werkplek staan.',
} as const;
