import type { Role } from '../../access/permission.ts';
import type { Site } from '../../site.ts';
import { Inserter } from '../inserter.ts';
import { dayText } from './calendar.ts';
import type { Random } from './random.ts';

/** What the writers of invented donors have in common. */
export class Book {
  readonly site: Site;
  readonly inserter: Inserter;
  readonly random: Random;
  readonly today: number;
  /** When everything was written: the stamp of all rows. */
  readonly now: number;

  constructor(site: Site, random: Random, today: number) {
    this.site = site;
    this.inserter = new Inserter(site.database);
    this.random = random;
    this.today = today;
    this.now = site.time.now();
  }

  /** A moment of a day, as local text. What happened today happened early. */
  moment(day: number, hour = this.random.integer(8, 22)): string {
    const two = (number: number): string => String(number).padStart(2, '0');
    const shown = day === this.today ? 7 : hour;
    return `${dayText(day)} ${two(shown)}:${two(this.random.integer(0, 59))}:${two(this.random.integer(0, 59))}`;
  }

  /** A moment for a column that keeps moments, and none that is still to come. */
  stamp(localText: string): number {
    return Math.min(this.site.time.timestamp(localText), this.now);
  }

  /** The contact of one of the site's users. */
  user(role: Role): number {
    return Number(
      this.site.database.prepare<[string], number>('SELECT contact_id FROM site_user WHERE role = ?').pluck().get(role),
    );
  }

  customField(group: string, name: string): number | null {
    const contact = this.site.catalogue.known('Contact');
    return this.site.catalogue.field(contact, `${group}.${name}`)?.customFieldId ?? null;
  }
}
