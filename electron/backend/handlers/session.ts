/** Who is working here, and whether the lines are open. */
import { nextOpening, isOpenAt, openingOn } from '../../../domain/calling-hours/calling-hours.ts';
import { daysBetween } from '../../../domain/calendar/day.ts';
import { partOfDay } from '../../../domain/calling-hours/part-of-day.ts';
import { writeDay, writeWeekday } from '../../../domain/calendar/write-day.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import type { CallingLane } from '../../../domain/programmes/programme-id.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import type { Reader, Store } from '../../../db/store.ts';
import { readCharityName } from '../charity/read-own-charity.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { APPEARANCE, CONNECTION, DEFAULT_APPEARANCE, FROM_FILES, IS_PRACTICE, OWN_KEYS } from '../profile-settings.ts';

/** The one that most people work in comes first. */
const LANES_ON_SCREEN: readonly CallingLane[] = ['caller', 'director'];

export const getSession: Handler<'session.get'> = async (context) => {
  const { person, store, today } = context;
  const isPractice = (await readSetting(store.reader, IS_PRACTICE)) ?? false;
  const appearance = await readAppearance(store.reader);
  const now = context.now();
  return {
    person: {
      id: person.id,
      name: person.name,
      firstName: person.name.split(' ')[0] ?? person.name,
      roles: [...person.roles],
    },
    lanes: LANES_ON_SCREEN.filter((lane) => person.roles.includes(lane)),
    charityName: await readCharityName(store.reader),
    isPractice,
    isSafe: context.isSafe,
    source: await readSource(store),
    ...appearance,
    keys: { ...(await readSetting(store.reader, OWN_KEYS))?.[person.id] },
    today,
    now,
    partOfDay: partOfDay(now),
    lines: linesNow(context, isPractice),
  };
};

export const setLanguage: Handler<'session.setLanguage'> = async ({ store }, { language }) => {
  await store.write(async (writer) =>
    writeSetting(writer, APPEARANCE, { ...(await readAppearance(writer.transaction)), language }),
  );
  return {};
};

export const setTheme: Handler<'session.setTheme'> = async ({ store }, { theme }) => {
  await store.write(async (writer) =>
    writeSetting(writer, APPEARANCE, { ...(await readAppearance(writer.transaction)), theme }),
  );
  return {};
};

export const setKeys: Handler<'session.setKeys'> = async ({ store, person }, { keys }) => {
  await store.write(async (writer) => {
    const others = (await readSetting(writer.transaction, OWN_KEYS)) ?? {};
    await writeSetting(writer, OWN_KEYS, { ...others, [person.id]: keys });
  });
  return {};
};

async function readAppearance(reader: Reader): Promise<typeof DEFAULT_APPEARANCE> {
  return (await readSetting(reader, APPEARANCE)) ?? DEFAULT_APPEARANCE;
}

async function readSource(store: Store): Promise<'civicrm' | 'files' | 'none'> {
  if ((await readSetting(store.reader, CONNECTION)) !== null) return 'civicrm';
  return (await readSetting(store.reader, FROM_FILES)) === true ? 'files' : 'none';
}

type Lines = Awaited<ReturnType<typeof getSession>>['lines'];

/** In practice nobody is really called, so the lines are open at any hour. */
function linesNow({ callingHours, now, today }: AskContext, isPractice: boolean): Lines {
  const usual = openingOn(today, callingHours) ?? callingHours.weekdays ?? { opens: '10:00', closes: '20:30' };
  if (isPractice || isOpenAt(now(), callingHours)) return { state: 'open', ...usual };
  const next = nextOpening(now(), callingHours);
  return {
    state: 'closed',
    title: closedTitle(openingOn(today, callingHours) !== null, today),
    next:
      next === null
        ? null
        : sentence((language) => {
            const ahead = daysBetween(today, next.day);
            const on = writeDay(next.day, language, { today, style: 'weekday' });
            if (language === 'nl') {
              const day = ahead === 0 ? 'vandaag' : ahead === 1 ? 'morgen' : on;
              return `De lijnen gaan ${day} om ${next.opens} open. Je lijst is dan klaar.`;
            }
            const day = ahead === 0 ? 'today' : ahead === 1 ? 'tomorrow' : `on ${on}`;
            return `The lines open ${day} at ${next.opens}. Your list will be ready.`;
          }),
  };
}

function closedTitle(isCallingDay: boolean, today: AskContext['today']): Sentence {
  return sentence((language) => {
    if (isCallingDay) return language === 'nl' ? 'De lijnen zijn nu dicht' : 'The lines are closed now';
    const weekday = writeWeekday(today, language);
    return weekday === 'zondag' || weekday === 'Sunday'
      ? language === 'nl'
        ? 'Op zondag bellen we niet'
        : 'We do not call on Sundays'
      : language === 'nl'
        ? 'Vandaag bellen we niet'
        : 'We do not call today';
  });
}
