/** Reading ahead: every page once and in order, never two questions at a time, and nothing lost when the CRM fails. */
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Connector, PullPage } from '../../../sync/connector.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';
import { joinPages, LONG_WAIT_MILLISECONDS, PAGES_TOGETHER, readPages } from '../../../sync/pull-pages.ts';

const FAILURE = new CrmFailure('unreachable', { nl: 'weg', en: 'gone' });

/** A CRM of so many pages, which fails at one of them. Positions are the numbers of the pages to come. */
function source(
  pages: number,
  failsAt: number | null = null,
  answersAfter = 0,
): { connector: Connector; asked: number[]; now: () => string } {
  const asked: number[] = [];
  let clock = 0;
  let isBusy = false;
  const pull = async (_entity: string, position: unknown): Promise<PullPage> => {
    const number = typeof position === 'number' ? position : 1;
    asked.push(number);
    if (isBusy) throw new Error('two questions at a time');
    isBusy = true;
    await setImmediate();
    clock += answersAfter;
    isBusy = false;
    if (number === failsAt) throw FAILURE;
    return {
      pulled: { entity: 'gifts', records: [] },
      position: number + 1,
      isLast: number === pages,
      isRewound: false,
      rows: 0,
      leftOut: 0,
    };
  };
  const unused = (): never => {
    throw new Error('not asked for');
  };
  const connector: Connector = {
    identify: unused,
    begin: unused,
    readWhole: unused,
    readGroups: unused,
    findRecent: unused,
    readIds: unused,
    readExisting: unused,
    readRows: unused,
    findWinner: unused,
    endDoubles: unused,
    send: unused,
    pull,
  };
  return { connector, asked, now: () => new Date(clock).toISOString() };
}

async function positions(
  connector: Connector,
  shouldStop: () => boolean = () => false,
  now = () => '2026-11-21T09:00:00.000Z',
): Promise<unknown[][]> {
  const groups: unknown[][] = [];
  try {
    for await (const pages of readPages({ connector, scope: 'whole', shouldStop, now }, 'gifts', null)) {
      groups.push(pages.map(({ position }) => position));
    }
  } catch (error) {
    groups.push([error]);
  }
  return groups;
}

describe('reading pages ahead', () => {
  it.each([1, PAGES_TOGETHER - 1, PAGES_TOGETHER, PAGES_TOGETHER + 1, 3 * PAGES_TOGETHER])(
    'hands out all of %i pages once, in order, some together',
    async (count) => {
      const { connector, asked } = source(count);
      const groups = await positions(connector);
      const all = Array.from({ length: count }, (_, index) => index + 1);
      expect(groups.flat()).toEqual(all.map((number) => number + 1));
      expect(asked).toEqual(all);
      expect(Math.max(...groups.map((group) => group.length))).toBe(Math.min(count, PAGES_TOGETHER));
    },
  );

  it('hands out each page at once when the CRM is slower than we are', async () => {
    const { connector, now } = source(5, null, LONG_WAIT_MILLISECONDS);
    expect(await positions(connector, undefined, now)).toEqual([[2], [3], [4], [5], [6]]);
  });

  it('hands out what it has before it says that the CRM failed', async () => {
    const { connector } = source(20, PAGES_TOGETHER + 3);
    const [first, second, ...rest] = await positions(connector);
    expect(first).toHaveLength(PAGES_TOGETHER);
    expect(second).toHaveLength(2);
    expect(rest).toEqual([[FAILURE]]);
  });

  it('asks nothing more when it should stop, and hands out what it has', async () => {
    const { connector, asked } = source(20);
    expect((await positions(connector, () => asked.length >= 2)).flat()).toEqual([2, 3]);
    expect(asked).toEqual([1, 2]);
    expect(await positions(connector, () => true)).toEqual([]);
  });
});

describe('pages that are kept together', () => {
  it('hold a record that changed while we read as it was read last', () => {
    const page = (...amounts: readonly (readonly [crmId: number, amount: number])[]): PullPage => ({
      pulled: {
        entity: 'gifts',
        records: amounts.map(([crmId, amount]) => ({
          crmId,
          donorCrmId: 1,
          day: '2026-11-21',
          amount,
          status: 'received',
          mandateCrmId: null,
          project: null,
          source: null,
        })),
      },
      position: null,
      isLast: false,
      isRewound: false,
      rows: 0,
      leftOut: 0,
    });
    const { entity, records } = joinPages([page([1, 100], [2, 200]), page([3, 300], [1, 150])]);
    expect(entity).toBe('gifts');
    expect(records).toMatchObject([{ crmId: 1, amount: 150 }, { crmId: 2 }, { crmId: 3 }]);
  });
});
