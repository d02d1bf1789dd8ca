/** Has the lists of today and tomorrow made while nobody asks for them, so that nobody ever waits for them. */
import { addDays } from '../../../domain/calendar/day.ts';
import { readCurrentPerson } from '../../../db/queries/people.ts';
import { askContext, type BackendContext } from '../context.ts';
import { fullListContext } from './current-list.ts';

/** How soon after midnight, or after somebody else came to work here, the background notices. */
const EVERY_MILLISECONDS = 60_000;

/** Somebody who has just opened the app waits for the screen, and needs tomorrow's list tomorrow. */
const TOMORROW_AFTER_MILLISECONDS = 10_000;

/** @returns stops it */
export function prepareListsByThemselves(context: BackendContext, onBug: (error: unknown) => void): () => void {
  const prepare = async (daysAhead: number): Promise<void> => {
    const person = await readCurrentPerson(context.store.reader);
    if (person === null) return;
    const list = await fullListContext(await askContext(context, person));
    await context.lists.prepare({ ...list, today: addDays(list.today, daysAhead) });
  };
  const begin = (daysAhead: number): void => void prepare(daysAhead).catch(onBug);
  begin(0);
  const later = setTimeout(() => begin(1), TOMORROW_AFTER_MILLISECONDS);
  const timer = setInterval(() => {
    begin(0);
    begin(1);
  }, EVERY_MILLISECONDS);
  for (const each of [later, timer]) each.unref();
  return () => {
    clearTimeout(later);
    clearInterval(timer);
  };
}
