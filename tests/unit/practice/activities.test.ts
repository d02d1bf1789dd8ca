import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../sync/practice/json.ts';
import type { Core } from './support/core.ts';
import { openCore } from './support/core.ts';

const CALL: JsonObject = { 'activity_type_id:name': 'Phone Call', source_contact_id: 'user_contact_id' };

async function openWithPeople(version?: '5.77'): Promise<Core & { readonly a: number; readonly b: number }> {
  const core = await openCore(version === undefined ? {} : { version });
  const [a, b] = [core.create('Contact', { first_name: 'A' }), core.create('Contact', { first_name: 'B' })];
  return Object.assign(core, { a, b });
}

function contacts(core: Core, id: number): JsonObject {
  const select = ['source_contact_id', 'target_contact_id', 'assignee_contact_id'];
  return core.row('Activity', 'get', { select, where: [['id', '=', id]] });
}

describe('an activity', () => {
  it('is created with defaults, and answered without what belongs to other tables', async () => {
    const core = await openWithPeople();
    const values = { ...CALL, target_contact_id: core.a, assignee_contact_id: ['user_contact_id'], subject: 'x' };
    const created = core.row('Activity', 'create', { values });
    expect(created).toMatchObject({ activity_type_id: 2, target_contact_id: null, source_contact_id: null });
    expect(created['modified_date']).toBeNull();
    const id = Number(created['id']);
    expect(contacts(core, id)).toMatchObject({
      source_contact_id: 6,
      target_contact_id: [core.a],
      assignee_contact_id: [6],
    });
    const select = ['status_id:name', 'priority_id:name', 'activity_date_time', 'modified_date'];
    expect(core.row('Activity', 'get', { select, where: [['id', '=', id]] })).toMatchObject({
      'status_id:name': 'Completed',
      'priority_id:name': 'Normal',
      activity_date_time: '2026-11-21 13:00:00',
      modified_date: '2026-11-21 13:00:00',
    });
  });

  it('shows its contacts as numbers since version 6, as texts before', async () => {
    const core = await openWithPeople('5.77');
    const id = core.create('Activity', { ...CALL, target_contact_id: [core.a, core.b] }, 'link');
    expect(contacts(core, id)).toMatchObject({
      target_contact_id: [String(core.a), String(core.b)],
      assignee_contact_id: null,
    });
  });

  it('replaces the contacts that are named, and leaves the others', async () => {
    const core = await openWithPeople();
    const id = core.create('Activity', { ...CALL, target_contact_id: [core.a], assignee_contact_id: [4] }, 'link');
    core.rows('Activity', 'update', { where: [['id', '=', id]], values: { target_contact_id: [core.b] } }, 'caller');
    expect(contacts(core, id)).toMatchObject({ target_contact_id: [core.b], assignee_contact_id: [4] });
  });

  it('refuses other contacts from a user who may not delete, and keeps them', async () => {
    const core = await openWithPeople();
    const id = core.create('Activity', { ...CALL, target_contact_id: [core.a] }, 'link');
    const values = { target_contact_id: [core.b] };
    expect(() => core.rows('Activity', 'update', { where: [['id', '=', id]], values })).toThrow(
      'Authorization failed: CiviCRM APIv4 (ActivityContact::delete)',
    );
    expect(contacts(core, id)).toMatchObject({ target_contact_id: [core.a] });
  });

  it('is left behind as an orphan when a contact does not exist', async () => {
    const core = await openWithPeople();
    const values = { ...CALL, target_contact_id: [99_999_999], subject: 'wees' };
    expect(() => core.create('Activity', values)).toThrow('DB Error: constraint violation');
    const [orphan] = core.find('Activity', ['source_contact_id', 'target_contact_id'], [['subject', '=', 'wees']]);
    expect(orphan).toMatchObject({ source_contact_id: 2, target_contact_id: null });
  });

  it('needs a type and a source', async () => {
    const core = await openCore();
    expect(() => core.create('Activity', { subject: 'x' }, 'link')).toThrow(
      'Mandatory values missing from Api4 Activity::create: activity_type_id, source_contact_id',
    );
  });

  it.each<[string, (core: { readonly a: number; readonly b: number }) => Json, readonly string[]]>([
    ['= finds the one contact', ({ a }) => ['target_contact_id', '=', a], ['one']],
    ['IN too', ({ a, b }) => ['target_contact_id', 'IN', [a, b]], ['one']],
    ['CONTAINS finds one of several', ({ a }) => ['target_contact_id', 'CONTAINS', a], ['one', 'both']],
    ['IS NULL finds none', () => ['target_contact_id', 'IS NULL'], ['none']],
    ['the source is a single one', () => ['source_contact_id', '=', 'user_contact_id'], ['one', 'both', 'none']],
  ])('is found by its contacts: %s', async (_, clause, subjects) => {
    const core = await openWithPeople();
    core.create('Activity', { ...CALL, subject: 'one', target_contact_id: [core.a] }, 'link');
    core.create('Activity', { ...CALL, subject: 'both', target_contact_id: [core.a, core.b] }, 'link');
    core.create('Activity', { ...CALL, subject: 'none' }, 'link');
    expect(core.find('Activity', ['subject'], [clause(core)]).map((row) => row['subject'])).toEqual(subjects);
  });

  it('hides in the bin, unless it is named', async () => {
    const core = await openCore();
    const id = core.create('Activity', { ...CALL, subject: 'weg', is_deleted: true });
    expect(core.find('Activity', ['id'], [['subject', '=', 'weg']])).toEqual([]);
    expect(core.find('Activity', ['id'], [['id', '=', id]])).toEqual([{ id }]);
    const named = [
      ['subject', '=', 'weg'],
      ['is_deleted', '=', true],
    ];
    expect(core.find('Activity', ['id'], named)).toEqual([{ id }]);
  });

  it('leaves the contacts out of an update that changes no stamp of theirs', async () => {
    const core = await openWithPeople();
    const id = core.create('Activity', { ...CALL, target_contact_id: [core.a] }, 'link');
    core.clock.advance(4000);
    core.rows('Activity', 'update', { where: [['id', '=', id]], values: { duration: '7 min' } });
    const select = ['duration', 'modified_date'];
    expect(core.row('Activity', 'get', { select, where: [['id', '=', id]] })).toMatchObject({
      duration: 7,
      modified_date: '2026-11-21 13:00:04',
    });
  });
});

