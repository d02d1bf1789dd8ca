import type { Site } from '../site.ts';
import { fillCaptured } from './captured/captured.ts';
import { readCapture } from './captured/read.ts';
import { fillDonorFields } from './donor-fields.ts';
import { fillEvening } from './evening/evening.ts';
import { fillInvented } from './invented/invented.ts';
import { fillOptions } from './options.ts';
import { fillPeople } from './people.ts';

/** What a fresh practice CRM is filled with. */
export type Fill =
  | { readonly kind: 'captured'; readonly directory: string }
  /** The few donors of a first practice evening, who gave two weeks before the day (`YYYY-MM-DD`). */
  | { readonly kind: 'evening'; readonly date: string }
  | {
      readonly kind: 'invented';
      readonly donors: number;
      readonly seed: number;
      /** The day around which the donors live, `YYYY-MM-DD`. */
      readonly date: string;
    };

/** Fills empty tables: the lists and the users always, then what is asked for. */
export async function fillSite(site: Site, fill: Fill | undefined): Promise<void> {
  fillOptions(site);
  if (fill?.kind === 'captured') {
    fillCaptured(site, await readCapture(fill.directory));
    return;
  }
  fillPeople(site);
  fillDonorFields(site);
  if (fill?.kind === 'evening') fillEvening(site, fill.date);
  else if (fill !== undefined) fillInvented(site, fill);
}
