/** The director's briefings: for today's calls, by who may, with what weighs, and a card to remember. */
import { expect, it } from 'vitest';
import { FailureError } from '../../../contract/client.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import type { Role } from '../../../domain/role.ts';
import { linesOf, readPdf } from '../../support/read-pdf.ts';
import { connectedWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';

async function workAs(workstation: Workstation, roles: readonly Role[]): Promise<void> {
  await workstation.backend.store.write((writer) => setCurrentPerson(writer, { crmId: 902, name: 'Dirk', roles }));
}

it('prints one page for each call of today, and warns of a complaint and of who died', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  await workAs(workstation, ['director']);
  const { donors } = await workstation.ask('briefing.list', {});
  expect(donors).toHaveLength(6);
  const donorIds = donors.map(({ donorId }) => donorId);
  const [first, second] = donors;
  if (first === undefined || second === undefined) throw new Error('nobody to brief');

  const { store } = workstation.backend;
  const [number] = await store.reader
    .selectFrom('donor_phone')
    .selectAll()
    .where('donor_id', '=', first.donorId)
    .execute();
  const others = await store.reader.selectFrom('donor').select('id').where('id', 'not in', donorIds).limit(1).execute();
  await store.write(async ({ transaction }) => {
    const late = others[0]?.id ?? 0;
    await transaction
      .updateTable('donor')
      .set({ is_deceased: 1, display_name: 'Kees Overleden', first_name: 'Kees', prefix: '', surname: 'Overleden' })
      .where('id', '=', late)
      .execute();
    await transaction
      .insertInto('donor_phone')
      .values({
        donor_id: late,
        crm_id: 990_001,
        raw: number?.raw ?? '',
        number: number?.number ?? '',
        is_primary: 0,
        kind: null,
        location: null,
      })
      .execute();
  });

  const printed = await workstation.ask('briefing.print', { donorIds, language: 'nl' });
  expect(printed).toMatchObject({ fileName: 'directie-2026-11-21.pdf', pages: 6 });
  const pdf = readPdf(Buffer.from(printed.base64, 'base64'));
  expect(pdf.pages).toHaveLength(6);
  const page = linesOf(pdf.pages[0] ?? { width: 0, height: 0, texts: [] }).join(' ');
  for (const words of [
    first.name.nl,
    'Drie dingen om te zeggen',
    'Vraag niet om een nieuwe gift',
    'Kees Overleden',
    'Na het gesprek',
  ]) {
    expect(page).toContain(words);
  }

  const before = await workstation.ask('briefing.page', { donorId: first.donorId, language: 'en' });
  expect(before).toMatchObject({ name: first.name, hasCardReminder: false });
  expect(before.page.blocks.find(({ tag }) => tag === 'H1')?.parts[0]).toMatchObject({ text: first.name.en });
  await workstation.ask('briefing.rememberCard', { donorId: first.donorId });
  await workstation.ask('briefing.rememberCard', { donorId: first.donorId });
  const tasks = await store.reader
    .selectFrom('follow_up')
    .select(['kind', 'text', 'due_day', 'assignee_name'])
    .execute();
  expect(tasks).toEqual([
    {
      kind: 'task',
      text: expect.stringMatching(/^Kaart schrijven aan /) as string,
      due_day: '2026-11-22',
      assignee_name: 'Dirk',
    },
  ]);
  expect((await workstation.ask('briefing.page', { donorId: first.donorId, language: 'nl' })).hasCardReminder).toBe(
    true,
  );

  // A caller does not print it, and a verifier sees no money; a director reads of nobody else without a reason.
  const someoneElse = others[0]?.id ?? 0;
  await expect(workstation.ask('briefing.page', { donorId: someoneElse, language: 'nl' })).rejects.toThrow(
    FailureError,
  );
  for (const role of ['caller', 'verifier'] as const) {
    await workAs(workstation, [role]);
    for (const asked of [
      workstation.ask('briefing.list', {}),
      workstation.ask('briefing.page', { donorId: first.donorId, language: 'nl' }),
      workstation.ask('briefing.print', { donorIds, language: 'nl' }),
      workstation.ask('paper.letters', { donorIds }),
      workstation.ask('paper.labels', { donorIds, format: '3x8', used: 0 }),
      workstation.ask('paper.letter', { donorId: first.donorId }),
    ]) {
      await expect(asked).rejects.toMatchObject({ failure: { code: 'not-allowed' } });
    }
  }
});
