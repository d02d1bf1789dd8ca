/**
 * The files of the charity whose CRM was captured. Files carry no calls, no complaints and no end of a mandate; what
 * they do carry must come to the same list.
 */
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay } from '../../../domain/calendar/day.ts';
import { buildCallList, countSuppressed, ofLane, type CallList } from '../../../domain/call-list/call-list.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { findCandidates } from '../../../db/queries/candidates.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import type { Store } from '../../../db/store.ts';
import { capturedDonors } from '../../support/captured-donors.ts';
import { importInto, mirrorOf, NOTHING, openProfile, REAL_FILES, TODAY } from './support.ts';

const captured = capturedDonors();

/** What the files do not carry, taken away. */
const asInFiles = captured.map((donor) => ({
  ...donor,
  hasOpenComplaint: false,
  calls: [],
  scheduledCalls: [],
  claims: [],
  mandates: donor.mandates.map((mandate) => ({ ...mandate, status: 'running' as const, cancelledDay: null })),
}));

function listOf(donors: readonly DonorFacts[], today: CalendarDay): CallList {
  return buildCallList(donors, {
    today,
    viewerCrmId: null,
    settings: DEFAULT_SETTINGS,
  });
}

async function importedList({ reader }: Store, today: CalendarDay): Promise<CallList> {
  return listOf(await readFacts(reader, await findCandidates(reader, today, DEFAULT_SETTINGS)), today);
}

const capturedNumbers = new Map(captured.map(({ donorId, externalId }) => [donorId, externalId]));
const rowsOf = (list: CallList, numberOf: (donorId: number) => string | null | undefined): string[] =>
  list.items.map((item) => [numberOf(item.donorId), item.match.programme, item.match.due, item.number].join(' '));

