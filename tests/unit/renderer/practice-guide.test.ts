import { describe, expect, it } from 'vitest';
import { FITTING, SITUATION_IDS, type SituationProgress } from '../../../domain/practice/situation.ts';
import { SAID } from '../../../domain/practice/said.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { nl } from '../../../renderer/i18n/nl.ts';
import { guide, STEPS, type Guidance, type Place } from '../../../renderer/practice/guide.ts';

const TODAY: Place = { callItemId: null, isToday: true, atDoor: 1, stepsSeen: ['opening'] };

type Change = Partial<SituationProgress>;

/** The six situations, with what was done in some of them. Donors are numbered as they are called. */
function evening(...changes: readonly Change[]): readonly SituationProgress[] {
  return SITUATION_IDS.map((id, index) => ({
    id,
    donorId: index + 1,
    callItemId: null,
    isBegun: false,
    objectionAnswer: null,
    checked: 0,
    complaints: 0,
    outcome: null,
    finishedAt: null,
    hasUndone: false,
    ...changes[index],
  }));
}

const finished = (index: number, change: Change = {}): Change => ({
  outcome: FITTING[SITUATION_IDS[index]!][0],
  finishedAt: `2026-11-21T1${index}:00:00.000Z`,
  ...change,
});
const OPEN: Change = { callItemId: 70, isBegun: true };
const onCall = (stepsSeen: Place['stepsSeen'] = ['opening']): Place => ({
  callItemId: 70,
  isToday: false,
  atDoor: 1,
  stepsSeen,
});

const stepAt = (guidance: Guidance | null): string =>
  guidance?.kind === 'step'
    ? `${guidance.situation}.${guidance.step.id}@${guidance.step.target}`
    : String(guidance?.kind);

describe('the guide', () => {
  it('follows a conversation by what was really done', () => {
    expect(stepAt(guide(evening(), TODAY))).toBe('happy.door@door');
    expect(stepAt(guide(evening(OPEN), onCall()))).toBe('happy.opening@script');
    expect(stepAt(guide(evening(OPEN), onCall(['opening', 'thanks'])))).toBe('happy.thanks@script');
    expect(stepAt(guide(evening(OPEN), onCall(['opening', 'thanks', 'details'])))).toBe('happy.details@details');
    expect(stepAt(guide(evening({ ...OPEN, checked: 1 }), onCall()))).toBe('happy.opening@script');
    expect(stepAt(guide(evening({ ...OPEN, checked: 1 }), onCall(['opening', 'thanks'])))).toBe(
      'happy.closing@objection',
    );
    expect(stepAt(guide(evening({ ...OPEN, objectionAnswer: 'offered' }), onCall()))).toBe('happy.outcome@outcome-1');
  });

  it('takes nothing for missed when somebody is quicker', () => {
    const answered = guide(evening({ ...OPEN, objectionAnswer: 'offered' }), onCall());
    expect(answered?.kind === 'step' && answered.steps.filter(({ isDone }) => !isDone).map(({ id }) => id)).toEqual([
      'outcome',
    ]);
  });

  it('has a word about the call before, at the next door', () => {
    const guidance = guide(evening({}, {}, {}, {}, finished(4)), { ...TODAY, atDoor: 6 });
    expect(guidance).toMatchObject({ kind: 'step', situation: 'stop', after: 'bereaved' });
  });

  it('shows how something is taken back with somebody who was not at home, and lets it be', () => {
    const tried = finished(1);
    expect(stepAt(guide(evening(finished(0), tried), { ...TODAY, atDoor: 3 }))).toBe('nobody.undo@undo');
    // She called the next one instead.
    const goneOn = evening(finished(0), tried, OPEN);
    expect(stepAt(guide(goneOn, { ...onCall(), atDoor: 3 }))).toBe('wrong.outcome@outcome-7');
    const back = { ...OPEN, hasUndone: true };
    expect(stepAt(guide(evening(finished(0), back), { ...TODAY, atDoor: 2 }))).toBe('nobody.again@door');
    expect(stepAt(guide(evening(finished(0), back), onCall()))).toBe('nobody.again@outcome-4');
    const again = finished(1, { hasUndone: true });
    expect(stepAt(guide(evening(finished(0), again), { ...TODAY, atDoor: 3 }))).toBe('wrong.door@door');
  });

  it('calls another outcome by its name, and goes on with the next donor all the same', () => {
    const slip = evening(finished(0, { outcome: 'busy' }));
    const next = { ...TODAY, atDoor: 2 };
    expect(guide(slip, next)).toEqual({ kind: 'oops', situation: 'happy', chosen: 'busy', fitting: 'conversation' });
    expect(stepAt(guide(evening(finished(0, { outcome: 'busy' }), OPEN), onCall()))).toBe('nobody.outcome@outcome-4');
  });

  it('ends when all six were called, also after a slip in the last', () => {
    const all = SITUATION_IDS.map((_, index) => finished(index));
    const nobody = { ...TODAY, atDoor: null };
    expect(guide(evening(...all), nobody)).toEqual({ kind: 'end', oops: null });
    const slip = [...all.slice(0, 5), finished(5, { outcome: 'refused' })];
    expect(guide(evening(...slip), nobody)).toEqual({ kind: 'end', oops: { chosen: 'refused', fitting: 'objection' } });
  });

  it('waits while it does not know, and leaves other screens alone', () => {
    expect(guide(evening(), { ...TODAY, atDoor: undefined })).toBeNull();
    expect(guide(evening(), { ...TODAY, isToday: false })).toEqual({ kind: 'away' });
    expect(guide(evening(), { ...onCall(), callItemId: 99 })).toBeNull();
  });

  it('has words for every step, in both languages, and a step for every word that is heard', () => {
    for (const catalogue of [nl, en]) {
      for (const id of SITUATION_IDS) {
        expect(Object.keys(catalogue.practice.do[id])).toEqual(STEPS[id].map((step) => step.id));
      }
    }
    for (const id of SITUATION_IDS) {
      const steps = new Set<string>(STEPS[id].map((step) => step.id));
      expect(Object.keys(SAID[id]).filter((step) => !steps.has(step))).toEqual([]);
    }
  });
});
