/** What the calls achieved: the database gathers who was drawn, the domain compares, and says what may be said. */
import type { OutputOf } from '../../../contract/index.ts';
import { addDays, dayOfInstant, instantAt, type CalendarDay } from '../../../domain/calendar/day.ts';
import { sharesSince } from '../../../domain/hold-out.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { writeCount } from '../../../domain/write-count.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import { achievedOf, readingOn, type GroupAchieved } from '../../../domain/results/achieved/achieved.ts';
import {
  sayFigures,
  sayFinding,
  sayNotes,
  sayReading,
  type GiftPlace,
} from '../../../domain/results/achieved/say-achieved.ts';
import { OUTCOME_WORDS, rowsOf } from '../../../domain/results/achieved/say-row.ts';
import { readDrawnDonors, readErasedDraws } from '../../../db/queries/hold-out.ts';
import { readVersions } from '../../../db/queries/programme-versions.ts';
import { countCorrections, countRights, readSaid } from '../../../db/queries/results.ts';
import { countServiceCalls, DAYS_AFTER_SERVICE_CALL } from '../../../db/queries/sure-results.ts';
import { readPlatforms } from '../../../db/sources/sites.ts';
import type { Reader } from '../../../db/store.ts';
import { readLastSync } from '../../../sync/engine.ts';
import type { AskContext } from '../context.ts';

export type AchievedView = OutputOf<'achieved.get'>;

const DAYS_OF_A_YEAR = 365;

export async function viewAchieved(context: AskContext): Promise<AchievedView> {
  const { store, today } = context;
  const { reader } = store;
  const places = await readPlaces(reader);
  const reading = readingOn(await knownUntil(context, places));
  const achieved = achievedOf(await readDrawnDonors(reader), reading);
  const versions = (await readVersions(reader))
    .toReversed()
    .map(({ at, settings }) => ({ day: dayOfInstant(at), settings }))
    .filter(({ day }) => day < reading);
  const erased = await readErasedDraws(reader);
  const erasedOf = (arm: 'called' | 'held'): number =>
    erased.reduce((sum, each) => (each.arm === arm ? sum + each.count : sum), 0);
  const programmes = achieved.programmes.flatMap((group) => (group.programme === null ? [] : [group.programme]));
  return {
    reading,
    readingText: sayReading(reading),
    finding: sayFinding(achieved),
    figures: sayFigures(achieved),
    all: viewGroup(achieved.all),
    programmes: achieved.programmes.map(viewGroup),
    notes: [
      ...sayNotes(achieved, {
        places,
        histories: programmes.map((id) => ({ name: PROGRAMMES[id].name, shares: sharesSince(versions, id) })),
        erased: { called: erasedOf('called'), held: erasedOf('held') },
      }),
    ],
    sure: await viewSure(context, today),
  };
}

type Place = GiftPlace & { readonly isRead: boolean };

async function readPlaces(reader: Reader): Promise<readonly Place[]> {
  return (await readPlatforms(reader)).map((site) => ({
    name: site.name,
    from: site.started_from,
    until: site.last_pulled_at === null ? null : dayOfInstant(site.last_pulled_at),
    isRead: site.is_enabled === 1,
  }));
}

/** Gifts are known up to the last round of sync, and the last reading of each place; without a CRM as far as they were read in. */
async function knownUntil({ store, today }: AskContext, places: readonly Place[]): Promise<CalendarDay> {
  const last = await readLastSync(store);
  const days = [
    today,
    ...(last === null ? [] : [dayOfInstant(last)]),
    ...places.flatMap(({ until, isRead }) => (isRead && until !== null ? [until] : [])),
  ];
  return days.reduce((first, day) => (day < first ? day : first));
}

const ALL: Sentence = { nl: 'alle belprogramma’s samen', en: 'all programmes together' };

function viewGroup(group: GroupAchieved): AchievedView['all'] {
  const { programme, drawn } = group;
  return {
    programme,
    name: programme === null ? ALL : PROGRAMMES[programme].name,
    drawn: { ...drawn },
    rows: rowsOf(group).map(
      ({ outcome, months, called, held, verdict, difference, shortText, smallestShort, said }) => ({
        outcome,
        name: OUTCOME_WORDS[outcome],
        months,
        called,
        held,
        verdict,
        difference,
        shortText,
        smallestShort,
        said,
      }),
    ),
  };
}

/** Counted in the last year; each is a fact that was recorded in a call here. */
async function viewSure({ store: { reader } }: AskContext, today: CalendarDay): Promise<AchievedView['sure']> {
  const from = addDays(today, -DAYS_OF_A_YEAR);
  const since = instantAt(from, '00:00');
  const until = instantAt(addDays(today, 1), '00:00');
  const corrections = await countCorrections(reader, since, until);
  const rights = await countRights(reader, since, until);
  const said = await readSaid(reader, since, until);
  const service = await countServiceCalls(reader, from);
  const plain = (count: number): Sentence => sentence((language) => writeCount(count, language));
  return [
    {
      id: 'corrections',
      label: { nl: 'Gegevens verbeterd', en: 'Details corrected' },
      text: plain(corrections.reduce((sum, { count }) => sum + count, 0)),
    },
    {
      id: 'debits',
      label: { nl: 'Mislukte betalingen besproken', en: 'Failed debits talked about' },
      text: plain(service.reached),
    },
    {
      id: 'gaveAfter',
      label: {
        nl: `Gaf binnen ${DAYS_AFTER_SERVICE_CALL} dagen daarna`,
        en: `Gave within ${DAYS_AFTER_SERVICE_CALL} days after that`,
      },
      text: sentence(
        (language) =>
          `${writeCount(service.gaveAfter, language)} ${language === 'nl' ? 'van' : 'of'} ${writeCount(service.reached, language)}`,
      ),
    },
    {
      id: 'complaints',
      label: { nl: 'Klachten gehoord', en: 'Complaints heard' },
      text: plain(said.filter(({ kind }) => kind === 'complaint').length),
    },
    {
      id: 'objections',
      label: { nl: 'Verzet gehoord en nageleefd', en: 'Objections heard and kept to' },
      text: plain(rights.objections),
    },
    {
      id: 'optIns',
      label: { nl: 'Toestemming voor e-mail', en: 'Consent to e-mail' },
      text: {
        nl: `${writeCount(rights.optIns, 'nl')} van ${writeCount(rights.asked, 'nl')} gevraagd`,
        en: `${writeCount(rights.optIns, 'en')} of ${writeCount(rights.asked, 'en')} asked`,
      },
    },
  ];
}
