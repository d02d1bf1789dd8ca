/** Gives somebody a PIN. A coordinator who has one must have a way back: with the first comes the recovery code. */
import { noteAudit } from '../../../db/queries/audit.ts';
import type { Person } from '../../../db/queries/people.ts';
import { writePin } from '../../../db/queries/pins.ts';
import { keepSecret } from '../../../db/secret.ts';
import type { AskContext } from '../context.ts';
import { hasCode, keepCode, makeCode, wrapForCode } from './recovery.ts';

/** @returns the recovery code when it was made just now, to be shown once */
export async function givePin(
  context: AskContext,
  person: Person,
  pin: string,
  action: 'pin-set' | 'pin-changed',
): Promise<string | null> {
  const { store, now, costs, person: by } = context;
  const needsCode = person.roles.includes('coordinator') && !(await hasCode(store.reader));
  const secret = await keepSecret(pin, costs.pin);
  const code = needsCode ? await makeCode(context) : null;
  await store.write(async (writer) => {
    await writePin(writer, person.id, secret, now());
    if (code !== null) await keepCode(writer, code);
    await noteAudit(writer, { at: now(), personId: by.id, action, subject: String(person.id) });
  });
  if (code !== null) await wrapForCode(context, code);
  return code?.code ?? null;
}