describe('the files of the captured charity', () => {
  it('are taken whole, and the second time change nothing', async () => {
    const store = await openProfile();
    const first = await importInto(store, REAL_FILES);
    expect(first).toEqual({
      donors: { ...NOTHING, new: 418 },
      mandates: { ...NOTHING, new: 214 },
      gifts: { ...NOTHING, new: 1_077 },
      refusals: [],
      refused: 0,
      remarks: [
        expect.objectContaining({
          count: 2,
          text: expect.objectContaining({ nl: 'Niet gelezen kolommen: Geboortedatum, Herkomst.' }),
        }),
        expect.objectContaining({
          count: 214,
          text: expect.objectContaining({ en: expect.stringContaining('count as running') }),
        }),
      ],
      changed: true,
    });
    const before = await mirrorOf(store);
    expect(await importInto(store, REAL_FILES)).toEqual({
      ...first,
      donors: { ...NOTHING, unchanged: 418 },
      mandates: { ...NOTHING, unchanged: 214 },
      gifts: { ...NOTHING, unchanged: 1_077 },
      changed: false,
    });
    expect(await mirrorOf(store)).toEqual(before);
  });

  it('come to the same list, donor by donor and in the same order, on every day around it', async () => {
    const store = await openProfile();
    await importInto(store, REAL_FILES);
    const donors = await store.reader.selectFrom('donor').select(['id', 'external_id']).execute();
    const numbers = new Map(donors.map(({ id, external_id }) => [id, external_id]));
    for (let offset = -30; offset <= 30; offset += 1) {
      const day = addDays(TODAY, offset);
      const imported = await importedList(store, day);
      const expected = listOf(asInFiles, day);
      expect(rowsOf(imported, (id) => numbers.get(id))).toEqual(rowsOf(expected, (id) => capturedNumbers.get(id)));
      expect(countSuppressed(imported)).toEqual(countSuppressed(expected));
    }
  });

  it('differ from the CRM on 21 November 2026 by five donors, each for a fact that files do not carry', async () => {
    const store = await openProfile();
    await importInto(store, REAL_FILES);
    const imported = await importedList(store, TODAY);
    const fromCrm = listOf(captured, TODAY);
    expect(ofLane(imported, 'director').items).toHaveLength(6);
    const details = await readDonors(
      store.reader,
      imported.items.map(({ donorId }) => donorId),
    );
    const onCrmList = new Set(fromCrm.items.map(({ donorId }) => capturedNumbers.get(donorId)));
    const more = imported.items
      .map(({ donorId }) => details.get(donorId)?.externalId ?? '')
      .filter((number) => !onCrmList.has(number));
    const whyNot = (number: string): string =>
      fromCrm.suppressed.find(({ donorId }) => capturedNumbers.get(donorId) === number)?.suppressions[0]?.id ??
      'in no programme';
    expect(Object.fromEntries(more.map((number) => [number, whyNot(number)]))).toEqual({
      // The mandate was cancelled before its first debit, and the file has no end of mandates.
      'NIEUW-0025': 'in no programme',
      // Activities of the CRM: a conversation, a voicemail, an appointment, a complaint.
      'NIEUW-0043': 'cool-down',
      'NIEUW-0044': 'attempt-pause',
      'NIEUW-0045': 'scheduled',
      'NIEUW-0046': 'complaint',
    });
    expect(imported.items).toHaveLength(fromCrm.items.length + more.length);
  });

  it('bring names, numbers and addresses as the CRM has them', async () => {
    const store = await openProfile();
    await importInto(store, REAL_FILES);
    const donors = await store.reader.selectFrom('donor').select(['id', 'external_id']).execute();
    const ids = new Map(donors.map(({ id, external_id }) => [external_id, id]));
    const facts = new Map((await readFacts(store.reader, [...ids.values()])).map((donor) => [donor.donorId, donor]));
    for (const donor of captured) {
      const imported = facts.get(ids.get(donor.externalId)!)!;
      const told = ({ raw, number, isPrimary }: DonorFacts['phones'][number]): unknown => [raw, number, isPrimary];
      expect(imported.phones.map(told)).toEqual(donor.phones.map(told));
      expect(imported.isDeceased).toBe(donor.isDeceased);
      expect(imported.hasObjected).toBe(donor.hasObjected);
      // The captured gifts have no campaign; the file names projects.
      const gift = ({ day, amount, status, mandateId }: DonorFacts['gifts'][number]): unknown => [
        day,
        amount,
        status,
        mandateId === null,
      ];
      const inOrder = (gifts: DonorFacts['gifts']): unknown[] => gifts.toSorted((a, b) => a.id - b.id).map(gift);
      expect(inOrder(imported.gifts)).toEqual(inOrder(donor.gifts));
      const mandateIds = new Set(imported.mandates.map(({ id }) => id));
      expect(imported.gifts.every(({ mandateId }) => mandateId === null || mandateIds.has(mandateId))).toBe(true);
      expect(imported.mandates.map(({ startDay, amount, frequency }) => [startDay, amount, frequency])).toEqual(
        donor.mandates.map(({ startDay, amount, frequency }) => [startDay, amount, frequency]),
      );
    }
    const details = await readDonors(store.reader, [...ids.values()]);
    const nasty = (number: string): unknown => details.get(ids.get(number)!)?.details;
    expect(nasty('NIEUW-0053')).toMatchObject({ name: { firstName: '=cmd|calc', surname: '+Formule' } });
    expect(nasty('NIEUW-0048')).toMatchObject({ name: { firstName: 'Zoë-Loïs', prefix: 'in ’t', surname: 'Veld' } });
    expect(nasty('NIEUW-0055')).toMatchObject({ addresses: [], emails: [] });
    expect(nasty('NIEUW-0054')).toMatchObject({
      addresses: [{ value: { street: 'Kerkstraat 12 bus 4', postcode: '2000', town: 'Antwerpen', country: 'BE' } }],
    });
    expect(nasty('NIEUW-HH1')).toMatchObject({ name: { kind: 'household', displayName: 'Familie De Wit-El Amrani' } });
    expect(nasty('DON-00003')).toMatchObject({ addresses: [{ value: { street: 'Beatrixlaan 37-2' } }] });
  });
});
