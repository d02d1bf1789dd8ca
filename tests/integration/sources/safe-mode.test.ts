/** Started with as little as possible, no place is asked for anything, and it says so. */
import { expect, it } from 'vitest';
import { failureOf } from '../../support/failure-of.ts';
import { donation } from '../../support/kentaa/objects.ts';
import { kentaaStandIn } from '../../support/kentaa/stand-in.ts';
import { connectedWorkstation, openWorkstation, practiceCrm, testClock } from '../../support/workstation.ts';

it('safe mode reads no fundraising site, by itself or when asked', async () => {
  const clock = testClock();
  const kentaa = await kentaaStandIn({ clock: clock.now });
  const usual = await connectedWorkstation(await practiceCrm(), { clock });
  const { folder } = usual;
  kentaa.put('donations', donation('2026-11-20T10:00:00.000Z', { id: 418 }));
  const site = { kind: 'kentaa', address: kentaa.url, apiKey: kentaa.apiKey, startedFrom: '2026-11-01' } as const;
  await usual.ask('sources.add', site);
  await usual.close();
  const asked = kentaa.requests.length;
  const safe = await openWorkstation({ folder, clock, isSafe: true });
  await safe.backend.sources.run();
  const { sentence } = await failureOf(safe.ask('sources.pull', {}));
  expect(sentence.en).toContain('started safely');
  expect((await failureOf(safe.ask('sources.add', site))).sentence).toEqual(sentence);
  expect(kentaa.requests).toHaveLength(asked);
  await safe.close();
  const again = await openWorkstation({ folder, clock });
  await again.backend.sources.run();
  expect(kentaa.requests.length).toBeGreaterThan(asked);
});
