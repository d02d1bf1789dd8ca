/** Going through the details: how each was checked, and street and town from a register that was loaded. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { main } from '../../../electron/cli/main.ts';
import { detailKey, openCall } from '../../support/hold-call.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { askCrm, connectedWorkstation, openWorkstation, practiceCrm } from '../../support/workstation.ts';

it('"confirmed unchanged" is recorded with how it was checked, and told to the CRM', async () => {
  const crm = await practiceCrm();
  const workstation = await connectedWorkstation(crm);
  const call = await openCall(workstation, 'NIEUW-0009');
  const { callItemId } = call;
  const confirm = (key: string, checkedBy?: 'spelled') =>
    workstation.ask('call.confirmDetail', { callItemId, key, isConfirmed: true, ...(checkedBy && { checkedBy }) });
  await confirm('name');
  const phone = detailKey(call, 'phone');
  await confirm(phone);
  const { details } = await confirm(phone, 'spelled');
  expect(details.find(({ key }) => key === 'name')).toMatchObject({ state: 'confirmed', checkedBy: 'read-back' });
  expect(details.find(({ key }) => key === phone)).toMatchObject({ state: 'confirmed', checkedBy: 'spelled' });
  await workstation.ask('call.finish', { callItemId, outcome: 'no-answer', callback: null, number: null });
  await workstation.sync();
  const [activity] = await askCrm(crm, 'Activity', 'get', {
    select: ['details'],
    where: [['subject', 'LIKE', '%[Dankbel thank-you-call no-answer%']],
  });
  expect(activity?.['details']).toContain('Nagevraagd en juist: naam (voorgelezen), telefoon (gespeld).');
});

describe('the register of postcodes', () => {
  /** Runs the command line on the profile of a workstation that is closed meanwhile. */
  const load = async (folder: string, text: string | Uint8Array): Promise<{ code: number; problem: string }> => {
    const file = join(temporaryFolder(), 'register.csv');
    writeFileSync(file, text);
    const problem = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const code = await main(['postcodes', '--file', file, '--data', folder, '--json']);
    const words = problem.mock.calls.map(([line]) => String(line)).join('');
    problem.mockRestore();
    out.mockRestore();
    return { code, problem: words };
  };
  const numbers = Array.from({ length: 12_000 }, (_, index) => `8031XD;${index + 1};Wilgenhof;Zwolle`);

  it('is read a piece at a time, and gives street and town; a bad file takes nothing away', async () => {
    const first = await connectedWorkstation(await practiceCrm());
    const { folder } = first;
    await first.close();
    expect(
      await load(folder, `\uFEFFPostcode;Huisnummer;Straatnaam;Woonplaats\r\n${numbers.join('\r\n')}\r\n;;;\r\nkapot`),
    ).toMatchObject({ code: 2 });
    expect(await load(folder, 'naam,bedrag\nJan,3\n')).toMatchObject({
      code: 1,
      problem: expect.stringContaining('postcode, street and town') as string,
    });
    const workstation = await openWorkstation({ folder });
    const find = (postcode: string, houseNumber: number) =>
      workstation.ask('call.findStreets', { postcode, houseNumber });
    expect(await find('8031 xd', 41)).toEqual({ streets: [{ street: 'Wilgenhof', town: 'Zwolle', hasNumber: true }] });
    expect((await find('8031XD', 20_000)).streets).toMatchObject([{ hasNumber: false }]);
    expect(await find('9999ZZ', 1)).toEqual({ streets: [] });
    expect(await find('geen', 1)).toEqual({ streets: [] });
    await workstation.close();
    expect(await load(folder, 'street,town,postcode,van,tot\n"Nieuw, plein",Assen,9401AB,1,99\n')).toMatchObject({
      code: 0,
    });
    const again = await openWorkstation({ folder });
    expect(await again.ask('call.findStreets', { postcode: '9401AB', houseNumber: 7 })).toEqual({
      streets: [{ street: 'Nieuw, plein', town: 'Assen', hasNumber: true }],
    });
    expect(await again.ask('call.findStreets', { postcode: '8031XD', houseNumber: 41 })).toEqual({ streets: [] });
  });
});
