import type { OutputOf } from '../../contract/index.ts';
import { s } from './donors.ts';
import type { FakeWorld, Handlers } from './fake-world.ts';
import type { SyncName } from './scenario.ts';

type Operation = OutputOf<'sync.operations'>['operations'][number];
type Status = OutputOf<'sync.status'>;

const PLAIN = {
  kind: 'call',
  needsPerson: false,
  recordedBy: 'Anneke Postma',
  call: null,
  checkedBy: null,
  crmWords: null,
  nextTryAt: null,
  waysOut: ['retry', 'withdraw'],
  conflict: null,
  typed: null,
} as const satisfies Partial<Operation>;

const WAITING: readonly Operation[] = [1, 2, 3].map((number) => ({
  ...PLAIN,
  operationId: `00000000-0000-7000-8000-00000000000${number}`,
  state: 'waiting',
  donorName: number === 1 ? s('Mevrouw Kuipers', 'Ms Kuipers') : s('Meneer Hoekstra', 'Mr Hoekstra'),
  what:
    number === 2
      ? s('Adres: Noorderkade 112 A-3, 9203 AB Drachten', 'Address: Noorderkade 112 A-3, 9203 AB Drachten')
      : s('Belpoging: neemt niet op', 'Attempt: no answer'),
  recordedAt: `2026-11-24T18:0${number}:00.000Z`,
  why: s(
    'Het CRM antwoordt niet. We proberen het vanzelf opnieuw, jij hoeft niets te doen.',
    'The CRM is not answering. We try again by ourselves, you need not do anything.',
  ),
  nextTryAt: '2026-11-24T18:14:00.000Z',
  waysOut: ['retry', 'withdraw'],
}));

const CALL = { programme: s('bedanktelefoontje', 'thank-you call'), day: '2026-11-24' } as const;

const NEEDED: readonly Operation[] = [
  {
    ...PLAIN,
    operationId: '00000000-0000-7000-8000-000000000011',
    kind: 'correction',
    state: 'conflict',
    needsPerson: true,
    donorName: s('Mevrouw Van der Knaap', 'Ms Van der Knaap'),
    what: s('Adres: Wilgenhof 41, 8031 XD Zwolle', 'Address: Wilgenhof 41, 8031 XD Zwolle'),
    recordedAt: '2026-11-23T18:14:00.000Z',
    call: CALL,
    checkedBy: 'read-back',
    why: s(
      'Intussen is dit ook in het CRM veranderd, in "Wilgenhof 14 B, 8031 XD Zwolle". Kies wat geldt.',
      'Meanwhile this was changed in the CRM too, to "Wilgenhof 14 B, 8031 XD Zwolle". Choose what holds.',
    ),
    waysOut: ['settle'],
    conflict: {
      conflictId: 1,
      was: ['Wilgenhof 14', '8031 XD Zwolle'],
      mine: ['Wilgenhof 41', '8031 XD Zwolle'],
      theirs: ['Wilgenhof 14 B', '8031 XD Zwolle'],
      theirsAt: '2026-11-24T15:02:00.000Z',
      foundAt: '2026-11-24T18:16:00.000Z',
    },
    typed: {
      field: 'address',
      label: s('Adres', 'Address'),
      input: {
        field: 'address',
        value: { street: 'Wilgenhof 41', postcode: '8031 XD', town: 'Zwolle', country: 'NL' },
      },
    },
  },
  {
    ...PLAIN,
    operationId: '00000000-0000-7000-8000-000000000012',
    kind: 'correction',
    state: 'rejected',
    needsPerson: true,
    donorName: s('Meneer Oyelaran', 'Mr Oyelaran'),
    what: s('E-mailadres: t.oyelaran@voorbeeld', 'E-mail address: t.oyelaran@voorbeeld'),
    recordedAt: '2026-11-24T18:08:00.000Z',
    call: CALL,
    checkedBy: 'heard',
    why: s(
      'Het e-mailadres heeft geen punt na de @. Het CRM neemt het zo niet aan.',
      'The e-mail address has no dot after the @. The CRM does not take it like this.',
    ),
    crmWords: "Mandatory values missing from Api4 Email::create: 'email' is not a valid email address",
    waysOut: ['retry', 'withdraw', 'mend'],
    typed: {
      field: 'email',
      label: s('E-mail', 'E-mail'),
      input: { field: 'email', value: 't.oyelaran@voorbeeld' },
    },
  },
];

const STATUS: Readonly<Record<SyncName, Partial<Status>>> = {
  sent: {},
  waiting: { state: 'running' },
  offline: {
    state: 'offline',
    problem: s(
      'Het CRM antwoordt niet sinds 19:02. Alles staat hier veilig. Bel gerust door.',
      'The CRM has not answered since 19:02. Everything is safe here. Go on calling.',
    ),
  },
  attention: {},
  stopped: {
    state: 'stopped',
    problem: s(
      'Het CRM weigert de sleutel van deze werkplek. Alles staat hier veilig. Vraag je coördinator om een nieuwe sleutel.',
      'The CRM refuses the key of this workstation. Everything is safe here. Ask your coordinator for a new key.',
    ),
  },
  unconnected: { state: 'unconnected', lastSuccessAt: null },
};

export function syncHandlers(world: FakeWorld): Handlers {
  const { sync } = world.scenario;
  const waits = sync === 'waiting' || sync === 'offline' || sync === 'attention';
  world.operations = [...(sync === 'attention' ? NEEDED : []), ...(waits ? WAITING : [])];
  const remove = ({ operationId }: { operationId: string }): object => {
    world.operations = world.operations.filter((operation) => operation.operationId !== operationId);
    world.applied += 1;
    world.tell(['sync']);
    return {};
  };
  return {
    'sync.status': (): Status => ({
      state: 'idle',
      applied: world.applied,
      waiting: world.operations.filter(({ state }) => state === 'waiting').length,
      attention: world.operations.filter(({ needsPerson }) => needsPerson).length,
      lastSuccessAt: '2026-11-24T18:09:00.000Z',
      problem: null,
      needsSignIn: false,
      ...STATUS[sync],
    }),
    'sync.progress': () => ({
      state: 'done',
      isPaused: false,
      listsReady: true,
      donorsDone: 20_000,
      donorsTotal: 20_000,
      rowsDone: 170_000,
      rowsTotal: 170_000,
      pages: 360,
      secondsLeft: 0,
    }),
    'sync.setPaused': () => ({}),
    'sync.notices': () => ({ notices: [] }),
    'sync.dismissNotice': () => ({}),
    'sync.operations': () => ({ operations: world.operations }),
    'sync.run': () => {
      world.operations = world.operations.filter(({ state }) => state !== 'waiting');
      world.tell(['sync']);
      return {};
    },
    'sync.retry': remove,
    'sync.withdraw': remove,
    'sync.settle': remove,
    'sync.mend': remove,
  };
}
