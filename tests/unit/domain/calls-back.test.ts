/** What is said first to somebody who calls us. */
import { describe, expect, it } from 'vitest';
import { OUTCOME_IDS } from '../../../domain/outcome.ts';
import { firstWordsToCaller, type CallsBack } from '../../../domain/script/calls-back.ts';

const CALL: CallsBack = {
  callerName: 'Bea',
  charityName: 'Stichting Zwem',
  partOfDay: 'evening',
  today: '2026-11-21',
  donorName: { nl: 'mevrouw Knaap', en: 'Ms Knaap' },
  lastCall: null,
};
const after = (outcome: (typeof OUTCOME_IDS)[number]) =>
  firstWordsToCaller({ ...CALL, lastCall: { day: '2026-11-19', outcome } });

describe('the first words to a number that calls', () => {
  it('ask who it is, when the number is nobody’s', () => {
    expect(firstWordsToCaller({ ...CALL, donorName: null })).toEqual({
      nl: 'Goedenavond, u spreekt met Bea van Stichting Zwem. Met wie spreek ik?',
      en: 'Good evening, this is Bea of Stichting Zwem. Who am I speaking with?',
    });
  });

  it('go on from what our last call was', () => {
    expect(firstWordsToCaller(CALL).nl).toMatch(/Spreek ik met mevrouw Knaap\? Waarmee kan ik u helpen\?$/);
    expect(after('no-answer').nl).toContain('wij probeerden u donderdag 19 november te bereiken');
    expect(after('voicemail-left').en).toContain('we tried to reach you on Thursday 19 November');
    expect(after('conversation').nl).toContain('Wij spraken elkaar donderdag 19 november.');
    expect(after('objection').nl).toContain('Wij bellen u niet meer, zoals u vroeg.');
    expect(after('wrong-number').nl).toMatch(/Met wie spreek ik\?$/);
    expect(after('wrong-number').nl).not.toContain('Knaap');
  });

  it('never ask for money, and leave no place without a charity', () => {
    for (const outcome of OUTCOME_IDS) {
      for (const words of Object.values(after(outcome))) expect(words).not.toMatch(/gift|geven|euro|€|donat|give/i);
    }
    expect(firstWordsToCaller({ ...CALL, charityName: '' }).nl).toMatch(/^Goedenavond, u spreekt met Bea\. /);
  });
});
