import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../sync/practice/json.ts';
import type { Core } from './support/core.ts';
import { openCore } from './support/core.ts';

function contact(core: Core, values: JsonObject = {}): number {
  return core.create('Contact', { first_name: 'Zoë', middle_name: 'van der', last_name: 'Brink', ...values });
}

function read(core: Core, entity: string, id: number, ...select: readonly string[]): JsonObject {
  return core.row(entity, 'get', { select, where: [['id', '=', id]] });
}

function stampOf(core: Core, id: number): Json {
  return read(core, 'Contact', id, 'modified_date')['modified_date'] ?? null;
}

function update(core: Core, entity: string, id: number, values: JsonObject): void {
  core.rows(entity, 'update', { where: [['id', '=', id]], values });
}

describe('the names of a contact', () => {
  it('leave the tussenvoegsel out, and follow every change', async () => {
    const core = await openCore();
    const id = contact(core, { 'prefix_id:name': 'Mrs.' });
    const names = ['display_name', 'sort_name', 'addressee_display', 'email_greeting_display'];
    expect(read(core, 'Contact', id, ...names)).toMatchObject({
      display_name: 'Mrs. Zoë Brink',
      sort_name: 'Brink, Zoë',
      addressee_display: 'Mrs. Zoë van der Brink',
      email_greeting_display: 'Dear Zoë',
    });
    update(core, 'Contact', id, { last_name: 'Berg', prefix_id: null });
    expect(read(core, 'Contact', id, ...names)).toMatchObject({ display_name: 'Zoë Berg', sort_name: 'Berg, Zoë' });
  });

  it('are the e-mail of somebody without a name', async () => {
    const core = await openCore();
    const id = core.create('Contact', { 'email_primary.email': 'wie@example.nl' });
    update(core, 'Contact', id, { source: 'formulier' });
    expect(read(core, 'Contact', id, 'display_name', 'sort_name')).toMatchObject({
      display_name: 'wie@example.nl',
      sort_name: 'wie@example.nl',
    });
  });
});

describe('the e-mails, phones and addresses of a contact', () => {
  it('have one that is primary, whatever is done', async () => {
    const core = await openCore();
    const id = contact(core);
    const primaries = (): readonly Json[] =>
      core.find('Phone', ['phone', 'is_primary'], [['contact_id', '=', id]]).map((row) => row['is_primary'] ?? null);
    const [first, second] = [
      core.create('Phone', { contact_id: id, phone: '0612345678', is_primary: false }),
      core.create('Phone', { contact_id: id, phone: '0201234567' }),
    ];
    expect(primaries()).toEqual([true, false]);
    update(core, 'Phone', second, { is_primary: true });
    expect(primaries()).toEqual([false, true]);
    update(core, 'Phone', second, { is_primary: false });
    expect(primaries()).toEqual([false, true]);
    core.rows('Phone', 'delete', { where: [['id', '=', second]] });
    expect(primaries()).toEqual([true]);
    expect(read(core, 'Contact', id, 'phone_primary')['phone_primary']).toBe(first);
  });

  it('can be written through the contact', async () => {
    const core = await openCore();
    const id = contact(core, { 'email_primary.email': 'ZOE@Example.nl', 'address_primary.city': 'Sneek' });
    update(core, 'Contact', id, { 'phone_primary.phone': '0612345678', 'address_primary.country_id:name': 'NL' });
    const select = ['email_primary.email', 'phone_primary.phone_numeric', 'address_primary.city'];
    expect(read(core, 'Contact', id, ...select, 'address_primary.country_id:label')).toMatchObject({
      'email_primary.email': 'zoe@example.nl',
      'phone_primary.phone_numeric': '0612345678',
      'address_primary.city': 'Sneek',
      'address_primary.country_id:label': 'Netherlands',
    });
    expect(core.find('Address', ['id'], [['contact_id', '=', id]])).toHaveLength(1);
  });

  it('go with the contact', async () => {
    const core = await openCore();
    const id = contact(core, { 'email_primary.email': 'weg@example.nl' });
    core.create('Activity', { activity_type_id: 2, source_contact_id: 2, target_contact_id: [id], subject: 'gesprek' });
    const remove = { where: [['id', '=', id]], useTrash: false };
    expect(core.rows('Contact', 'delete', remove, 'admin')).toEqual([{ id }]);
    expect(core.find('Email', ['id'], [['email', '=', 'weg@example.nl']])).toEqual([]);
    const [left] = core.find('Activity', ['target_contact_id'], [['subject', '=', 'gesprek']]);
    expect(left?.['target_contact_id']).toBeNull();
  });
});

