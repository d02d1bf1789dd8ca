/** What a screen says of a workstation that wiped itself. */
import { writeInstant } from '../audit/chain-sentence.ts';
import type { Instant } from '../calendar/day.ts';
import { sentence, type Sentence } from '../language.ts';

export interface Wiped {
  readonly at: Instant;
  /** Operations that the CRM did not take. */
  readonly lost: number;
}

export function writeWiped({ at, lost }: Wiped): Sentence[] {
  const when = sentence((language) =>
    language === 'nl'
      ? `De coördinator heeft deze werkplek ingetrokken. Op ${writeInstant(at, language)} heeft Dankbel alles gewist wat hier stond.`
      : `The coordinator revoked this workstation. On ${writeInstant(at, language)} Dankbel wiped everything that was here.`,
  );
  const sent: Sentence =
    lost === 0
      ? { nl: 'Wat hier was opgeschreven, staat in het CRM.', en: 'What was recorded here is in the CRM.' }
      : {
          nl: `Het CRM nam ${lost} ${lost === 1 ? 'bewerking' : 'bewerkingen'} niet aan; die zijn weg. Vraag de coördinator.`,
          en: `The CRM did not take ${lost} ${lost === 1 ? 'operation' : 'operations'}; they are gone. Ask the coordinator.`,
        };
  return [when, sent];
}