describe('a custom field on activities', () => {
  async function openWithField(): Promise<Core> {
    const core = await openCore();
    core.create('CustomGroup', { name: 'Belapp', title: 'Belapp', extends: 'Activity' });
    const field = { 'custom_group_id:name': 'Belapp', html_type: 'Text', data_type: 'String' };
    core.create('CustomField', { ...field, name: 'client_uuid', label: 'Client UUID' });
    const options = [
      { id: 'yes', name: 'yes', label: 'Ja, graag' },
      { id: 'no', name: 'no', label: 'Nee' },
    ];
    core.create('CustomField', {
      ...field,
      html_type: 'Select',
      name: 'outcome',
      label: 'Uitkomst',
      option_values: options,
    });
    return core;
  }

  it('makes a call findable, so that it is written once', async () => {
    const core = await openWithField();
    const save = {
      records: [{ ...CALL, subject: 'eerste', 'Belapp.client_uuid': 'u-1' }],
      match: ['Belapp.client_uuid'],
    };
    expect(core.result('Activity', 'save', save)).toMatchObject({ countMatched: 0 });
    const again = { ...save, records: [{ subject: 'tweede', 'Belapp.client_uuid': 'u-1' }] };
    expect(core.result('Activity', 'save', again)).toMatchObject({ countMatched: 1 });
    const found = core.find('Activity', ['subject', 'Belapp.client_uuid'], [['Belapp.client_uuid', '=', 'u-1']]);
    expect(found).toMatchObject([{ subject: 'tweede', 'Belapp.client_uuid': 'u-1' }]);
  });

  it('has options by name and by label', async () => {
    const core = await openWithField();
    const id = core.create('Activity', { ...CALL, 'Belapp.outcome:label': 'Ja, graag' }, 'link');
    const select = ['Belapp.outcome', 'Belapp.outcome:name', 'Belapp.outcome:label', 'custom.*'];
    expect(core.row('Activity', 'get', { select, where: [['Belapp.outcome:name', '=', 'yes']] })).toEqual({
      id,
      'Belapp.outcome': 'yes',
      'Belapp.outcome:name': 'yes',
      'Belapp.outcome:label': 'Ja, graag',
      'Belapp.client_uuid': null,
    });
  });

  it('does not exist for a user without permission', async () => {
    const core = await openWithField();
    const id = core.create('Activity', { ...CALL, 'Belapp.client_uuid': 'u-1' }, 'link');
    const where = [['id', '=', id]];
    expect(core.row('Activity', 'get', { select: ['Belapp.client_uuid'], where }, 'caller')).toEqual({ id });
    expect(() => core.find('Activity', ['id'], [['Belapp.client_uuid', '=', 'u-1']], 'caller')).toThrow(
      'Invalid field',
    );
  });

  it('goes with its group', async () => {
    const core = await openWithField();
    core.create('Activity', { ...CALL, 'Belapp.client_uuid': 'u-1' }, 'link');
    core.rows('CustomField', 'delete', { where: [['custom_group_id:name', '=', 'Belapp']] }, 'admin');
    core.rows('CustomGroup', 'delete', { where: [['name', '=', 'Belapp']] }, 'admin');
    expect(() => core.find('Activity', ['id'], [['Belapp.client_uuid', '=', 'u-1']])).toThrow('Invalid field');
  });
});
