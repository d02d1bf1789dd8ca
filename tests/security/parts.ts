/** What `npm run security` runs, in this order. A new proof is one more entry. */

export interface TestPart {
  readonly kind: 'tests';
  readonly title: string;
  /** Files or folders of tests. */
  readonly tests: readonly string[];
}

export interface ProgramPart {
  readonly kind: 'program';
  readonly title: string;
  /** Started as `node electron/run.js PROGRAM … --json FILE`. */
  readonly program: string;
  /** Without the file of the figures. */
  readonly parameters: (minutes: number) => readonly string[];
}

export type Part = TestPart | ProgramPart;

export const PARTS: readonly Part[] = [
  {
    kind: 'program',
    title:
      'Fuzzing: the contract as every role, a closed workstation, a CRM that lies, files, the port of the loopback host',
    program: 'tests/fuzz/main.ts',
    parameters: (minutes) => ['--minutes', String(minutes)],
  },
  {
    kind: 'tests',
    title: 'The table of roles, cell by cell, and what is in no answer',
    tests: ['tests/integration/backend/roles.test.ts', 'tests/integration/backend/verify.test.ts'],
  },
  {
    kind: 'tests',
    title: 'People, PIN, lock, passphrase, and the memory of a locked process',
    tests: [
      'tests/integration/backend/people.test.ts',
      'tests/integration/backend/sealed.test.ts',
      'tests/integration/cli/people.test.ts',
    ],
  },
  {
    kind: 'tests',
    title: 'The log: it only grows, is chained, and names nobody',
    tests: [
      'tests/integration/backend/audit.test.ts',
      'tests/integration/backend/donor-page.test.ts',
      'tests/property/audit-chain.test.ts',
    ],
  },
  {
    kind: 'tests',
    title:
      'A workstation that is revoked: by no guess, what waits first, at every point of the wipe; the report of a loss',
    tests: ['tests/integration/sync/revoked.test.ts', 'tests/integration/backend/workstations.test.ts'],
  },
  {
    kind: 'tests',
    title: 'Privacy: erasure, a stolen file, everything about one donor, terms, what a note had better not hold',
    tests: [
      'tests/integration/backend/erasure.test.ts',
      'tests/integration/backend/stolen-file.test.ts',
      'tests/unit/stolen-profile.test.ts',
      'tests/integration/backend/donor-export.test.ts',
      'tests/integration/backend/retention.test.ts',
      'tests/property/retention.test.ts',
      'tests/unit/domain/special-categories.test.ts',
    ],
  },
  { kind: 'tests', title: 'The loopback host, with raw sockets and a real browser', tests: ['tests/unit/loopback'] },
  { kind: 'tests', title: 'The shell of Electron: its checklist, the package, supply', tests: ['tests/unit/shell'] },
  {
    kind: 'program',
    title: 'Supply: signatures, known weaknesses, the list of what is shipped, no install scripts',
    program: 'tests/security/supply.ts',
    parameters: () => [],
  },
  { kind: 'tests', title: 'Every regular expression against texts made for it', tests: ['tests/unit/patterns'] },
  {
    kind: 'tests',
    title: 'The database: key, ladder, snapshots, what is found in its files',
    tests: ['tests/unit/db'],
  },
  {
    kind: 'tests',
    title: 'The CRM and the network: other servers, redirects, certificates, stripped keys, lies',
    tests: [
      'tests/integration/backend/connect.test.ts',
      'tests/integration/backend/connection.test.ts',
      'tests/integration/backend/connection-check.test.ts',
      'tests/integration/backend/own-authority.test.ts',
      'tests/integration/backend/key-nowhere.test.ts',
      'tests/integration/sync/bad-crm.test.ts',
    ],
  },
  {
    kind: 'tests',
    title: 'Kills at every named point of a round, power cuts, restored copies',
    tests: [
      'tests/integration/sync/crash-points.test.ts',
      'tests/integration/sync/killed.test.ts',
      'tests/integration/sync/power-cut.test.ts',
      'tests/integration/sync/restored-snapshot.test.ts',
    ],
  },
  {
    kind: 'program',
    title: 'Durability: kills, power cuts from a recorded write log, flipped bits, files cut short, full disks, clocks',
    program: 'tests/durability/main.ts',
    // The whole takes a quarter of an hour and more.
    parameters: (minutes) => (minutes > 5 ? ['--long'] : []),
  },
  {
    kind: 'program',
    title: 'Durability: every protection of it switched off',
    program: 'tests/durability/switched-off/main.ts',
    parameters: () => [],
  },
  {
    kind: 'program',
    title: 'Soak: eight hours of three workstations, with faults; growth and totals',
    program: 'tests/soak/main.ts',
    parameters: () => [],
  },
];
