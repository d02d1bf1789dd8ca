import { describe, expect, it } from 'vitest';
import type { CallView } from '../../../contract/procedures/call.ts';
import { OUTCOMES, OUTCOME_IDS } from '../../../domain/outcome.ts';
import { memoryOf, remember } from '../../../renderer/data/call-memory.ts';
import { lastUndoable } from '../../../renderer/screens/call/last-undoable.ts';
import { comingDays } from '../../../renderer/screens/call/outcomes/coming-days.ts';
import {
  groupOutcomes,
  optionsOf,
  sharedConsequence,
  suggestedOutcome,
  type OfferedOutcome,
} from '../../../renderer/screens/call/outcomes/outcome-keys.ts';

const ALL: readonly OfferedOutcome[] = OUTCOME_IDS.map((id) => ({
  id,
  key: OUTCOMES[id].key,
  name: OUTCOMES[id].name,
  consequence: { nl: id === 'moved' ? 'Naar nakijken' : 'Opnieuw', en: 'Again' },
  needsObjectionAnswer: OUTCOMES[id].asksForObjection,
}));

describe('the nine keys', () => {
  it('hold every outcome once, in three groups', () => {
    const groups = groupOutcomes(ALL);
    expect(groups.map(({ name, keys }) => [name, keys.map(({ key }) => key)])).toEqual([
      ['reached', [1, 2, 3]],
      ['notReached', [4, 5, 6, 7]],
      ['special', [8, 9]],
    ]);
    const ids = groups.flatMap(({ keys }) => keys.flatMap(({ options }) => options.map(({ id }) => id)));
    expect(ids.toSorted()).toEqual([...OUTCOME_IDS].toSorted());
  });

  it('leave out keys and groups that are not offered', () => {
    const groups = groupOutcomes(ALL.filter(({ key }) => key === 1 || key === 8));
    expect(groups.map(({ name }) => name)).toEqual(['reached', 'special']);
    expect(optionsOf(ALL, 6).map(({ id }) => id)).toEqual(['voicemail-left', 'voicemail-nothing']);
  });

  it('show a consequence that all their outcomes share, and none when they differ', () => {
    const keys = groupOutcomes(ALL).flatMap((group) => group.keys);
    expect(sharedConsequence(keys.find(({ key }) => key === 6)!)?.nl).toBe('Opnieuw');
    expect(sharedConsequence(keys.find(({ key }) => key === 9)!)).toBeNull();
  });
});

describe('the suggested outcome', () => {
  it('is none as long as the right to object was not answered', () => {
    expect(suggestedOutcome(ALL, null, 'conversation')).toBeNull();
  });

  it('is a conversation, or the outcome that waited for the answer', () => {
    expect(suggestedOutcome(ALL, 'offered', null)?.id).toBe('conversation');
    expect(suggestedOutcome(ALL, 'not-offered', 'refused')?.id).toBe('refused');
  });

  it('is never a conversation for somebody who wants no more calls', () => {
    expect(suggestedOutcome(ALL, 'used', 'conversation')?.id).toBe('objection');
  });
});

describe('what Z takes back', () => {
  const view = {
    details: [
      { key: 'name', state: 'confirmed' },
      { key: 'email', state: 'corrected' },
    ],
  } as CallView;

  it('is the last thing that was done here', () => {
    remember(1, {
      undoable: [
        { kind: 'confirmation', key: 'name' },
        { kind: 'emotion', previous: null },
      ],
    });
    expect(lastUndoable(view, memoryOf(1).get())).toEqual({ kind: 'emotion', previous: null });
  });

  it('is else a correction that an earlier window made', () => {
    expect(lastUndoable(view, memoryOf(2).get())).toEqual({ kind: 'correction', key: 'email' });
    expect(lastUndoable({ ...view, details: [] }, memoryOf(3).get())).toBeNull();
  });
});

describe('the days on which can be called back', () => {
  it('begin today, and leave out Sundays and holidays', () => {
    const days = comingDays('2026-12-23');
    expect(days.slice(0, 4)).toEqual(['2026-12-23', '2026-12-24', '2026-12-28', '2026-12-29']);
    expect(days).not.toContain('2026-12-27');
  });
});
