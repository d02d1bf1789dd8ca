/** The table of roles and procedures: written down, and every cell of it asked over the real dispatcher. */
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { PROCEDURES } from '../../../contract/index.ts';
import { ASKERS, mayAsk, PROCEDURE_NAMES, writeRolesPage, type Asker } from '../../../contract/roles-table.ts';
import { setCurrentPerson, signOut } from '../../../db/queries/people.ts';
import { ROLES } from '../../../domain/role.ts';
import { connectedWorkstation, openWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';

async function workAs({ backend }: Workstation, asker: Asker): Promise<void> {
  await backend.store.write(async (writer) => {
    if (asker === 'nobody') await signOut(writer);
    else await setCurrentPerson(writer, { crmId: 900 + ROLES.indexOf(asker), name: asker, roles: [asker] });
  });
}

/** What an answer says about the right to ask; what else is wrong with the question does not matter here. */
async function isAllowed({ backend }: Workstation, name: string): Promise<boolean> {
  // No input that a command could carry out, but where there is nothing to say.
  const answer = await backend.ask(name, {});
  return answer.ok || (answer.failure.code !== 'not-allowed' && answer.failure.code !== 'locked');
}

/** Rows of every table, so that a change anywhere is seen. */
async function countRows({ backend }: Workstation): Promise<string> {
  const tables = await backend.store.reader.introspection.getTables();
  const counts = await Promise.all(
    tables
      .filter(({ name, isView }) => !isView && !name.startsWith('donor_search'))
      .map(async ({ name }) => {
        const { reader } = backend.store;
        const rows = await reader
          .selectFrom(name as 'person')
          .selectAll()
          .execute();
        return `${name} ${JSON.stringify(rows)}`;
      }),
  );
  return counts.join('\n');
}

it('docs/roles.md says what the contract says', async () => {
  await expect(await format(writeRolesPage(), { parser: 'markdown', proseWrap: 'preserve' })).toMatchFileSnapshot(
    '../../../docs/roles.md',
  );
});

describe.each(ASKERS)('as %s', (asker) => {
  it('every question is answered or refused as the table says, and what is refused changes nothing', async () => {
    const workstation = await openWorkstation();
    await workAs(workstation, 'coordinator');
    const wrong: string[] = [];
    for (const name of PROCEDURE_NAMES) {
      await workAs(workstation, asker);
      const before = mayAsk(asker, name) ? null : await countRows(workstation);
      if ((await isAllowed(workstation, name)) !== mayAsk(asker, name)) wrong.push(name);
      if (before !== null && (await countRows(workstation)) !== before) wrong.push(`${name} changed something`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('what only some may know', () => {
  it('is in no answer to a caller: no account number; and no secret is in any answer at all', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: null });
    const { backend } = workstation;
    const coordinator = (await workstation.ask('session.get', {})).person.id;
    const { code } = await workstation.ask('people.setPin', { id: coordinator, pin: '7413' });
    const [first] = (await workstation.ask('verify.queue', { kind: null })).donors;
    const donorId = first?.donorId ?? 0;
    const proposal = { kind: 'iban', value: 'NL91ABNA0417164300', reason: 'zei ze zelf' } as const;
    await workstation.ask('verify.propose', { donorId, ...proposal });
    const [proposed] = (await workstation.ask('verify.proposals', {})).proposals;
    await workstation.ask('verify.decide', { proposalId: proposed?.proposalId ?? 0, isYes: true });
    await workstation.sync();
    for (const asker of ['caller', 'director', 'verifier'] as const) {
      await workAs(workstation, asker);
      await backend.ask('donor.look', { donorId, reason: 'belt terug' });
      let answered = 0;
      for (const name of PROCEDURE_NAMES.filter((each) => PROCEDURES[each].kind === 'query')) {
        for (const input of [{}, { donorId }, { lane: 'caller' }, { donor: { donorId } }, { text: 'an' }]) {
          const answer = await backend.ask(name, input);
          if (answer.ok) answered += 1;
          const said = `${name}: ${JSON.stringify(answer)}`;
          expect(said).not.toMatch(/NL91[\s\dA-Z]*0417|scrypt|7413/);
          expect(said).not.toContain(code ?? 'no code');
        }
      }
      expect(answered).toBeGreaterThan(asker === 'verifier' ? 8 : 15);
    }
  });
});