describe('a shared address', () => {
  const STREET = ['street_address', 'city', 'master_id'];

  async function openWithHousehold(): Promise<{ core: Core; master: number; copy: number; owner: number }> {
    const core = await openCore();
    const [owner, partner] = [contact(core), contact(core, { first_name: 'Jan' })];
    const master = core.create('Address', { contact_id: owner, street_address: 'Dam 1', city: 'Sneek' });
    const copy = core.create('Address', { contact_id: partner, master_id: master });
    return { core, master, copy, owner };
  }

  it('copies its master, and follows it', async () => {
    const { core, master, copy } = await openWithHousehold();
    expect(read(core, 'Address', copy, ...STREET)).toMatchObject({
      street_address: 'Dam 1',
      city: 'Sneek',
      master_id: master,
    });
    update(core, 'Address', master, { street_address: 'Dam 2' });
    expect(read(core, 'Address', copy, ...STREET)).toMatchObject({ street_address: 'Dam 2', city: 'Sneek' });
  });

  it('rewrites the master and moves its contact, when the copy is corrected', async () => {
    const { core, master, copy, owner } = await openWithHousehold();
    const before = stampOf(core, owner);
    core.clock.advance(5000);
    update(core, 'Address', copy, { street_address: 'Dam 3' });
    expect(read(core, 'Address', master, ...STREET)).toMatchObject({ street_address: 'Dam 3', master_id: null });
    expect(stampOf(core, owner)).not.toBe(before);
  });

  it('is left alone by somebody who moves away', async () => {
    const { core, master, copy } = await openWithHousehold();
    update(core, 'Address', copy, { master_id: null, street_address: 'Nieuw 1', city: 'Goes' });
    expect(read(core, 'Address', master, ...STREET)).toMatchObject({ street_address: 'Dam 1', city: 'Sneek' });
    update(core, 'Address', master, { city: 'Delft' });
    expect(read(core, 'Address', copy, ...STREET)).toMatchObject({ street_address: 'Nieuw 1', city: 'Goes' });
  });

  it('survives the end of its master', async () => {
    const { core, master, copy } = await openWithHousehold();
    core.rows('Address', 'delete', { where: [['id', '=', master]] });
    expect(read(core, 'Address', copy, ...STREET)).toMatchObject({ street_address: 'Dam 1', master_id: null });
  });
});

