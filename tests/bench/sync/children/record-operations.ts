/** Records operations in a pulled profile, as an evening of calls without a network leaves them. */
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { openStore } from '../../../../db/open/open-store.ts';
import { readCurrentPerson } from '../../../../db/queries/people.ts';
import { recordOperation } from '../../../../db/queries/operations.ts';
import type { OperationBody } from '../../../../domain/operation.ts';
import { printAnswer, readInput } from '../../harness/child.ts';

const { folder, count } = readInput(z.object({ folder: z.string(), count: z.int() }));
const AT = '2026-11-21T19:00:00.000Z';
const store = await openStore({ folder, now: AT });
const person = await readCurrentPerson(store.reader);
if (person === null) throw new Error('nobody works here');
const donors = await store.reader
  .selectFrom('donor')
  .innerJoin('donor_phone', (join) =>
    join.onRef('donor_phone.donor_id', '=', 'donor.id').on('donor_phone.is_primary', '=', 1),
  )
  .select(['donor.id', 'donor_phone.id as rowId', 'donor_phone.crm_id as crmId', 'donor_phone.raw'])
  .where('donor.is_removed', '=', 0)
  .orderBy('donor.id')
  .limit(count)
  .execute();

function bodyOf(index: number, phone: (typeof donors)[number]): OperationBody {
  if (index % 10 === 3) return { kind: 'objection', at: AT, wasSetBefore: false };
  if (index % 5 === 4) {
    const value = `+3161${String(2_000_000 + index)}`;
    const { rowId, crmId, raw } = phone;
    return {
      kind: 'correction',
      at: AT,
      checkedBy: 'read-back',
      correction: { field: 'phone', rowId, crmId, base: raw, value },
    };
  }
  return {
    kind: 'call',
    programme: 'thank-you-call',
    promisedIn: null,
    outcome: index % 3 === 0 ? 'conversation' : 'no-answer',
    at: AT,
    durationSeconds: 240,
    number: null,
    notes: `Bedankt voor het gesprek, nummer ${index}.`,
    objectionAnswer: 'offered',
    emotion: 'happy',
    promisedAt: null,
    confirmedFields: ['name', 'address'],
    followUps: [],
  };
}

for (const [index, donor] of donors.entries()) {
  const operation = {
    id: uuidv7(),
    donorId: donor.id,
    personId: person.id,
    body: bodyOf(index, donor),
    recordedAt: AT,
  };
  await store.write((writer) => recordOperation(writer, operation));
}
await store.close();
printAnswer({ recorded: donors.length });
