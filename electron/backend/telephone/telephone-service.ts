/** Makes calls through the telephone system, at most one for a call that goes on, and remembers how they go. */
import type { Instant } from '../../../domain/calendar/day.ts';
import type { Sentence } from '../../../domain/language.ts';
import { isOver, type LineState } from '../../../domain/telephone/line-state.ts';
import { isDialable } from '../../../domain/telephone/placeholders.ts';
import type { Store } from '../../../db/store.ts';
import { Refusal } from '../refusal.ts';
import { TelephoneFailure, type TelephoneTrouble } from './ask-system.ts';
import { diallerOf, type Dialler } from './dialler.ts';
import { ownReach } from './own-reach.ts';
import { readDevice, readTelephone } from './system-setting.ts';

export interface TelephoneService {
  /** Whether calls go through a system, and not through a link of the screen. */
  isUsed(): Promise<boolean>;
  /** Nothing without a system. @throws Refusal with what to do when the call was not made */
  dial(call: { readonly callItemId: number; readonly personId: number; readonly number: string }): Promise<void>;
  /** Null when nothing was dialled for this call, or nobody knows how it goes. */
  state(callItemId: number): Promise<LineState | null>;
}

interface Line {
  readonly dialler: Dialler;
  readonly number: string;
  readonly device: string;
  readonly name: string;
  readonly askedAt: Instant;
  state: LineState;
}

/** A second press on the key is no second call. */
const AGAIN_AFTER_MILLISECONDS = 5_000;
/** More than anybody has open on one workstation. */
const MOST_LINES = 50;

export function createTelephoneService(store: Store, now: () => Instant): TelephoneService {
  const reach = ownReach(store);
  const lines = new Map<number, Line>();
  const dialling = new Map<number, Promise<void>>();

  const begin = async (callItemId: number, personId: number, number: string): Promise<void> => {
    const { system, secret } = await readTelephone(store.reader);
    const dialler = diallerOf(system, secret, await reach());
    if (dialler === null) return;
    const device = await readDevice(store.reader, personId);
    if (device === '') throw new Refusal('refused', NO_DEVICE);
    if (!isDialable(number)) throw new Refusal('refused', TROUBLES.number);
    const before = lines.get(callItemId);
    const isSameCall =
      before?.number === number &&
      !isOver(before.state) &&
      Date.parse(now()) - Date.parse(before.askedAt) < AGAIN_AFTER_MILLISECONDS;
    if (isSameCall) return;
    const name = await translated(() => dialler.dial(number, device));
    lines.set(callItemId, { dialler, number, device, name, askedAt: now(), state: 'asked' });
    for (const oldest of [...lines.keys()].slice(0, -MOST_LINES)) lines.delete(oldest);
  };

  return {
    isUsed: async () => (await readTelephone(store.reader)).system.kind !== 'link',
    dial: ({ callItemId, personId, number }) => {
      const running = dialling.get(callItemId);
      if (running !== undefined) return running;
      const work = begin(callItemId, personId, number).finally(() => dialling.delete(callItemId));
      dialling.set(callItemId, work);
      return work;
    },
    state: async (callItemId) => {
      const line = lines.get(callItemId);
      if (line === undefined) return null;
      if (isOver(line.state)) return line.state;
      try {
        const { dialler, number, device, name } = line;
        const found = await dialler.state(number, device, name);
        if (found !== null) line.state = found;
        return found === null && name === '' ? null : line.state;
      } catch (error) {
        if (error instanceof TelephoneFailure) return line.state;
        throw error;
      }
    },
  };
}

async function translated<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TelephoneFailure) throw new Refusal('refused', TROUBLES[error.trouble]);
    throw error;
  }
}

const NO_DEVICE: Sentence = {
  nl: 'Dankbel weet nog niet welk toestel van jou is. Vul het in bij je naam, onder Mijn toestel.',
  en: 'Dankbel does not know yet which phone is yours. Fill it in behind your name, under My phone.',
};

const BY_HAND: Sentence = {
  nl: 'Bel met je eigen toestel (P), of probeer het nog eens.',
  en: 'Call with your own phone (P), or try again.',
};

const TROUBLES: Readonly<Record<TelephoneTrouble, Sentence>> = {
  unreachable: withHelp('De telefooncentrale antwoordt niet.', 'The telephone system does not answer.'),
  certificate: withHelp(
    'De telefooncentrale kan niet bewijzen wie zij is; er is niets verstuurd. Vraag je coördinator.',
    'The telephone system cannot prove who it is; nothing was sent. Ask your coordinator.',
  ),
  refused: withHelp(
    'De telefooncentrale weigert het geheim dat in de instellingen staat. Vraag je coördinator.',
    'The telephone system refuses the secret that is in the settings. Ask your coordinator.',
  ),
  number: withHelp(
    'De telefooncentrale kent dit nummer of jouw toestel niet.',
    'The telephone system does not know this number or your phone.',
  ),
  odd: withHelp(
    'De telefooncentrale gaf een antwoord dat niet te begrijpen is.',
    'The telephone system gave an answer that cannot be understood.',
  ),
};

function withHelp(nl: string, en: string): Sentence {
  return { nl: `${nl} ${BY_HAND.nl}`, en: `${en} ${BY_HAND.en}` };
}
