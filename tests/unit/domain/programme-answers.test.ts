/** One sentence for every programme, whatever its state; the same answer as the list's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/day.ts';
import { answerProgrammes, answerTasks } from '../../../domain/call-list/programme-answers.ts';
import { buildCallList } from '../../../domain/call-list/call-list.ts';
import { firstNumberOf, type DonorFacts } from '../../../domain/donor-facts.ts';
import { PROGRAMME_IDS } from '../../../domain/programmes/programme-id.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { TASK_SUPPRESSION_IDS } from '../../../domain/tasks/task.ts';
import { writeTaskSuppression } from '../../../domain/tasks/task-sentences.ts';
import type { VerifyFacts } from '../../../domain/tasks/verify.ts';
import { arbitraryDonors } from '../../support/arbitrary-donor.ts';
import { call, context, donor, gift, mandate, phone, TODAY } from '../../support/build-donor.ts';

const NEW = gift('2026-11-07');
const answers = (facts: DonorFacts, rivals: readonly DonorFacts[] = [], settings = DEFAULT_SETTINGS) =>
  new Map(answerProgrammes(facts, rivals, context(TODAY, { settings })).map((answer) => [answer.programme, answer]));

describe('the answer of a programme', () => {
  it('is there for every programme, on the list or not', () => {
    const found = answers(donor({ gifts: [NEW] }));
    expect([...found.keys()]).toEqual(PROGRAMME_IDS);
    expect(found.get('thank-you-call')).toMatchObject({
      state: 'on',
      sentence: { nl: 'Eerste gift van € 25 op 7 november; vandaag is dag 14: tijd voor het bedanktelefoontje.' },
    });
    expect(found.get('major-call')).toMatchObject({
      state: 'no',
      sentence: { nl: 'Gift die alleen de grens haalt: € 25, moet minstens € 1.000 zijn.' },
    });
    expect(found.get('birthday')).toMatchObject({ state: 'off', sentence: { nl: 'Dit programma staat uit.' } });
  });

  it('says what stands in the way, of a rival too', () => {
    expect(answers(donor({ gifts: [NEW], isDeceased: true })).get('thank-you-call')).toMatchObject({
      state: 'suppressed',
      sentence: { nl: 'Deze donateur is overleden.' },
    });
    const phones = [phone('030-2345678')];
    const [first, second] = [donor({ gifts: [gift('2026-11-05')], phones }), donor({ gifts: [NEW], phones })];
    expect(answers(second, [first, second]).get('thank-you-call')).toMatchObject({
      state: 'suppressed',
      sentence: { en: 'Another donor with the same phone number comes first.' },
    });
    expect(answers(first, [first, second]).get('thank-you-call')?.state).toBe('on');
  });

  it('says which programme goes before, and what is done', () => {
    const both = answers(donor({ gifts: [gift('2026-11-07', { amount: 150_000 })] }));
    expect([both.get('major-call')?.state, both.get('thank-you-call')]).toMatchObject([
      'on',
      { state: 'also', sentence: { nl: 'Hoort er ook bij, maar het programma “directietelefoontje” gaat voor.' } },
    ]);
    const talked = call('2026-11-21', 'conversation', { programme: 'thank-you-call' });
    expect(answers(donor({ gifts: [NEW], calls: [talked] })).get('thank-you-call')).toMatchObject({
      state: 'done',
      sentence: { en: 'The thank-you call has been made already.' },
    });
  });

  it('is on for exactly the programme of the list, for any donors', () => {
    fc.assert(
      fc.property(arbitraryDonors, (donors) => {
        const { items } = buildCallList(donors, context());
        for (const each of donors) {
          const rivals = donors.filter((other) => firstNumberOf(other.phones) === firstNumberOf(each.phones));
          const on = answerProgrammes(each, rivals, context()).filter(({ state }) => state === 'on');
          const item = items.find(({ donorId }) => donorId === each.donorId);
          expect(on.map(({ programme }) => programme)).toEqual(item === undefined ? [] : [item.match.programme]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const VERIFY: VerifyFacts = {
  details: {
    name: {
      kind: 'individual',
      firstName: 'Anneke',
      prefix: '',
      surname: 'Smit',
      displayName: 'Anneke Smit',
      gender: null,
    },
    phones: [],
    emails: [],
    addresses: [],
  },
  emailsOnHold: [],
  hasConflict: false,
  verifiedDay: null,
};

describe('the answer of work that is no call', () => {
  const tasks = (facts: Partial<DonorFacts>, isOnCallingList = false, settings = DEFAULT_SETTINGS) =>
    answerTasks({ ...donor(facts), verify: VERIFY }, isOnCallingList, context(TODAY, { settings })).map(
      ({ programme, state, sentence }) => [programme, state, sentence.nl],
    );

  it('says for each whether there is any, and why not', () => {
    expect(tasks({ gifts: [NEW], hasEmail: true })).toEqual([
      ['missing-thanks', 'on', 'Eerste gift van € 25 op 7 november; in het CRM staat nog geen bedankmail.'],
      ['post', 'suppressed', 'Er is geen adres bekend.'],
      ['verify', 'on', 'Er is geen telefoonnummer bekend.'],
    ]);
    expect(tasks({}, true).map(([, state, sentence]) => [state, sentence])).toEqual([
      ['no', 'De klantreis begon op: nee.'],
      ['no', 'De klantreis begon op: nee.'],
      ['suppressed', 'Staat vandaag op een bellijst; de gegevens worden in dat gesprek nagelopen.'],
    ]);
    const off = { ...DEFAULT_SETTINGS, post: { ...DEFAULT_SETTINGS.post, isOn: false } };
    expect(tasks({ gifts: [NEW] }, false, off)[1]).toEqual(['post', 'off', 'Dit programma staat uit.']);
    expect(tasks({ mandates: [mandate(addDays(TODAY, -3))], hasEmail: true })[0]?.[1]).toBe('on');
  });

  it('has a sentence for every reason, in both languages', () => {
    const sentences = TASK_SUPPRESSION_IDS.map(writeTaskSuppression);
    for (const language of ['nl', 'en'] as const) {
      expect(new Set(sentences.map((each) => each[language])).size).toBe(TASK_SUPPRESSION_IDS.length);
    }
  });
});
