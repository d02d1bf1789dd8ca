/** Finding donors through the real backend, in the captured charity. */
import { describe, expect, it } from 'vitest';
import { searchDonors } from '../../../db/queries/search.ts';
import { readQuestion } from '../../../domain/search/search-question.ts';
import { connectedWorkstation, practiceCrm } from '../../support/workstation.ts';

describe('donor.search', () => {
  it('finds a donor of the captured charity by name, number, postcode with house number, and donor’s number', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { reader } = workstation.backend.store;
    const donor = await reader
      .selectFrom('donor')
      .innerJoin('donor_phone', 'donor_phone.donor_id', 'donor.id')
      .innerJoin('donor_address', 'donor_address.donor_id', 'donor.id')
      .select(['donor.id', 'first_name', 'prefix', 'surname', 'external_id', 'number', 'street', 'postcode'])
      .where('number', 'is not', null)
      .where('prefix', '<>', '')
      .where('external_id', 'is not', null)
      .where('is_removed', '=', 0)
      .where('street', 'like', '% %')
      .orderBy('donor.id')
      .executeTakeFirstOrThrow();
    for (const text of [
      `${donor.surname} ${donor.first_name}`,
      `${donor.prefix} ${donor.surname}`.toUpperCase(),
      donor.external_id ?? '',
      `0${donor.number?.slice(3, 9) ?? ''}`,
      `${donor.postcode}${/\d+/.exec(donor.street)?.[0] ?? ''}`,
    ]) {
      const { donors } = await workstation.ask('donor.search', { text });
      expect({ text, found: donors.map(({ donorId }) => donorId) }).toEqual({
        text,
        found: expect.arrayContaining([donor.id]) as unknown,
      });
    }
    expect(await workstation.ask('donor.search', { text: 'q' })).toEqual({ donors: [], hasMore: false });
  });

  it('finds everybody by the whole name, and by prefix and surname as far as they were typed', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: null });
    const { reader } = workstation.backend.store;
    const donors = await reader
      .selectFrom('donor')
      .select(['id', 'prefix', 'surname', 'display_name'])
      .where('is_removed', '=', 0)
      .where('display_name', '<>', '')
      .execute();
    expect(donors.length).toBeGreaterThan(400);
    const missed: string[] = [];
    for (const { id, prefix, surname, display_name: name } of donors) {
      const surnameInFull = `${prefix} ${surname}`.trim();
      const typed = [name, surnameInFull, surnameInFull.slice(0, -1)].filter(
        (text) => readQuestion(text).words.length > 0,
      );
      for (const text of typed) {
        if (!(await searchDonors(reader, readQuestion(text), 500)).includes(id)) missed.push(text);
      }
    }
    expect(missed).toEqual([]);
  });

  it('says that there are more than it shows', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { donors, hasMore } = await workstation.ask('donor.search', { text: 'va' });
    expect(donors).toHaveLength(20);
    expect(hasMore).toBe(true);
  });

  it('shows a caller of somebody outside her list who it is and where, and the rest once she has said why', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await workstation.backend.store.write(async ({ transaction }) => {
      await transaction.updateTable('person').set({ roles: '["caller"]' }).execute();
    });
    const find = async (number: string) => (await workstation.ask('donor.search', { text: number })).donors[0];
    const onList = (await workstation.ask('list.get', { lane: 'caller' })).items[0];
    expect(await find(onList?.externalId ?? '')).toMatchObject({ number: expect.stringMatching(/^0/) });
    const found = await find('NIEUW-0043');
    const row = await workstation.backend.store.reader
      .selectFrom('donor_address')
      .select(['street', 'postcode', 'town'])
      .where('donor_id', '=', found?.donorId ?? 0)
      .executeTakeFirstOrThrow();
    expect(found).toMatchObject({ address: row.town, number: null, email: null });
    const asked = { donor: { donorId: found?.donorId ?? 0 } };
    expect(await workstation.ask('list.why', asked)).toMatchObject({ programmes: [], legalBasis: null, level: null });
    await expect(workstation.ask('list.trace', asked)).rejects.toMatchObject({ failure: { code: 'needs-reason' } });
    await expect(workstation.ask('donor.look', { donorId: asked.donor.donorId })).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    });
    await workstation.ask('donor.look', { donorId: asked.donor.donorId, why: 'rings-back' });
    expect((await find('NIEUW-0043'))?.address).toContain(row.street);
    expect((await workstation.ask('list.why', asked)).programmes).not.toEqual([]);
    expect((await workstation.ask('list.trace', asked)).lines).not.toEqual([]);
  });

  it('is not for a verifier', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await workstation.backend.store.write(async ({ transaction }) => {
      await transaction.updateTable('person').set({ roles: '["verifier"]' }).execute();
    });
    await expect(workstation.ask('donor.search', { text: 'vries' })).rejects.toMatchObject({
      failure: { code: 'not-allowed' },
    });
    await expect(workstation.ask('donor.whoCalled', { number: '0612345678' })).rejects.toMatchObject({
      failure: { code: 'not-allowed' },
    });
  });
});

describe('donor.whoCalled', () => {
  it('names everybody with the number, whoever was called last first', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { next } = await workstation.ask('today.get', { lane: 'caller' });
    if (next === null) throw new Error('nobody to call');
    const call = await workstation.ask('call.open', { donorId: next.donorId });
    const { number } = call.numbers[0] ?? { number: '' };
    await workstation.ask('call.dial', { callItemId: call.callItemId, number });
    await workstation.ask('call.finish', { callItemId: call.callItemId, outcome: 'no-answer', number, callback: null });
    await workstation.backend.store.write(async ({ transaction }) => {
      await transaction.updateTable('person').set({ roles: '["caller"]' }).execute();
    });
    const answer = await workstation.ask('donor.whoCalled', { number: next.number });
    expect(answer.number).toBe(next.number);
    expect(answer.donors[0]).toMatchObject({
      donorId: next.donorId,
      // Who was called today is shown as a whole.
      number: next.number,
      lastCall: { day: '2026-11-21', outcome: 'no-answer' },
    });
  });

  it('says so when it is no number', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    expect(await workstation.ask('donor.whoCalled', { number: 'anoniem' })).toEqual({ number: null, donors: [] });
  });
});
