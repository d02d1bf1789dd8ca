/** Has the lists of today and tomorrow made while nobody asks for them, so that nobody ever waits for them. */
import { readCurrentPerson } from '../../../db/queries/people.ts';
import { askContext, type BackendContext } from '../context.ts';
import { fullListContext } from './current-list.ts';

/** How soon after midnight, or after somebody else came to work here, the background notices. */
const EVERY_MILLISECONDS = 60_000;

/** @returns stops it */
export function prepareListsByThemselves(context: BackendContext, onBug: (error: unknown) => void): () => void {
  const prepare = async (): Promise<void> => {
    const person = await readCurrentPerson(context.store.reader);
    if (person !== null) await context.lists.prepare(await fullListContext(await askContext(context, person)));
  };
  const begin = (): void => void prepare().catch(onBug);
  begin();
  const timer = setInterval(begin, EVERY_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}