describe('modified_date of a contact', () => {
  const MOVES: readonly (readonly [string, (core: Core, id: number) => void])[] = [
    ['a column that changes', (core, id) => update(core, 'Contact', id, { nick_name: 'Zo' })],
    ['the bin', (core, id) => update(core, 'Contact', id, { is_deleted: true })],
    ['a new e-mail', (core, id) => void core.create('Email', { contact_id: id, email: 'x@example.nl' })],
    ['a phone written again', (core, id) => update(core, 'Phone', phoneOf(core, id), { phone: '0612345678' })],
    ['a phone that goes', (core, id) => void core.rows('Phone', 'delete', { where: [['contact_id', '=', id]] })],
    ['a custom value of old', (core, id) => update(core, 'Contact', id, { 'Donateur.Bron': 'web' })],
  ];
  const STAYS: readonly (readonly [string, (core: Core, id: number) => void])[] = [
    ['the same value again', (core, id) => update(core, 'Contact', id, { last_name: 'Brink' })],
    [
      'a gift',
      (core, id) => void core.create('Contribution', { contact_id: id, total_amount: 5, financial_type_id: 1 }),
    ],
    ['a mandate', (core, id) => void core.create('ContributionRecur', { contact_id: id, amount: 5 })],
    [
      'a call',
      (core, id) =>
        void core.create('Activity', { activity_type_id: 2, source_contact_id: 2, target_contact_id: [id] }),
    ],
    ['a group', (core, id) => void addToGroup(core, id)],
  ];

  function phoneOf(core: Core, id: number): number {
    return Number(core.find('Phone', ['id'], [['contact_id', '=', id]])[0]?.['id']);
  }

  function addToGroup(core: Core, id: number): number {
    const group = core.create('Group', { title: 'Belgroep' });
    return core.create('GroupContact', { group_id: group, contact_id: id });
  }

  async function stamps(change: (core: Core, id: number) => void): Promise<readonly [Json, Json]> {
    const core = await openCore();
    const id = contact(core);
    core.create('Phone', { contact_id: id, phone: '0612345678' });
    const before = stampOf(core, id);
    core.clock.advance(3000);
    change(core, id);
    return [before, stampOf(core, id)];
  }

  it.each(MOVES)('moves with %s', async (_, change) => {
    expect(await stamps(change)).toEqual(['2026-11-21 13:00:00', '2026-11-21 13:00:03']);
  });

  it.each(STAYS)('stays with %s', async (_, change) => {
    expect(await stamps(change)).toEqual(['2026-11-21 13:00:00', '2026-11-21 13:00:00']);
  });

  it('can be written', async () => {
    const core = await openCore();
    const id = contact(core);
    update(core, 'Contact', id, { modified_date: '2020-01-02 03:04:05' });
    expect(stampOf(core, id)).toBe('2020-01-02 03:04:05');
  });

  it('of the summer reads an hour early in winter', async () => {
    const core = await openCore({ now: '2026-07-01T12:00:00Z' });
    const id = contact(core);
    expect(stampOf(core, id)).toBe('2026-07-01 14:00:00');
    core.clock.advance(150 * 24 * 3600 * 1000);
    expect(stampOf(core, id)).toBe('2026-07-01 13:00:00');
  });
});

describe('a guarded update', () => {
  const guard = (core: Core, id: number, stamp: Json, values: JsonObject, more: JsonObject = {}): JsonObject => {
    const where = [
      ['id', '=', id],
      ['is_deleted', '=', false],
      ['modified_date', '=', stamp],
    ];
    return core.result('Contact', 'update', { where, values, ...more });
  };

  it('counts one when nobody came before, and nothing when somebody did', async () => {
    const core = await openCore();
    const id = contact(core);
    const stamp = stampOf(core, id);
    core.clock.advance(2000);
    expect(guard(core, id, stamp, { nick_name: 'Eerste' })).toMatchObject({ count: 1 });
    expect(guard(core, id, stamp, { nick_name: 'Tweede' })).toMatchObject({ count: 0, values: [] });
    expect(read(core, 'Contact', id, 'nick_name')).toMatchObject({ nick_name: 'Eerste' });
  });

  it('writes back what reload asks for: the trap', async () => {
    const core = await openCore();
    const id = contact(core);
    const stamp = stampOf(core, id);
    core.clock.advance(2000);
    guard(core, id, stamp, { nick_name: 'Val' }, { reload: ['nick_name', 'modified_date'] });
    expect(read(core, 'Contact', id, 'nick_name', 'modified_date')).toMatchObject({
      nick_name: 'Val',
      modified_date: stamp,
    });
  });

  it('of a contact that is gone is no error, but by its id alone it is', async () => {
    const core = await openCore();
    const gone = [['id', '=', 99_999_999]];
    expect(() => core.rows('Contact', 'update', { where: gone, values: { nick_name: 'x' } })).toThrow(
      'Expected one Contact but found 0',
    );
    expect(guard(core, 99_999_999, 'now', { nick_name: 'x' })).toMatchObject({ count: 0 });
  });
});

