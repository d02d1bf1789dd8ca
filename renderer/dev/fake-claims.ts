import type { OutputOf } from '../../contract/index.ts';
import { s } from './donors.ts';
import type { FakeWorld, Handlers } from './fake-world.ts';

type Doubles = OutputOf<'claims.doubles'>['doubles'];
type Claims = OutputOf<'claims.list'>['claims'];

const DOUBLES: Doubles = [
  {
    donorId: 77,
    day: '2026-11-24',
    programme: 'thank-you-call',
    donorName: s('Meneer Bijl', 'Mr Bijl'),
    isMine: true,
    programmeName: s('bedanktelefoontje', 'thank-you call'),
    calls: [
      {
        operationId: '00000000-0000-7000-8000-000000000021',
        who: 'Anneke Postma',
        isMine: true,
        at: '2026-11-24T18:02:00.000Z',
        outcome: s('Gesprek gevoerd', 'Conversation'),
      },
      {
        operationId: '00000000-0000-7000-8000-000000000022',
        who: 'Bea Beller',
        isMine: false,
        at: '2026-11-24T18:31:00.000Z',
        outcome: s('Neemt niet op', 'No answer'),
      },
    ],
  },
];

const CLAIMS: Claims = [
  {
    claimId: '00000000-0000-7000-8000-000000000031',
    donorName: s('Mevrouw De Wit', 'Ms De Wit'),
    holder: 'Bea Beller',
    endsAt: '2026-11-24T18:55:00.000Z',
  },
];

/** Colleagues call too in the scenario that has everything to attend to. */
export function claimHandlers(world: FakeWorld): Handlers {
  let isBusy = world.scenario.sync === 'attention';
  let isTold = world.scenario.sync === 'attention';
  return {
    'claims.list': () => ({ claims: isBusy ? CLAIMS : [] }),
    'claims.doubles': () => ({ doubles: isTold ? DOUBLES : [] }),
    'claims.takeBack': () => {
      isBusy = false;
      world.tell(['claims']);
      return {};
    },
    'claims.seen': () => {
      isTold = false;
      world.tell(['claims', 'sync']);
      return {};
    },
    'claims.refresh': () => ({}),
    'verify.proposals': () => ({ proposals: [] }),
    'claims.keep': () => ({}),
    'claims.leave': () => ({}),
  };
}
