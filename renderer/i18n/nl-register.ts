/** The register of postcodes, in Dutch. */
export const REGISTER = {
  group: 'Deze werkplek',
  section: 'Postcoderegister',
  title: 'Postcoderegister',
  intro:
    'Met een register zijn in een gesprek een postcode en een huisnummer genoeg: Dankbel stelt straat en plaats voor, ook zonder netwerk. Zonder register typ je het adres zoals altijd.',
  none: 'Er is nog geen register.',
  known_one: '{{number}} postcode is bekend.',
  known_other: '{{number}} postcodes zijn bekend.',
  sending: 'Het bestand wordt overgenomen: {{percent}}%.',
  reading_one: 'Het wordt gelezen: {{number}} regel tot nu toe. Je kunt gewoon verder werken.',
  reading_other: 'Het wordt gelezen: {{number}} regels tot nu toe. Je kunt gewoon verder werken.',
  loaded_one: 'Klaar: {{number}} regel gelezen.',
  loaded_other: 'Klaar: {{number}} regels gelezen.',
  leftOut_one: '{{number}} regel zonder postcode, straat of plaats is overgeslagen.',
  leftOut_other: '{{number}} regels zonder postcode, straat of plaats zijn overgeslagen.',
  choose: 'Kies een bestand',
  chooseOther: 'Vervang het door een ander bestand',
  tooLarge: 'Dit bestand is groter dan 1 GB. Kies er een met alleen postcode, huisnummer, straat en plaats.',
  fileTitle: 'Het bestand',
  file: 'Een CSV-bestand. De eerste regel noemt de kolommen, in welke volgorde ook; andere kolommen blijven buiten beschouwing.',
  where: 'Het adressenregister van het Kadaster (BAG) is vrij te gebruiken. Dankbel haalt zelf niets op.',
} as const;
