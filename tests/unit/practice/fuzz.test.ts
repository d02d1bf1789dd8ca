import { describe, expect, it } from 'vitest';
import { ApiError, UnknownRequestError } from '../../../sync/practice/errors.ts';
import { Random } from '../../../sync/practice/fill/invented/random.ts';
import type { Json, JsonObject } from '../../../sync/practice/json.ts';
import { NOON, openCore } from './support/core.ts';
import { readReply, startServer } from './support/server.ts';
import { SetClock } from './support/set-clock.ts';

const ENTITIES = [
  'Contact',
  'Email',
  'Phone',
  'Address',
  'Contribution',
  'ContributionRecur',
  'Activity',
  'OptionValue',
  'CustomGroup',
  'CustomField',
  'Group',
  'GroupContact',
  'Nope',
];
const ACTIONS = [
  'get',
  'create',
  'update',
  'save',
  'delete',
  'replace',
  'getFields',
  'checkAccess',
  'getMergedTo',
  'x',
];
const NAMES = [
  'id',
  'contact_id',
  'contact_type',
  'display_name',
  'email_primary.email',
  'contact_id.phone_primary.phone_type_id:name',
  'target_contact_id',
  'source_contact_id',
  'activity_type_id:name',
  'receive_date',
  'modified_date',
  'is_deleted',
  'groups:name',
  'preferred_communication_method',
  'Donateur.Belvoorkeur:label',
  'COUNT(*) AS n',
  'UPPER(',
  'row_count',
  '*',
  'master_id',
  '__proto__',
  '',
];
const OPERATORS = [
  '=',
  '!=',
  '>',
  'IN',
  'NOT IN',
  'LIKE',
  'BETWEEN',
  'CONTAINS',
  'IS NULL',
  'REGEXP',
  'x',
  '',
  null,
  1,
];
const SCALARS = [
  null,
  true,
  0,
  7,
  -1,
  1e20,
  1.5,
  '',
  '7',
  'x',
  'now',
  '2026-01-01',
  'user_contact_id',
  '$id',
  '\0',
  '😀',
];
const PARAMETERS = [
  'select',
  'where',
  'orderBy',
  'limit',
  'offset',
  'join',
  'groupBy',
  'having',
  'chain',
  'values',
  'records',
  'defaults',
  'match',
  'reload',
  'useTrash',
  'action',
  'loadOptions',
  'contactId',
];

function value(random: Random, depth = 0): Json {
  const kind = depth > 3 ? 'scalar' : random.weighted({ scalar: 5, name: 3, list: 3, clause: 3, object: 2 });
  const many = (): undefined[] => Array.from({ length: random.integer(0, 3) });
  switch (kind) {
    case 'scalar':
      return random.pick<Json>(SCALARS);
    case 'name':
      return random.pick(NAMES);
    case 'list':
      return many().map(() => value(random, depth + 1));
    case 'clause':
      return [random.pick(NAMES), random.pick(OPERATORS), value(random, depth + 1)];
    case 'object':
      return Object.fromEntries(many().map(() => [random.pick(NAMES), value(random, depth + 1)]));
  }
}

function parameters(random: Random): JsonObject {
  const names = random.shuffled(PARAMETERS).slice(0, random.integer(0, 4));
  return Object.fromEntries(names.map((name) => [name, value(random)]));
}

describe('requests that make no sense', () => {
  it.each([1, 2, 3, 4])('end in an answer or in an error of the API (seed %i)', async (seed) => {
    const core = await openCore({ fill: { kind: 'invented', donors: 5, seed, date: '2026-11-21' } });
    const random = new Random(seed);
    let [answered, refused] = [0, 0];
    for (let count = 0; count < 1500; count += 1) {
      try {
        core.result(random.pick(ENTITIES), random.pick(ACTIONS), parameters(random), random.pick(['link', 'caller']));
        answered += 1;
      } catch (error) {
        if (!(error instanceof ApiError || error instanceof UnknownRequestError)) throw error;
        refused += 1;
      }
    }
    expect(answered).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
    expect(core.find('Contact', ['id'], [['id', '=', 1]])).toHaveLength(1);
  });

  it('leave the server standing', async () => {
    const crm = await startServer({ clock: new SetClock(NOON).now });
    const random = new Random(7);
    const headers = { 'X-Civi-Auth': `Bearer ${crm.apiKey}` };
    for (let count = 0; count < 200; count += 1) {
      const form = random.pick<Record<string, string>>([
        { params: JSON.stringify(value(random)) },
        { params: JSON.stringify(parameters(random)), index: random.pick(['0', 'id', '-1', 'x', '{}']) },
        { calls: JSON.stringify(value(random)) },
        { calls: JSON.stringify([['Contact', 'get', parameters(random)], value(random)]) },
        { params: '['.repeat(random.integer(1, 50_000)) },
        {},
      ]);
      const path = random.pick(['', '/Contact', '/Contact/get', '/Contact/save', '/%F0/get', '/Activity/get/more']);
      const body = new URLSearchParams(form);
      const reply = await readReply(
        await fetch(`${crm.url}/civicrm/ajax/api4${path}`, { method: 'POST', headers, body }),
      );
      expect([200, 400, 403, 404, 500]).toContain(reply.status);
    }
  });

  it('that are nested deeper than anybody would are refused', async () => {
    const core = await openCore();
    let where: Json = ['id', '=', 1];
    for (let depth = 0; depth < 5000; depth += 1) where = ['NOT', [where]];
    expect(() => core.rows('Contact', 'get', { where: [where] })).toThrow(ApiError);
    let chain: JsonObject = {};
    for (let depth = 0; depth < 50; depth += 1) chain = { a: ['Contact', 'get', { limit: 1, chain }] };
    expect(() => core.rows('Contact', 'get', { limit: 1, chain })).toThrow('Maximum depth of chains exceeded');
  });
});
