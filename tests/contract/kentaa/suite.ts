/** What a Kentaa must do for Dankbel: reading only, so that the same suite runs against a real site. */
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../sync/sources/kentaa/budget.ts';
import type { KentaaSite } from '../../../sync/sources/kentaa/client.ts';
import { readSingle, readSite, readWindow } from '../../../sync/sources/kentaa/read-window.ts';
import { RESOURCES } from '../../../sync/sources/kentaa/resources.ts';

export interface Reached {
  readonly address: string;
  readonly apiKey: string;
  /** A span in which something was made. */
  readonly after: string;
  readonly before: string;
}

export function describeKentaa(name: string, reach: () => Promise<Reached>): void {
  describe(`the contract with ${name}`, () => {
    const now = (): string => new Date().toISOString();
    const siteOf = async (): Promise<KentaaSite & Reached> => ({ ...(await reach()), budget: new Budget(now) });

    it('says whose key it is, each time the same, and by which clock', async () => {
      const site = await siteOf();
      const identity = await readSite(site);
      expect(identity).toMatchObject({ id: expect.stringMatching(/^kentaa:\d+$/), name: expect.stringMatching(/\S/) });
      expect(identity.serverTime).not.toBeNull();
      expect((await readSite(site)).id).toBe(identity.id);
      expect(site.budget.view().hourLeft).not.toBeNull();
    });

    it('refuses a key that nobody has', async () => {
      const site = await siteOf();
      const failure = readSite({ ...site, apiKey: 'dankbel-no-such-key' });
      await expect(failure).rejects.toMatchObject({ name: 'SourceFailure', kind: 'refused' });
    });

    it.each(RESOURCES)('reads $name, leaves out nothing, and finds one of them by its number', async (resource) => {
      const site = await siteOf();
      const read = await readWindow(site, resource, { by: 'created', after: site.after, before: site.before });
      if (read === null) return;
      expect(read.leftOut).toBe(0);
      const [first] = read.records;
      if (first === undefined) return;
      expect(first.key).toMatch(new RegExp(`^${resource.prefix}:\\d+$`));
      const single = await readSingle(site, resource, first.key.slice(resource.prefix.length + 1));
      expect(single).toMatchObject({ key: first.key });
      const changed = await readWindow(site, resource, { by: 'updated', after: site.after, before: site.before });
      expect(changed?.keys.length ?? 0).toBeGreaterThan(0);
    });

    it('says of what does not exist that it does not', async () => {
      const site = await siteOf();
      const [projects] = RESOURCES;
      expect(projects === undefined ? null : await readSingle(site, projects, '999999999')).toBe('missing');
    });
  });
}
