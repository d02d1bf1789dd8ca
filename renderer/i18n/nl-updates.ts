/** Versions and updates, in Dutch. */
export const UPDATES = {
  section: 'Bijwerken',
  title: 'Bijwerken',
  version: 'Dankbel {{version}}',
  channel: 'Welke versies krijgt deze computer?',
  channels: { stable: 'Gewone versies', beta: 'Proefversies, eerder en minder uitgeprobeerd' },
  channelFixed: 'Je beheerder heeft dit vastgelegd.',
  check: 'Kijk nu',
  install: 'Sluit af, zet erop en start opnieuw',
  newsTitle: 'Wat is er nieuw',
  newsText: 'Per versie, in gewone woorden.',
  newsOpen: 'Lees wat er nieuw is',
  safeTitle: 'Goed om te weten',
  safeText:
    'Een nieuwe versie komt er alleen op als je Dankbel afsluit of hier op de knop drukt. Nooit tijdens een gesprek, nooit zolang er iets op verzending wacht, en altijd met eerst een kopie van de gegevens.',
  backText:
    'Terug naar een oudere versie kan alleen met een kopie van voor het bijwerken. Een oudere Dankbel opent nieuwere gegevens niet, en zegt dat.',
} as const;

export const NEWS = {
  title: 'Wat is er nieuw',
  intro: 'Je werkt nu met Dankbel {{version}}.',
  release: 'Versie {{version}}',
  releaseOn: 'Versie {{version}}, {{day}}',
  band: 'Dankbel is bijgewerkt naar versie {{version}}.',
  read: 'Lees wat er nieuw is',
  later: 'Sluit dit bericht',
} as const;
