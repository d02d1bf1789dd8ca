/** A call in which a donor complains and asks something, carried out as the call screen does. */
import type { App } from './app.ts';

export async function sayInCall({ backend }: Pick<App, 'backend'>): Promise<void> {
  const { id: donorId } = await backend.store.reader
    .selectFrom('donor')
    .select('id')
    .where('external_id', '=', 'NIEUW-0009')
    .executeTakeFirstOrThrow();
  const ask = async <Value>(name: string, input: object): Promise<Value> => {
    const answer = await backend.ask(name, input);
    if (!answer.ok) throw new Error(answer.failure.sentence.en);
    return answer.value as Value;
  };
  const { callItemId } = await ask<{ callItemId: number }>('call.open', { donorId });
  const said = { complaint: 'U stuurt mij veel te veel post.', question: 'Kan ik ook één keer per jaar geven?' };
  for (const [followUp, text] of Object.entries(said)) {
    await ask('call.addFollowUp', { callItemId, followUp, text, topic: null });
  }
  await ask('call.answerObjection', { callItemId, answer: 'offered' });
  await ask('call.finish', { callItemId, outcome: 'conversation', callback: null, number: null });
}
