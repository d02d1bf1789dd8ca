/** What the CRM shows of a workstation, in words, with the line for Dankbel at the end. */
import type { Announcement } from '../../../domain/workstation/announcement.ts';
import { HELD_KIND_NAMES, KEPT_BY_NAMES, writeAnnouncement } from '../../../domain/workstation/announcement.ts';
import { workstationMark } from '../../../domain/workstation/revocation.ts';

export function workstationLines(id: string, announcement: Announcement): readonly string[] {
  const { held, most, kinds, keptBy, people, since, seen, version } = announcement;
  return [
    `Werkplek van Dankbel ${version}, sinds ${since}, laatst gezien ${seen}.`,
    `Donateurs: ${held} (hoogstens ${most}). Gegevens: ${kinds.map((kind) => HELD_KIND_NAMES[kind].nl).join(', ')}.`,
    `Gegevens zijn ${KEPT_BY_NAMES[keptBy].nl}.`,
    `Mensen: ${people.join(', ')}.`,
    'Kwijt of gestolen? Zet INTREKKEN voor het onderwerp: de werkplek verstuurt wat nog wachtte en wist zich bij het eerstvolgende contact.',
    workstationMark(id),
    writeAnnouncement(announcement),
  ];
}

/** The first is the one whose key it is. */
export function whoOf({ people }: Announcement): string {
  return people[0] ?? '?';
}
