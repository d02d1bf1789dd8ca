/** How far an update has come, and how that is said. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Sentence } from '../../domain/language.ts';
import type { UpdateTold, WhyFailed } from './messages.ts';

export type UpdateState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'newest'; readonly at: Instant }
  | { readonly kind: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'failed'; readonly why: WhyFailed; readonly at: Instant };

/** What comes of a state when the main process tells something. */
export function afterTold(told: Exclude<UpdateTold, { told: 'closing' | 'installation' }>, now: Instant): UpdateState {
  switch (told.told) {
    case 'none':
      return { kind: 'newest', at: now };
    case 'found':
      return { kind: 'downloading', version: told.version, percent: 0 };
    case 'downloading':
      return { kind: 'downloading', version: told.version, percent: told.percent };
    case 'ready':
      return { kind: 'ready', version: told.version };
    case 'failed':
      return { kind: 'failed', why: told.why, at: now };
  }
}

const FAILED: Readonly<Record<WhyFailed, Sentence>> = {
  unreachable: {
    nl: 'De plek waar nieuwe versies staan was niet bereikbaar. Dankbel probeert het later vanzelf opnieuw.',
    en: 'The place where new versions are could not be reached. Dankbel tries again later by itself.',
  },
  refused: {
    nl: 'Wat er als nieuwe versie kwam, klopte niet en is weggegooid. Er is niets geïnstalleerd. Vertel het je beheerder als dit blijft.',
    en: 'What came as a new version was not right and was thrown away. Nothing was installed. Tell your administrator if this stays.',
  },
  full: {
    nl: 'De nieuwe versie past niet op de schijf. Maak ruimte; Dankbel probeert het later vanzelf opnieuw.',
    en: 'The new version does not fit on the disk. Make room; Dankbel tries again later by itself.',
  },
};

export function writeState(state: UpdateState): Sentence {
  switch (state.kind) {
    case 'unknown':
      return { nl: 'Er is nog niet gekeken naar een nieuwe versie.', en: 'Nobody has looked for a new version yet.' };
    case 'checking':
      return { nl: 'Dankbel kijkt of er een nieuwe versie is.', en: 'Dankbel is looking for a new version.' };
    case 'newest':
      return { nl: 'Dit is de nieuwste versie.', en: 'This is the newest version.' };
    case 'downloading':
      return {
        nl: `Versie ${state.version} wordt opgehaald: ${state.percent}%.`,
        en: `Version ${state.version} is being fetched: ${state.percent}%.`,
      };
    case 'ready':
      return {
        nl: `Versie ${state.version} staat klaar. Ze komt erop als je Dankbel afsluit.`,
        en: `Version ${state.version} is ready. It is installed when you close Dankbel.`,
      };
    case 'failed':
      return FAILED[state.why];
  }
}
