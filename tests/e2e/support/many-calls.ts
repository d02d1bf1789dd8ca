/** Some forty calls of three evenings, carried out as the call screen does, so that results have something to tell; or more. */
import { EMOTIONS } from '../../../domain/operation.ts';
import type { App } from './app.ts';

const EVENINGS = ['2026-11-16', '2026-11-17', '2026-11-18'] as const;
const CALLS_AN_EVENING = 15;

export async function holdManyCalls(app: App, callsAnEvening = CALLS_AN_EVENING): Promise<void> {
  const { backend } = app;
  const ask = async <Value>(name: string, input: object): Promise<Value> => {
    const answer = await backend.ask(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.failure.sentence.en}`);
    return answer.value as Value;
  };
  let made = 0;
  for (const day of EVENINGS) {
    for (let call = 0; call < callsAnEvening; call += 1) {
      const minute = String(Math.floor((call * 60) / callsAnEvening)).padStart(2, '0');
      app.setNow(`${day}T${made % 5 === 0 ? '12' : '17'}:${minute}:00.000Z`);
      const { next } = await ask<{ next: { donorId: number } | null }>('today.get', { lane: 'caller' });
      if (next === null) continue;
      made += 1;
      const { callItemId } = await ask<{ callItemId: number }>('call.open', { donorId: next.donorId });
      if (made % 4 === 0) {
        await ask('call.finish', { callItemId, outcome: 'no-answer', callback: null, number: null });
        continue;
      }
      await ask('call.answerObjection', { callItemId, answer: 'offered' });
      await ask('call.setEmotion', {
        callItemId,
        emotion: EMOTIONS[(made * 7) % 3 === 0 ? 2 : made % 5 === 0 ? 1 : 3] ?? null,
      });
      await ask('call.setNps', { callItemId, nps: 10 - ((made * 3) % 5) });
      await ask('call.finish', { callItemId, outcome: 'conversation', callback: null, number: null });
    }
  }
}
