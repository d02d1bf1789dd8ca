import { describe, expect, it } from 'vitest';
import { ASTERISK, GENERIC, VOIPGRID } from '../../../domain/telephone/systems.ts';
import { refuseSystem } from '../../../domain/telephone/check-system.ts';
import { CHOICES, draftFor, draftOf, systemOf } from '../../../renderer/screens/settings/telephone/draft.ts';

describe('what is typed about the telephone', () => {
  it('makes the system that it came from', () => {
    const threeCx = systemOf({ ...draftFor('three-cx'), address: 'https://bel.kik.nl/ ', user: ' dankbel' });
    for (const system of [{ kind: 'link' } as const, VOIPGRID, threeCx, GENERIC, ASTERISK]) {
      expect(systemOf(draftOf(system))).toEqual(system);
    }
    expect(threeCx).toMatchObject({
      clientId: 'dankbel',
      tokenUrl: 'https://bel.kik.nl/connect/token',
      dial: { url: 'https://bel.kik.nl/callcontrol/{device}/makecall' },
    });
  });

  it('is refused in words as long as it is not whole, and never breaks', () => {
    const refused = CHOICES.map((choice) => refuseSystem(systemOf({ ...draftFor(choice), address: '' })) !== null);
    expect(refused).toEqual([false, false, true, true, true]);
  });
});
