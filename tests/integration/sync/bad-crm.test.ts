/** A CRM that lies, forgets, goes back or breaks off, at every step of a pull: survived, or said in a sentence. */
import { cpSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { connectProfile } from '../../../electron/backend/connect.ts';
import { SLICE } from '../../../electron/backend/slice-settings.ts';
import { writeSetting } from '../../../db/queries/settings.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import { holdCall } from '../../support/hold-call.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { mirrorOf } from '../../support/mirror-of.ts';
import { changeRows, lyingCrm, type Answered, type Asked, type LyingCrm } from '../../support/lying-crm.ts';
import { askCrm, openWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';

/** Few enough that every question of a whole pull can be spoiled in turn. */
const FEW = { kind: 'invented', donors: 12, seed: 7, date: '2026-11-21' } as const;

async function connected(crm: PracticeCrm, proxy: LyingCrm, sliceDays: number | null): Promise<Workstation> {
  const workstation = await openWorkstation();
  await connectProfile(workstation.backend.store, { url: proxy.url, apiKey: crm.apiKey, isPractice: false });
  await workstation.backend.store.write((writer) => writeSetting(writer, SLICE, { days: sliceDays }));
  await workstation.backend.reconnect();
  return workstation;
}

const PAGE: Answered = { status: 200, type: 'text/html', body: '<html><body>Onderhoud</body></html>' };
const BUSY: Answered = {
  status: 503,
  type: 'application/json',
  body: '{"status_code":503,"status_message":"Temporarily unavailable for maintenance."}',
};
const CUT = (truth: Answered): Answered => ({ ...truth, body: truth.body.slice(0, truth.body.length / 2) });
const DROPPED = (): never => {
  throw new Error('dropped');
};

type Spoiling = 'page' | 'maintenance' | 'cut' | 'dropped' | 'stripped';
const LIES: Readonly<Record<Exclude<Spoiling, 'stripped'>, (truth: Answered) => Answered>> = {
  page: () => PAGE,
  maintenance: () => BUSY,
  cut: CUT,
  dropped: DROPPED,
};

/** Spoils every question the first time that it is asked: a pull that gets to its end was spoiled at each of its steps. */
function spoilEachOnce(proxy: LyingCrm, spoiling: Spoiling): ReadonlySet<string> {
  const spoiled = new Set<string>();
  const isFirst = ({ entity, action, params }: Asked): boolean => {
    const question = `${entity} ${action} ${JSON.stringify(params)}`;
    if (spoiled.has(question)) return false;
    spoiled.add(question);
    return true;
  };
  if (spoiling === 'stripped') proxy.strip = isFirst;
  else proxy.lie = (asked, truth) => (isFirst(asked) ? LIES[spoiling](truth) : truth);
  return spoiled;
}

const MOST_ROUNDS = 200;

describe('a first pull', () => {
  it.each([
    ['page', 14],
    ['maintenance', 14],
    ['cut', 14],
    ['dropped', 14],
    ['stripped', 14],
    ['stripped', null],
  ] as const)(
    'is whole although every question went wrong once: %s, with a slice of %s days',
    async (spoiling, sliceDays) => {
      const crm = await practiceCrm({ fill: FEW });
      const proxy = await lyingCrm(() => crm.url);
      const clean = await connected(crm, proxy, sliceDays);
      await clean.sync();
      const whole = await mirrorOf(clean);
      const workstation = await connected(crm, proxy, sliceDays);
      const spoiled = spoilEachOnce(proxy, spoiling);
      let rounds = 0;
      for (let isWhole = false; !isWhole && rounds < MOST_ROUNDS; rounds += 1) {
        const failure = (await workstation.sync())?.failure ?? null;
        expect(failure?.sentence.nl).not.toBe('');
        isWhole = failure === null;
      }
      expect(rounds).toBeLessThan(MOST_ROUNDS);
      expect(spoiled.size).toBeGreaterThan(20);
      expect(await mirrorOf(workstation)).toEqual(whole);
    },
    120_000,
  );
});

describe('a CRM that lies', () => {
  it('about how many rows there are, changes nothing but what is shown', async () => {
    const crm = await practiceCrm({ fill: FEW });
    const proxy = await lyingCrm(() => crm.url);
    const honest = await connected(crm, proxy, null);
    await honest.sync();
    for (const count of [0, 3, 1_000_000]) {
      proxy.lie = (_asked, truth) => ({ ...truth, body: truth.body.replace(/"count":\d+/, `"count":${count}`) });
      const fooled = await connected(crm, proxy, null);
      expect((await fooled.sync())?.failure).toBeNull();
      expect(await mirrorOf(fooled)).toEqual(await mirrorOf(honest));
      await fooled.close();
    }
  });

  it('and forgets in the middle of a round who asks, is not believed', async () => {
    const crm = await practiceCrm({ fill: FEW });
    const proxy = await lyingCrm(() => crm.url);
    const workstation = await connected(crm, proxy, null);
    for (const known of [6, 9, 12]) {
      const before = proxy.count;
      proxy.strip = ({ number }) => number > before + known;
      expect((await workstation.sync())?.failure).not.toBeNull();
    }
    proxy.strip = () => false;
    expect((await workstation.sync())?.failure).toBeNull();
  });

  it('and gives the same page for ever, is left alone with a sentence', async () => {
    const crm = await practiceCrm();
    const proxy = await lyingCrm(() => crm.url);
    let kept: Answered | null = null;
    proxy.lie = ({ entity, params }, truth) => {
      const isWholeTable = JSON.stringify(params['where'] ?? []).startsWith('[["id",">"') && params['limit'] === 500;
      if (entity !== 'Contribution' || !isWholeTable) return truth;
      return (kept ??= truth);
    };
    const workstation = await connected(crm, proxy, null);
    const report = await workstation.sync();
    expect(report?.failure?.sentence.nl).toContain('dezelfde bladzijde');
    proxy.lie = (_asked, truth) => truth;
    expect((await workstation.sync())?.failure).toBeNull();
    expect((await workstation.ask('list.get', { lane: 'caller', date: '2026-11-21' })).items).toHaveLength(73);
  });

  it('and leaves rows out of its pages, is found out by their ids', async () => {
    const crm = await practiceCrm({ fill: FEW });
    const proxy = await lyingCrm(() => crm.url);
    const honest = await connected(crm, proxy, null);
    await honest.sync();
    const isOdd = ({ id }: Record<string, unknown>): boolean => Number(id) % 2 === 1;
    proxy.lie = ({ entity, params }, truth) =>
      entity === 'Contribution' && (params['select'] as string[] | undefined)?.includes('total_amount')
        ? changeRows(truth, (rows) => (JSON.stringify(params['where']).includes('IN') ? rows : rows.filter(isOdd)))
        : truth;
    const fooled = await connected(crm, proxy, null);
    expect((await fooled.sync())?.failure).toBeNull();
    expect(await mirrorOf(fooled)).toEqual(await mirrorOf(honest));
  });

  it('and loses ids from a list of ids, takes nothing away here', async () => {
    const crm = await practiceCrm({ fill: FEW });
    const proxy = await lyingCrm(() => crm.url);
    const workstation = await connected(crm, proxy, null);
    await workstation.sync();
    const whole = await mirrorOf(workstation);
    proxy.lie = ({ params }, truth) =>
      JSON.stringify(params['select']) === '["id"]' && params['limit'] === 5_000 ? changeRows(truth, () => []) : truth;
    workstation.clock.advance(86_400);
    expect((await workstation.sync())?.failure).toBeNull();
    expect(await mirrorOf(workstation)).toEqual(whole);
  });
});

describe('a CRM that goes back', () => {
  it('by the row of the cursor, goes on', async () => {
    const crm = await practiceCrm({ clock: () => new Date('2026-11-22T09:00:00.000Z') });
    const proxy = await lyingCrm(() => crm.url);
    const workstation = await connected(crm, proxy, 14);
    const [gift] = await askCrm(crm, 'Contribution', 'create', {
      values: { contact_id: 2016, total_amount: 5, 'financial_type_id:name': 'Donation', receive_date: '2026-11-20' },
    });
    await workstation.sync();
    await askCrm(crm, 'Contribution', 'delete', { where: [['id', '=', gift?.['id']]] });
    expect((await workstation.sync())?.failure).toBeNull();
    expect((await workstation.ask('sync.notices', {})).notices).toEqual([]);
  });

  it('by a time zone, is noticed and read again, and nothing is lost', async () => {
    const crm = await practiceCrm({ fill: FEW });
    const proxy = await lyingCrm(() => crm.url);
    const workstation = await connected(crm, proxy, 14);
    await workstation.sync();
    const whole = await mirrorOf(workstation);
    const back = (stamp: unknown): unknown =>
      typeof stamp === 'string'
        ? new Date(Date.parse(`${stamp.replace(' ', 'T')}Z`) - 9 * 3_600_000)
            .toISOString()
            .slice(0, 19)
            .replace('T', ' ')
        : stamp;
    // As the site would answer: every stamp nine hours earlier, compared with what is asked.
    proxy.lie = ({ action, params }, truth) => {
      if (action !== 'get' || !truth.body.includes('modified_date')) return truth;
      const since = /"modified_date",">=","([^"]+)"/.exec(JSON.stringify(params['where'] ?? []))?.[1];
      return changeRows(truth, (rows) =>
        rows
          .map((row) => ({ ...row, modified_date: back(row['modified_date']) }))
          .filter((row) => since === undefined || String(row['modified_date']) >= since),
      );
    };
    expect((await workstation.sync())?.failure).toBeNull();
    expect(await mirrorOf(workstation)).toEqual(whole);
    const { notices } = await workstation.ask('sync.notices', {});
    expect(notices.map(({ kind }) => kind)).toEqual(['rewound']);
    expect((await workstation.sync())?.failure).toBeNull();
  });

  it('to the backup of yesterday, is noticed and read again, and nothing is sent twice', async () => {
    const [dataDir, backup] = [temporaryFolder(), temporaryFolder()];
    const yesterday = await practiceCrm({ dataDir });
    await yesterday.stop();
    cpSync(dataDir, backup, { recursive: true });
    const today = await practiceCrm({ dataDir, clock: () => new Date('2026-11-23T12:00:00.000Z') });
    let serving = today;
    const proxy = await lyingCrm(() => serving.url);
    const workstation = await connected(today, proxy, 14);
    await workstation.sync();
    const before = await mirrorOf(workstation);
    for (const [id, surname] of [
      [2016, 'Teruggezet'],
      [2017, 'Ook Terug'],
    ] as const) {
      await askCrm(today, 'Contact', 'update', { where: [['id', '=', id]], values: { last_name: surname } });
    }
    await holdCall(workstation, (await externalIdOf(workstation, 2018)) ?? '', {
      outcome: 'conversation',
      objectionAnswer: 'offered',
    });
    await workstation.sync();
    expect((await workstation.ask('sync.status', {})).applied).toBe(1);
    await today.stop();

    serving = await practiceCrm({ dataDir: backup });
    expect(await workstation.sync()).toMatchObject({ failure: null, pushed: 0 });
    expect(await workstation.sync()).toMatchObject({ failure: null, pushed: 0 });
    expect((await workstation.ask('sync.notices', {})).notices.map(({ kind }) => kind)).toEqual(['rewound']);
    expect(await mirrorOf(workstation)).toEqual(before);
    const calls = { select: ['id'], where: [['subject', 'LIKE', '%[Dankbel %']] };
    expect(await askCrm(serving, 'Activity', 'get', calls)).toHaveLength(0);
  });
});

describe('a disk that fills up in the middle of a page', () => {
  it('says so, keeps what was there, and goes on when there is room', async () => {
    const crm = await practiceCrm();
    const proxy = await lyingCrm(() => crm.url);
    const workstation = await connected(crm, proxy, null);
    const pragma = (statement: string) => sql.raw(`PRAGMA ${statement}`).execute(workstation.backend.store.reader);
    await pragma('max_page_count = 120');
    const report = await workstation.sync();
    expect(report?.failure?.sentence.nl).toContain('De schijf is vol');
    expect((await workstation.ask('sync.status', {})).problem?.nl).toContain('De schijf is vol');
    await pragma('max_page_count = 1000000');
    expect((await workstation.sync())?.failure).toBeNull();
    expect((await workstation.ask('list.get', { lane: 'caller', date: '2026-11-21' })).items).toHaveLength(73);
  });
});

async function externalIdOf({ backend }: Workstation, crmId: number): Promise<string | null> {
  const row = await backend.store.reader
    .selectFrom('donor')
    .select('external_id')
    .where('crm_id', '=', crmId)
    .executeTakeFirst();
  return row?.external_id ?? null;
}
