/** Tries a PIN. The miss is on the disk before the PIN is looked at, so that pulling the plug spares nobody the wait. */
import { secondsToWait } from '../../../domain/people/pin.ts';
import type { Sentence } from '../../../domain/language.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { findPin, writeMisses } from '../../../db/queries/pins.ts';
import { isSecret } from '../../../db/secret.ts';
import type { BackendContext } from '../context.ts';
import { Refusal } from '../refusal.ts';

/** Somebody without a PIN passes. @throws Refusal `refused` */
export async function checkPin(context: BackendContext, personId: number, pin: string | null): Promise<void> {
  const { store, now } = context;
  const at = now();
  // A miss of the future is of a clock that has been put right since: the whole wait begins now, and ends.
  const before = await findPin(store.reader, personId);
  if (before?.missedAt !== null && before?.missedAt !== undefined && before.missedAt > at) {
    await store.write((writer) => writeMisses(writer, personId, { misses: before.misses, missedAt: at }));
  }
  const kept = await store.write(async (writer) => {
    const found = await findPin(writer.transaction, personId);
    if (found === null) return null;
    const wait = secondsToWait(found, at);
    if (wait > 0) throw new Refusal('refused', waitFirst(wait));
    if (pin === null || pin === '') throw new Refusal('refused', TYPE_IT);
    await writeMisses(writer, personId, { misses: found.misses + 1, missedAt: at });
    return found;
  });
  if (kept === null) return;
  const isRight = await isSecret(pin ?? '', kept.secret);
  await store.write(async (writer) => {
    if (isRight) await writeMisses(writer, personId, { misses: 0, missedAt: null });
    else await noteAudit(writer, { at, personId, action: 'pin-missed', subject: String(personId) });
  });
  if (isRight) return;
  const wait = secondsToWait({ misses: kept.misses + 1, missedAt: at }, at);
  throw new Refusal('refused', wait > 0 ? missedAndWait(wait) : MISSED);
}

const TYPE_IT: Sentence = { nl: 'Typ je pincode.', en: 'Type your PIN.' };
const MISSED: Sentence = {
  nl: 'Dit is niet jouw pincode. Probeer het nog eens.',
  en: 'This is not your PIN. Try once more.',
};

function missedAndWait(seconds: number): Sentence {
  const { nl, en } = span(seconds);
  return {
    nl: `Dit is niet jouw pincode. Over ${nl} kun je het weer proberen.`,
    en: `This is not your PIN. You can try again in ${en}.`,
  };
}

function waitFirst(seconds: number): Sentence {
  const { nl, en } = span(seconds);
  return { nl: `Wacht nog ${nl}. Daarna kun je het weer proberen.`, en: `Wait for ${en}. Then you can try again.` };
}

function span(seconds: number): Sentence {
  if (seconds <= 90) {
    return { nl: `${seconds} seconden`, en: `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` };
  }
  const minutes = Math.ceil(seconds / 60);
  return { nl: `${minutes} minuten`, en: `${minutes} minutes` };
}
