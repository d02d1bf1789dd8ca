import type { OutputOf } from '../../contract/index.ts';
import { sentence } from '../../domain/language.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import { fullName, headingName } from '../../domain/person-name.ts';
import { DE_WIT, person, s, type FakeDonor } from './donors.ts';
import { FakeFailure } from './fake-failure.ts';
import { viewOf, newCall } from './fake-call.ts';
import type { FakeWorld, Handlers } from './fake-world.ts';

type Today = OutputOf<'today.get'>;

/** time, name, outcome, summary */
const EARLIER: readonly (readonly [string, FakeDonor['name'], OutcomeId, string, string])[] = [
  [
    '19:08',
    person('', '', 'Oyelaran', 'male'),
    'conversation',
    'Gesprek. Adres gecorrigeerd.',
    'We talked. Address corrected.',
  ],
  [
    '19:05',
    person('', '', 'Kuipers', 'female'),
    'no-answer',
    'Niet opgenomen. Zaterdag opnieuw.',
    'No answer. Again on Saturday.',
  ],
  ['19:03', person('', '', 'Visser', 'male'), 'busy', 'Bezet. Zaterdag opnieuw.', 'Busy. Again on Saturday.'],
  ['18:57', person('', 'de', 'Wit', 'male'), 'callback', 'Belt vanavond terug.', 'Call back tonight.'],
  ['18:54', person('', '', 'Sahin', 'female'), 'no-answer', 'Niet opgenomen.', 'No answer.'],
  ['18:51', person('', '', 'Jacobs', 'female'), 'voicemail-left', 'Voicemail ingesproken.', 'Voicemail left.'],
  ['18:43', person('', '', 'Mulder', 'male'), 'conversation', 'Gesprek gevoerd.', 'We talked.'],
  ['18:40', person('', '', 'Post', 'female'), 'no-answer', 'Niet opgenomen.', 'No answer.'],
  ['18:33', person('', '', 'Bakker', 'female'), 'conversation', 'Gesprek gevoerd.', 'We talked.'],
];
const REACHED: ReadonlySet<OutcomeId> = new Set([
  'conversation',
  'callback',
  'refused',
  'objection',
  'deceased',
  'other-language',
]);

export function wasReached(outcome: OutcomeId): boolean {
  return REACHED.has(outcome);
}

export function todayHandlers(world: FakeWorld): Handlers {
  const { scenario, clock } = world;
  const earlier: Today['done'] =
    scenario.name === 'start' || scenario.name === 'empty'
      ? []
      : EARLIER.map(([time, name, outcome, nl, en], index) => ({
          attemptId: `earlier-${index}`,
          at: `2026-11-24T${String(Number(time.slice(0, 2)) - 1)}:${time.slice(3)}:00.000Z`,
          time,
          name: sentence((language) => headingName(name, language)),
          outcome,
          summary: s(nl, en),
          wasReached: wasReached(outcome),
          isUndone: false,
        }));
  world.done = earlier;
  return {
    'today.get': (): Today => {
      if (scenario.name === 'broken-today') {
        throw new FakeFailure(
          'unexpected',
          'Er ging hier iets mis. Alles wat je bewaarde staat veilig.',
          'Something went wrong here. Everything you saved is safe.',
        );
      }
      const [next, ...queue] = world.list;
      const standing = world.done.filter(({ isUndone }) => !isUndone);
      return {
        lane: 'caller',
        date: clock.today(),
        next: next === undefined ? null : doorOf(next, world),
        queue: queue.slice(0, 6).map(summaryOf),
        left: world.list.length === 0 ? 0 : world.list.length + 10,
        promises: scenario.name === 'empty' || scenario.name === 'finished' ? [] : promisesOf(world),
        done: world.done,
        called: standing.length,
        reached: standing.filter((attempt) => attempt.wasReached).length,
        corrections: 3,
        followUps: 2,
      };
    },
    'today.postpone': ({ donorId }: { donorId: number }) => {
      const later = world.list.filter((donor) => donor.donorId === donorId);
      world.list = [...world.list.filter((donor) => donor.donorId !== donorId), ...later];
      world.tell(['today']);
      return {};
    },
  };
}

function summaryOf(donor: FakeDonor): Today['queue'][number] {
  return {
    donorId: donor.donorId,
    name: sentence((language) => headingName(donor.name, language)),
    town: donor.address?.town ?? '',
    programme: donor.programme,
    reason: donor.why,
    about: donor.about,
  };
}

function doorOf(donor: FakeDonor, world: FakeWorld): NonNullable<Today['next']> {
  const begun = world.calls.get(donor.donorId) ?? null;
  const view = viewOf(begun ?? newCall(donor.donorId, donor), true);
  return {
    ...summaryOf(donor),
    fullName: fullName(donor.name),
    giftLabel: donor.giftLabel,
    giftAmount: donor.gift?.cents ?? null,
    giftText: donor.giftText,
    why: donor.why,
    past: [...donor.pastSentences],
    firstWords: view.script[0]?.text ?? '',
    firstWordsLanguage: donor.language,
    number: donor.phones[0]?.display ?? '',
    callItemId: begun?.callItemId ?? null,
  };
}

function promisesOf({ clock, scenario }: FakeWorld): Today['promises'] {
  const day = clock.today();
  const name = (value: FakeDonor['name']): Today['promises'][number]['name'] =>
    sentence((language) => headingName(value, language));
  return [
    {
      callbackId: 1,
      donorId: DE_WIT.donorId,
      name: name(DE_WIT.name),
      day,
      time: scenario.name === 'callback' ? '19:10' : '19:30',
      note: s('Zat net aan tafel. Jij sprak hem om 18:57.', 'Was just having dinner. You spoke to him at 18:57.'),
      isDue: scenario.name === 'callback',
    },
    {
      callbackId: 2,
      donorId: 301,
      name: name(person('', 'El', 'Amrani', 'female')),
      day,
      time: '20:10',
      note: s('Vroeg om vanavond na achten.', 'Asked for tonight after eight.'),
      isDue: false,
    },
  ];
}
