/** A workstation that a passphrase keeps closed: whatever is asked, nothing is answered but how to come in. */
import { randomBytes } from 'node:crypto';
import { failureSchema } from '../../contract/failure.ts';
import { PROCEDURES } from '../../contract/index.ts';
import { PROCEDURE_NAMES } from '../../contract/roles-table.ts';
import { setCurrentPerson } from '../../db/queries/people.ts';
import { SILENT_LOG } from '../../electron/backend/log.ts';
import { openLockable } from '../../electron/backend/lockable-backend.ts';
import { openWorkstation, AFTERNOON, CHEAP } from '../support/workstation.ts';
import { createDice } from './dice.ts';
import { makeNearlyValid, makeValid } from './from-schema.ts';
import { Harvest } from './harvest.ts';
import { hostileValue } from './hostile.ts';
import { shown, takesTooLong, type FuzzOptions, type FuzzReport } from './report.ts';

const OPEN = new Set(['session.people', 'session.setLanguage', 'session.setTheme']);

export async function fuzzSealed({ seed, goesOn }: FuzzOptions): Promise<FuzzReport> {
  const violations: string[] = [];
  const workstation = await openWorkstation();
  const passphrase = randomBytes(12).toString('hex');
  await workstation.backend.store.write((writer) =>
    setCurrentPerson(writer, { crmId: 900, name: 'coordinator', roles: ['coordinator'] }),
  );
  await workstation.ask('people.setPassphrase', { passphrase });
  await workstation.close();
  const sealed = await openLockable({
    folder: workstation.folder,
    now: () => AFTERNOON,
    random: Math.random,
    log: SILENT_LOG,
    syncsByItself: false,
    costs: CHEAP,
  });
  let inputs = 0;
  let refused = 0;
  for (let round = 0; goesOn(round); round += 1) {
    const dice = createDice(seed + round);
    const making = { dice, harvest: new Harvest() };
    for (const name of PROCEDURE_NAMES) {
      const schema = PROCEDURES[name].input;
      const input = [makeValid, makeNearlyValid, () => hostileValue(dice)][dice.number(3)]?.(schema, making);
      inputs += 1;
      const wrong = (what: string): void =>
        void violations.push(`seed ${seed + round}: ${name} ${shown(input)}: ${what}`);
      const isSlow = await takesTooLong(async () => {
        try {
          const answer = await sealed.ask(name, input);
          if (answer.ok) return OPEN.has(name) ? undefined : wrong('answered');
          refused += 1;
          if (!failureSchema.safeParse(answer.failure).success) wrong(`a failure that is none: ${shown(answer)}`);
          else if (answer.failure.code === 'unexpected') wrong('unexpected');
        } catch (error) {
          wrong(`threw ${String(error)}`);
        }
      });
      if (isSlow) wrong('worked on it for more than a second');
    }
  }
  await sealed.close();
  return { name: 'sealed', inputs, refused, figures: {}, violations };
}
