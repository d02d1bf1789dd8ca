/** Somebody to be added to an organisation that perhaps holds others of earlier runs. */
import { v7 as uuidv7 } from 'uuid';
import type { NewContact } from '../../../sync/connector.ts';
import { NEWCOMER } from '../newcomer.ts';

/** Somebody whom no earlier test made, nor an earlier run. */
export function newcomer(values: Partial<NewContact> = {}): NewContact {
  const id = uuidv7();
  const tail = id.replaceAll(/\D/g, '').slice(-8).padStart(8, '1');
  const externalId = `kentaa:6:donation:${id}`;
  return {
    ...NEWCOMER,
    lastName: `Nieuw ${id} DANKBEL-TEST`,
    email: `${id}@voorbeeld.example`,
    phone: `+316${tail}`,
    externalId,
    externalIds: [externalId],
    ...values,
  };
}
