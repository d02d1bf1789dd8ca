/** What only a stand-in can do: go wrong in the ways of Kentaa, and of what stands in between. */
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../sync/sources/kentaa/budget.ts';
import type { KentaaSite } from '../../../sync/sources/kentaa/client.ts';
import { readSite, readWindow } from '../../../sync/sources/kentaa/read-window.ts';
import { RESOURCES, type Resource } from '../../../sync/sources/kentaa/resources.ts';
import { donation } from '../../support/kentaa/objects.ts';
import { kentaaStandIn, type KentaaStandIn } from '../../support/kentaa/stand-in.ts';
import { testClock, type TestClock } from '../../support/workstation.ts';

const AT = '2026-11-20T10:00:00.000Z';
const SPAN = { after: '2026-11-01T00:00:00Z', before: '2026-11-21T12:00:00Z' };

interface Asking {
  readonly kentaa: KentaaStandIn;
  readonly site: KentaaSite;
  readonly clock: TestClock;
}

async function asking(): Promise<Asking> {
  const clock = testClock();
  const kentaa = await kentaaStandIn({ clock: clock.now });
  const site = { address: kentaa.url, apiKey: kentaa.apiKey, budget: new Budget(clock.now) };
  return { kentaa, site, clock };
}

const SLOW = new Set(['silence', 'drip']);
const donations = RESOURCES.find(({ name }) => name === 'donations') as Resource;
const keysOf = async (site: KentaaSite): Promise<readonly string[]> =>
  (await readWindow(site, donations, { by: 'updated', ...SPAN }))?.keys ?? [];

export function describeMisbehaviour(): void {
  describe('a stand-in that misbehaves', () => {
    it.each([
      ['html-500', 'busy'],
      ['html-200', 'busy'],
      ['cut-off', 'busy'],
      ['redirect', 'refused'],
      ['endless', 'busy'],
      ['nested', 'busy'],
      ['list', 'busy'],
      ['silence', 'unreachable'],
      ['drip', 'unreachable'],
    ] as const)('answers %s: %s, and the key goes nowhere else', async (page, kind) => {
      const { kentaa, site } = await asking();
      kentaa.faults.page = page;
      await expect(readSite({ ...site, timeoutMilliseconds: SLOW.has(page) ? 200 : 20_000 })).rejects.toMatchObject({
        kind,
      });
    });

    it('is asked over a connection that others cannot read, or not at all', async () => {
      const { site } = await asking();
      const asked: unknown[] = [];
      const noting = (...question: unknown[]): Promise<Response> => {
        asked.push(question);
        return Promise.reject(new Error('nothing may be sent'));
      };
      const failure = readSite({ ...site, address: 'http://api.kentaa.example/v1', fetch: noting });
      await expect(failure).rejects.toMatchObject({ kind: 'refused' });
      expect(asked).toEqual([]);
    });

    it.each([false, true])(
      'loses no row when one moves while the pages are read (newest first: %s)',
      async (descending) => {
        const { kentaa, site, clock } = await asking();
        kentaa.faults.descending = descending;
        for (let id = 1; id <= 250; id += 1) {
          kentaa.put('donations', donation(new Date(Date.parse(AT) + id * 1_000).toISOString(), { id }));
        }
        let isMoved = false;
        kentaa.faults.beforePage = (resource, page) => {
          if (resource !== 'donations' || page !== 2 || isMoved) return;
          isMoved = true;
          // It leaves the window, and everything behind it moves up.
          clock.advance(7_200);
          kentaa.change('donations', descending ? 249 : 7, { payment_status: 'refunded' });
        };
        const keys = await keysOf(site);
        expect(isMoved).toBe(true);
        expect(keys).toHaveLength(249);
        expect(new Set(keys).size).toBe(249);
      },
    );

    it('reads no more of a list than it is said to have, however many pages it says to have', async () => {
      const { kentaa, site } = await asking();
      kentaa.faults.neverEnds = true;
      await expect(keysOf(site)).rejects.toMatchObject({ kind: 'busy' });
      expect(kentaa.requests.length).toBeLessThan(10);
    });

    it('gives up on a list that never stands still, and says so', async () => {
      const { kentaa, site, clock } = await asking();
      for (let id = 1; id <= 150; id += 1) kentaa.put('donations', donation(AT, { id }));
      let moved = 0;
      kentaa.faults.beforePage = (_resource, page) => {
        if (page !== 2) return;
        moved += 1;
        clock.advance(7_200);
        kentaa.change('donations', moved, { message: 'x' });
      };
      await expect(keysOf(site)).rejects.toMatchObject({ kind: 'busy' });
      expect(moved).toBe(3);
    });

    it('is left alone before its limits: a part is for others, and 429 is waited out', async () => {
      const { kentaa, site, clock } = await asking();
      let asked = 0;
      const askUntilRefused = async (): Promise<void> => {
        for (;;) {
          await readSite(site);
          asked += 1;
        }
      };
      await expect(askUntilRefused()).rejects.toMatchObject({ kind: 'limit' });
      expect(asked).toBe(80);
      expect(site.budget.view().pausedUntil).toBe('2026-11-21T13:01:05.000Z');
      const before = kentaa.requests.length;
      clock.advance(60);
      await expect(readSite(site)).rejects.toMatchObject({ kind: 'limit' });
      expect(kentaa.requests).toHaveLength(before);
      clock.advance(6);
      await readSite(site);

      // Somebody else used up the hour.
      kentaa.faults.limits = { minute: 100, hour: 82 };
      await readSite(site);
      await expect(readSite(site)).rejects.toMatchObject({ kind: 'limit' });
      expect(site.budget.view().pausedUntil).toBe('2026-11-21T14:00:05.000Z');
    });
  });
}
