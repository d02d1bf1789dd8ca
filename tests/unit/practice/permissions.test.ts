import { describe, expect, it } from 'vitest';
import type { Role } from '../../../sync/practice/access/permission.ts';
import type { JsonObject } from '../../../sync/practice/json.ts';
import type { Core } from './support/core.ts';
import { openCore } from './support/core.ts';

const GIFT = { total_amount: 1, financial_type_id: 1 };

async function openWithDonor(): Promise<Core & { readonly donor: number }> {
  const core = await openCore();
  return Object.assign(core, { donor: core.create('Contact', { first_name: 'Gever' }) });
}

describe('what users may do', () => {
  it.each<[Role, string, string, JsonObject, boolean]>([
    ['link', 'Contact', 'create', { first_name: 'x' }, true],
    ['link', 'Contact', 'delete', {}, false],
    ['admin', 'Contact', 'delete', {}, true],
    ['link', 'Contribution', 'create', GIFT, false],
    ['caller', 'Contribution', 'create', GIFT, false],
    ['admin', 'Contribution', 'create', GIFT, true],
    ['link', 'Activity', 'delete', {}, false],
    ['caller', 'Activity', 'delete', {}, true],
    ['link', 'CustomGroup', 'create', {}, false],
    ['link', 'Group', 'create', {}, false],
    ['admin', 'Group', 'create', {}, true],
    ['link', 'OptionValue', 'get', {}, true],
    ['link', 'OptionValue', 'create', {}, false],
  ])('%s: %s.%s', async (role, entity, action, values, access) => {
    const core = await openWithDonor();
    const activity = core.create('Activity', { activity_type_id: 2, source_contact_id: 2 });
    const id = entity === 'Activity' ? activity : core.donor;
    const parameters = { action, values: action === 'create' ? { ...values, contact_id: core.donor } : { id } };
    expect(core.row(entity, 'checkAccess', parameters, role)['access']).toBe(access);
  });

  it('is refused with 403, and nothing is done', async () => {
    const core = await openWithDonor();
    const attempt = (): unknown => core.create('Contribution', { ...GIFT, contact_id: core.donor }, 'link');
    expect(attempt).toThrow(expect.objectContaining({ status: 403 }));
    expect(attempt).toThrow('Authorization failed: CiviCRM APIv4 (Contribution::create)');
    expect(core.find('Contribution', ['id'], [])).toEqual([]);
  });

  it('does not include an e-mail of nobody', async () => {
    const core = await openCore();
    expect(() => core.create('Email', { email: 'x@example.nl' }, 'link')).toThrow('ACL check failed');
  });

  it('hides the bin, and all that belongs to it, from who may not see it', async () => {
    const core = await openWithDonor();
    core.create('Email', { contact_id: core.donor, email: 'x@example.nl' });
    core.create('Contribution', { ...GIFT, contact_id: core.donor });
    core.rows('Contact', 'update', { where: [['id', '=', core.donor]], values: { is_deleted: true } });
    const own = [['contact_id', '=', core.donor]];
    const named = [
      ['id', '=', core.donor],
      ['is_deleted', '=', true],
    ];
    expect(core.find('Contact', ['id'], named)).toHaveLength(1);
    expect(core.find('Contact', ['id'], named, 'caller')).toEqual([]);
    expect(core.find('Email', ['id'], own)).toHaveLength(1);
    expect(core.find('Email', ['id'], own, 'caller')).toEqual([]);
    expect(core.find('Contribution', ['id'], own, 'caller')).toEqual([]);
  });

  it('lets a contact that cannot be seen be written all the same', async () => {
    const core = await openWithDonor();
    const where = [['id', '=', core.donor]];
    core.rows('Contact', 'update', { where, values: { is_deleted: true } });
    core.rows('Contact', 'update', { where, values: { nick_name: 'spook' } }, 'caller');
    expect(core.find('Contact', ['nick_name'], where)).toMatchObject([{ nick_name: 'spook' }]);
  });

  it('shows an API key to the administrator only', async () => {
    const core = await openCore();
    const where = [['id', '=', 6]];
    expect(core.row('Contact', 'get', { select: ['api_key'], where }, 'admin')['api_key']).toMatch(/^[\da-f]{32}$/);
    expect(core.row('Contact', 'get', { select: ['api_key'], where })).toEqual({ id: 6 });
    // What is asked about it is left out without a word.
    expect(core.find('Contact', ['id'], [['api_key', 'IS NULL']])).toHaveLength(5);
    expect(core.find('Contact', ['id'], [['api_key', 'IS NULL']], 'admin')).toHaveLength(1);
  });
});

describe('parameters', () => {
  it.each<[string, JsonObject, string]>([
    ['get', { nope: 1 }, 'Unknown api parameter: nope'],
    ['get', { select: 'id' }, 'Parameter "select" is not of the correct type. Expecting array.'],
    ['get', { limit: 1.5 }, 'Parameter "limit" is not of the correct type. Expecting int.'],
    ['create', { values: 'x' }, 'Parameter "values" is not of the correct type. Expecting array.'],
    ['create', { reload: true }, 'Unknown api parameter: reload'],
    ['save', {}, 'Parameter "records" is required.'],
    [
      'update',
      { values: { nick_name: 'x' } },
      'Parameter "where" is required unless primary keys are supplied in values.',
    ],
    ['delete', {}, 'Parameter "where" is required.'],
    ['get', { version: 3 }, 'Cannot modify api version'],
  ])('of %s: %j', async (action, parameters, message) => {
    const core = await openCore();
    expect(() => core.rows('Contact', action, parameters, 'admin')).toThrow(message);
  });
});
