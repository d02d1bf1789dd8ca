/**
 * What protects the data, and how each of it is switched off: by changing the program's text while it is loaded, so that
 * the program itself has no switch. Beside each stands the proof that fails then: a proof that would hold all the same
 * proves nothing.
 */

export interface Edit {
  /** Below the project. */
  readonly file: string;
  /** Must stand there, exactly once. */
  readonly from: string;
  readonly to: string;
}

/** A test file, or a suite of `npm run durability`. */
export type Proof = { readonly test: string } | { readonly suite: string };

export interface Protection {
  readonly name: string;
  /** What happens without it. */
  readonly without: string;
  readonly edits: readonly Edit[];
  readonly proof: Proof;
}

const LADDER = { test: 'tests/unit/db/open-ladder.test.ts' };
const KEEPING = { test: 'tests/unit/db/keeping.test.ts' };

function edit(file: string, from: string, to: string): readonly Edit[] {
  return [{ file, from, to }];
}

export const PROTECTIONS: readonly Protection[] = [
  {
    name: 'every commit is forced to the disk',
    without: 'a power cut takes acknowledged work out of the database',
    edits: edit('db/open/connection.ts', "['synchronous', 'FULL', 2]", "['synchronous', 'OFF', 0]"),
    proof: { suite: 'power cuts' },
  },
  {
    name: 'the outbox copy is written',
    without: 'with the database what was not sent is lost',
    edits: edit('db/store.ts', 'for (const addToCopy of places) addToCopy();', ''),
    proof: { suite: 'power cuts' },
  },
  {
    name: 'the outbox copy is forced to the disk',
    without: 'a power cut takes its last lines along',
    edits: edit(
      'db/durable-file.ts',
      'writeAll(file, bytes, place.start);\n      fsyncSync(file);',
      'writeAll(file, bytes, place.start);',
    ),
    proof: { suite: 'power cuts' },
  },
  {
    name: 'a new outbox copy is forced into its folder',
    without: 'a power cut takes the whole file along',
    edits: edit('db/durable-file.ts', 'if (isNew) syncFolder(dirname(path));', ''),
    proof: { suite: 'power cuts' },
  },
  {
    name: 'there is room in the outbox copy before the commit',
    without: 'a full disk refuses what it has saved',
    edits: edit(
      'db/store.ts',
      'if (copied.length > 0) places.push(outboxCopy.reserve(copied));',
      'places.push(() => outboxCopy.append(copied));',
    ),
    proof: KEEPING,
  },
  {
    name: 'a half line stays alone on its line',
    without: 'the next operation is unreadable in the copy',
    edits: edit('db/durable-file.ts', 'const start = size + (isCutOff ? 1 : 0);', 'const start = size;'),
    proof: KEEPING,
  },
  {
    name: 'the outbox copy is brought back in step at a start',
    without: 'what a kill kept out of it stays out of it',
    edits: edit('electron/backend/open-backend.ts', 'await mendOutboxCopy(store);', ''),
    proof: { test: 'tests/integration/sync/restored-snapshot.test.ts' },
  },
  {
    name: 'the outbox copy is replayed at a start',
    without: 'after a restore what was not sent is lost',
    edits: edit('electron/backend/open-backend.ts', 'await replayOutbox(store)', '0'),
    proof: { suite: 'cut short, missing, of another' },
  },
  {
    name: 'what waits in a snapshot counts as tried',
    without: 'after a restore calls stand in the CRM twice',
    edits: edit(
      'db/snapshot.ts',
      `copy.prepare("UPDATE operation SET tries = 1 WHERE state = 'waiting' AND tries = 0").run();`,
      '',
    ),
    proof: { test: 'tests/integration/sync/restored-snapshot.test.ts' },
  },
  {
    name: 'a snapshot is proved whole before it is put back',
    without: 'a damaged one takes the place of a damaged file',
    edits: edit(
      'db/open/restore.ts',
      'if ((await verifySnapshot(snapshot.path, key)) <= NEWEST_MIGRATION) return snapshot;',
      'if (NEWEST_MIGRATION > 0) return snapshot;',
    ),
    proof: { suite: 'flipped bits' },
  },
  {
    name: 'the old log is set aside with the database',
    without: 'it undoes the restore',
    edits: edit(
      'db/open/restore.ts',
      "for (const suffix of ['-wal', '-shm']) {",
      'for (const suffix of [] as string[]) {',
    ),
    proof: { suite: 'cut short, missing, of another' },
  },
  {
    name: 'every page is read when a profile opens',
    without: 'damage is met in the middle of a call',
    edits: edit('db/open/open-store.ts', 'if (!isKnownWhole) checkWhole(database);', ''),
    proof: { suite: 'flipped bits' },
  },
  {
    name: 'a database that vanished is missed',
    without: 'an empty profile opens as if nothing had happened',
    edits: edit('db/open/open-store.ts', 'refuseVanished(paths);', ''),
    proof: { suite: 'cut short, missing, of another' },
  },
  {
    name: 'what a profile knows of its key has a check',
    without: 'one bit keeps everybody out',
    edits: edit('db/open/identity.ts', 'check === undefined || check === checkOf(identity)', 'true'),
    proof: { suite: 'flipped bits' },
  },
  {
    name: 'a key is made once',
    without: 'two starts of a new profile make two keys, and one is lost',
    edits: edit(
      'db/key.ts',
      "void makeFileOnce(path, `${key.toString('hex')}\\n`, 0o600)",
      "void (await import('node:fs')).writeFileSync(path, key.toString('hex'))",
    ),
    proof: KEEPING,
  },
  {
    name: 'one process holds the file',
    without: 'two programs write into one database',
    edits: edit(
      'db/open/connection.ts',
      "['locking_mode', 'EXCLUSIVE', 'exclusive']",
      "['locking_mode', 'NORMAL', 'normal']",
    ),
    proof: LADDER,
  },
  {
    name: 'pages are encrypted',
    without: 'names stand in the file',
    edits: edit('db/open/connection.ts', 'database.key(raw);', ''),
    proof: LADDER,
  },
  {
    name: 'a full disk is said in words',
    without: 'the failure behind it is hidden',
    edits: edit('db/open/dialect.ts', 'if (this.#database.inTransaction) await', 'await'),
    proof: KEEPING,
  },
  {
    name: 'the folder is looked at before the database',
    without: 'a disk that can only be read is an input/output error',
    edits: edit('db/open/open-store.ts', 'if (existsSync(database)) accessSync(database, constants.W_OK);', ''),
    proof: { suite: 'full and read-only disks' },
  },
  {
    name: 'snapshots are numbered',
    without: 'a clock that was years ahead decides which is the newest',
    edits: edit('db/snapshot.ts', '.sort((a, b) => b.number - a.number || (a.takenAt', '.sort((a, b) => (a.takenAt'),
    proof: { suite: 'clocks that jump' },
  },
  {
    name: 'the note of a good end is taken away at a start',
    without: 'after a kill nobody looks whether the file is whole',
    edits: edit('db/open/closed-well.ts', 'rmSync(paths.closedWell, { force: true });\n  syncFolder', 'syncFolder'),
    proof: { test: 'tests/unit/db/closed-well.test.ts' },
  },
  {
    name: 'what was left behind counts only for a database that nobody touched since',
    without: 'somebody is on the list by facts of before a power cut',
    edits: edit('db/open/open-store.ts', 'isKnownWhole && shape === newest ? left : null', 'left'),
    proof: { test: 'tests/unit/db/left-behind.test.ts' },
  },
  {
    name: 'it is noted that operations are being sent',
    without: 'after a power cut they are sent twice',
    edits: edit('sync/push-under-way.ts', 'await writeSetting(writer, UNDER_WAY, { since: now });', ''),
    proof: { test: 'tests/integration/sync/power-cut.test.ts' },
  },
  {
    name: 'an operation is marked as tried before it is sent',
    without: 'after an answer that was lost a call stands in the CRM twice',
    edits: edit('sync/push.ts', "await changeOperation(writer, id, { state: 'waiting', tries: tries + 1 });", ''),
    proof: { test: 'tests/integration/sync/push.test.ts' },
  },
  {
    name: 'no wait is longer than the longest delay',
    without: 'a clock that was years ahead holds operations back for years',
    edits: edit(
      'sync/push-order.ts',
      'return seconds <= 0 || seconds > LONGEST_DELAY_SECONDS * 1.5;',
      'return seconds <= 0;',
    ),
    proof: { test: 'tests/property/outbox.test.ts' },
  },
  {
    name: 'no claim reaches into another day',
    without: 'a workstation whose clock is years ahead keeps donors from everybody',
    edits: edit('domain/claims/claim.ts', 'return left > 0 && left <=', 'return left > 0 || left <='),
    proof: { test: 'tests/unit/domain/claims.test.ts' },
  },
  {
    name: 'a miss of the future begins its wait now',
    without: 'a PIN is refused for years',
    edits: edit('electron/backend/people/check-pin.ts', 'before.missedAt > at)', 'false)'),
    proof: { test: 'tests/integration/backend/people.test.ts' },
  },
  {
    name: 'a clock that was set back locks all the same',
    without: 'a machine stays open until the clock has caught up',
    edits: edit('electron/backend/people/presence.ts', 'at: Math.min(last.at, Date.parse(now()))', 'at: last.at'),
    proof: { test: 'tests/integration/backend/people.test.ts' },
  },
];
