/** A coordinator writes what the charity says of itself; callers tell it; nobody else may change it. */
import { describe, expect, it } from 'vitest';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { NEW_CHARITY, NO_STORY, type Charity } from '../../../domain/charity/charity.ts';
import type { Role } from '../../../domain/role.ts';
import { TINY_PNG } from '../../support/tiny-pictures.ts';
import { connectedWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';
import { failureOf } from '../../support/failure-of.ts';

const CAMPAIGN = 'Najaarscampagne 2026';

async function workAs(workstation: Workstation, roles: readonly Role[]): Promise<void> {
  await workstation.backend.store.write((writer) => setCurrentPerson(writer, { crmId: 901, name: 'Corrie', roles }));
}

const withStory = (picture: string): Charity => ({
  ...NEW_CHARITY,
  name: 'Stichting Zwemvest',
  phone: '085 040 1234',
  projects: [
    {
      id: 'autumn',
      name: CAMPAIGN,
      story: {
        ...NO_STORY,
        does: { nl: 'Een kind leert zwemmen.', en: 'A child learns to swim.' },
        picture,
        pictureText: { nl: 'Een kind in het water', en: 'A child in the water' },
      },
    },
  ],
});

describe('what the charity says of itself', () => {
  it('is saved with a picture, told by callers, and taken back', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await workAs(workstation, ['coordinator', 'caller']);
    const before = await workstation.ask('charity.get', {});
    expect(before).toMatchObject({ version: null, content: NEW_CHARITY, history: [], campaigns: [CAMPAIGN] });
    expect(before.nameInCrm).not.toBe('');

    const { id } = await workstation.ask('charity.addPicture', { base64: TINY_PNG });
    const { version } = await workstation.ask('charity.save', { content: withStory(id), version: null });
    expect((await workstation.ask('session.get', {})).charityName).toBe('Stichting Zwemvest');

    await workAs(workstation, ['caller']);
    const { story } = await workstation.ask('charity.story', { project: CAMPAIGN });
    expect(story).toMatchObject({ project: CAMPAIGN, does: { nl: 'Een kind leert zwemmen.' }, picture: id });
    const picture = await workstation.ask('charity.picture', { id });
    expect(picture).toEqual({ url: `data:image/png;base64,${TINY_PNG}`, width: 2, height: 1 });
    expect((await workstation.ask('charity.story', { project: null })).story).toBeNull();

    await workAs(workstation, ['coordinator']);
    const undone = await workstation.ask('charity.undo', { version });
    const after = await workstation.ask('charity.get', {});
    expect(after).toMatchObject({ version: undone.version, content: NEW_CHARITY });
    expect(after.history.map(({ undoes, changes }) => [undoes, changes.map(({ nl }) => nl)])).toEqual([
      [version, ['Naam veranderd.', 'Telefoonnummer veranderd.', `Project weggehaald: ${CAMPAIGN}.`]],
      [null, ['Naam veranderd.', 'Telefoonnummer veranderd.', `Project erbij: ${CAMPAIGN}.`]],
    ]);
    const audit = await workstation.backend.store.reader.selectFrom('audit').select('action').execute();
    expect(audit).toEqual(expect.arrayContaining([{ action: 'charity-saved' }, { action: 'charity-undone' }]));
  });

  it('refuses in words: what is no picture, what is too large, an unknown placeholder, a picture that is not here', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await workAs(workstation, ['coordinator']);
    const add = (base64: string): Promise<unknown> => workstation.ask('charity.addPicture', { base64 });
    for (const no of ['', 'geen foto', Buffer.from('<svg/>').toString('base64'), Buffer.alloc(99).toString('base64')]) {
      expect(await failureOf(add(no))).toMatchObject({
        code: 'refused',
        sentence: { en: expect.stringMatching(/JPEG/) },
      });
    }
    const forty = 'A'.repeat(56_000_000);
    expect((await failureOf(add(forty))).sentence.nl).toBe('Deze foto is 42,0 MB. Kies er een van hoogstens 700 kB.');
    const save = (content: Charity): Promise<unknown> => workstation.ask('charity.save', { content, version: null });
    expect((await failureOf(save({ ...NEW_CHARITY, letter: { nl: '{beste}', en: '' } }))).sentence.nl).toBe(
      '{beste} is geen invulplek. Kies er een uit de lijst, of haal het weg.',
    );
    expect((await failureOf(save({ ...NEW_CHARITY, logo: 'a'.repeat(64) }))).code).toBe('refused');
    expect((await failureOf(save(NEW_CHARITY))).sentence.en).toBe('Nothing was changed; there is nothing to save.');
    const { refusals } = await workstation.ask('charity.check', { content: { ...NEW_CHARITY, phone: 'x' } });
    expect(refusals.map(({ field }) => field)).toEqual(['phone']);
    await save({ ...NEW_CHARITY, name: 'Eerst' });
    expect((await failureOf(save({ ...NEW_CHARITY, name: 'Daarna' }))).code).toBe('out-of-date');
    expect((await workstation.ask('charity.get', {})).content.name).toBe('Eerst');
  });

  it('is a coordinator’s to change, and no verifier’s to read', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await workAs(workstation, ['caller', 'director']);
    for (const asked of [
      workstation.ask('charity.get', {}),
      workstation.ask('charity.save', { content: NEW_CHARITY, version: null }),
      workstation.ask('charity.addPicture', { base64: TINY_PNG }),
    ]) {
      expect((await failureOf(asked)).code).toBe('not-allowed');
    }
    await workAs(workstation, ['verifier']);
    expect((await failureOf(workstation.ask('charity.story', { project: null }))).code).toBe('not-allowed');
  });

  it('has texts of its own while practising', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(), { isPractice: true });
    await workAs(workstation, ['caller']);
    expect((await workstation.ask('charity.story', { project: 'Zwemles voor ieder kind' })).story?.does.nl).toMatch(
      /Amina/,
    );
  });
});
