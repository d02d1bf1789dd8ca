/** The workstations of the organisation, in Dutch. */
export const WORKSTATIONS = {
  title: 'Werkplekken',
  intro:
    'Elke werkplek meldt zich in het CRM: sinds wanneer er gegevens op staan, hoeveel en welke, en hoe die beveiligd zijn. Van donateurs staat daar niets.',
  none: 'Er heeft zich nog geen werkplek gemeld. Dat gebeurt bij het eerstvolgende contact met het CRM.',
  self: 'deze',
  seen: 'Laatste contact {{when}}',
  unreadable: 'De tekst in het CRM is niet meer te lezen',
  lost: 'Kwijt of gestolen?',
  revokeText:
    'Trek de werkplek in. Bij het eerstvolgende contact verstuurt zij wat nog wachtte, en wist zich dan helemaal. Dat kan niet terug.',
  revoke: 'Trek deze werkplek in',
  sure: 'Alles op de werkplek van {{who}} wordt gewist zodra zij contact heeft. Weet je het zeker?',
  sureSelf:
    'Dit is de werkplek waaraan je nu zit. Alles hier wordt gewist bij het eerstvolgende contact. Weet je het zeker?',
  revokeYes: 'Ja, trek in en wis',
  revokeNo: 'Nee, laat staan',
  after: {
    revoked: 'Ingetrokken. Zodra de werkplek contact heeft, wist zij zich; dan staat dat hier.',
    wiping: 'De werkplek is zich aan het wissen.',
    wiped: 'De werkplek heeft alles gewist.',
  },
  reportTitle: 'Verslag voor de AVG',
  reportText:
    'Wat erop stond, sinds wanneer, hoe het beveiligd was en of het gewist is. Voor de functionaris gegevensbescherming, die binnen 72 uur moet beslissen over een melding.',
  report: 'Bewaar het verslag',
  reportSaved: 'Het verslag is bewaard, als PDF.',
} as const;