describe('save', () => {
  it('matches, and says how many it found', async () => {
    const core = await openCore();
    const records = [
      { external_identifier: 'A-1', first_name: 'Een' },
      { external_identifier: 'A-2', first_name: 'Twee' },
    ];
    const save = { records, match: ['external_identifier'], reload: ['id', 'first_name'] };
    const first = core.result('Contact', 'save', save);
    expect(first).toMatchObject({ count: 2, countMatched: 0 });
    const again = core.result('Contact', 'save', {
      ...save,
      records: [{ external_identifier: 'a-1', first_name: 'Nul' }],
    });
    expect(again).toMatchObject({ countMatched: 1, values: [{ first_name: 'Nul' }] });
    expect(core.find('Contact', ['id'], [['external_identifier', 'LIKE', 'A-%']])).toHaveLength(2);
  });

  it('finds the number of somebody in the bin since version 6, and stumbles over it before', async () => {
    const records = [{ external_identifier: 'A-1', nick_name: 'weer' }];
    const save = { records, match: ['external_identifier'] };
    const [core, old] = [await openCore(), await openCore({ version: '5.77' })];
    for (const each of [core, old]) contact(each, { external_identifier: 'A-1', is_deleted: true });
    expect(core.result('Contact', 'save', save)).toMatchObject({ countMatched: 1 });
    expect(() => old.rows('Contact', 'save', save)).toThrow('DB Error: already exists');
  });

  it('keeps what came before the bad record', async () => {
    const core = await openCore();
    const records = [
      { contact_id: 6, email: 'een@example.nl' },
      { contact_id: 99_999_999, email: 'twee@example.nl' },
    ];
    expect(() => core.rows('Email', 'save', { records })).toThrow('DB Error: constraint violation');
    expect(core.find('Email', ['email'], []).map((row) => row['email'])).toEqual(['een@example.nl']);
  });

  it('replaces what the where finds', async () => {
    const core = await openCore();
    const id = contact(core);
    const [kept, gone] = ['a@example.nl', 'b@example.nl'].map((email) =>
      core.create('Email', { contact_id: id, email }),
    );
    const records = [{ id: kept ?? 0, email: 'c@example.nl' }, { email: 'd@example.nl' }];
    const result = core.result('Email', 'replace', { where: [['contact_id', '=', id]], records });
    expect(result['deleted']).toMatchObject([{ id: String(gone) }]);
    const left = core.find('Email', ['email', 'is_primary'], [['contact_id', '=', id]]);
    expect(left).toMatchObject([
      { email: 'c@example.nl', is_primary: true },
      { email: 'd@example.nl', is_primary: false },
    ]);
  });
});

describe('values', () => {
  it.each<[string, Json, Json]>([
    ['do_not_phone', 'true', false],
    ['do_not_phone', '1', true],
    ['do_not_phone', 1, true],
    ['birth_date', '31-12-1980', '1980-12-31'],
    ['birth_date', 'garbage', '1970-01-01'],
    ['birth_date', '', null],
    ['nick_name', '  x  ', '  x  '],
    ['nick_name', 'NULL', null],
    ['nick_name', 'null', 'Null'],
    ['nick_name', 5, '5'],
    ['nick_name', '<b>&amp;</b> 😀', '<b>&amp;</b> 😀'],
    ['gender_id', '2', 2],
    ['preferred_communication_method', [1, '3'], ['1', '3']],
    ['preferred_communication_method', [], null],
  ])('%s becomes what the server makes of %j', async (name, value, stored) => {
    const core = await openCore();
    const id = contact(core, { nick_name: 'was', birth_date: '1950-01-01' });
    update(core, 'Contact', id, { [name]: value });
    expect(read(core, 'Contact', id, name)[name]).toEqual(stored);
  });
});
