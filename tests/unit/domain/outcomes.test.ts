/** mission.md, Outcomes: each with its key and its own consequence. */
import { describe, expect, it } from 'vitest';
import { OUTCOME_IDS, OUTCOMES } from '../../../domain/outcome.ts';

/** Outcome, key, result for the list, asks whether objecting was offered (L6), marks the number wrong, ends a promise. */
const TABLE = [
  ['conversation', 1, 'conversation', true, false, true],
  ['callback', 2, 'attempt', true, false, true],
  ['refused', 3, 'closed', true, false, true],
  ['no-answer', 4, 'attempt', false, false, false],
  ['busy', 5, 'attempt', false, false, false],
  ['voicemail-left', 6, 'voicemail-left', false, false, false],
  ['voicemail-nothing', 6, 'attempt', false, false, false],
  ['wrong-number', 7, 'attempt', false, true, false],
  ['not-in-service', 7, 'attempt', false, true, false],
  ['objection', 8, 'attempt', false, false, true],
  ['deceased', 9, 'attempt', false, false, true],
  ['moved', 9, 'attempt', false, true, false],
  ['other-language', 9, 'attempt', true, false, false],
  ['other-person', 9, 'attempt', false, false, false],
  ['cannot-decide', 9, 'attempt', false, false, true],
] as const;

describe('the outcomes of a call', () => {
  it('have these consequences', () => {
    const found = OUTCOME_IDS.map((id) => {
      const { key, result, asksForObjection, marksNumberWrong, closesCallback } = OUTCOMES[id];
      return [OUTCOMES[id].id, key, result, asksForObjection, marksNumberWrong, closesCallback];
    });
    expect(found).toEqual(TABLE);
  });
});
