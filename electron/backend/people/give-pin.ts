/** Gives somebody a PIN. A coordinator who has one must have a way back: with the first comes the recovery code. */
import { noteAudit } from '../../../db/queries/audit.ts';
import type { Person } from '../../../db/queries/people.ts';
import { writePin } from '../../../db/queries/pins.ts';
import { keepSecret } from '../../../db/secret.ts';
import type { AskContext } from '../context.ts';
import { hasCode, keepCode, makeCode } from './recovery.ts';

/** @returns the recovery code when it was made just now, to be shown once */
export async function givePin(
  { store, now, person: by }: AskContext,
  person: Person,
  pin: string,
  action: 'pin-set' | 'pin-changed',
): Promise<string | null> {
  const needsCode = person.roles.includes('coordinator') && !(await hasCode(store.reader));
  const secret = await keepSecret(pin);
  const code = needsCode ? await makeCode() : null;
  await store.write(async (writer) => {
    await writePin(writer, person.id, secret, now());
    if (code !== null) await keepCode(writer, code);
    await noteAudit(writer, { at: now(), personId: by.id, action, subject: String(person.id) });
  });
  return code?.code ?? null;
}
