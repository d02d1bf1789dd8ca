import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../sync/practice/json.ts';
import { listOf } from '../../../sync/practice/json.ts';
import type { Core } from './support/core.ts';
import { openCore } from './support/core.ts';

/** Four people: two of them live together, one is in the bin. */
async function openWithPeople(): Promise<Core & { readonly ids: readonly number[] }> {
  const core = await openCore();
  const people: readonly JsonObject[] = [
    { first_name: 'Zoë', middle_name: 'van der', last_name: 'Brink', 'gender_id:name': 'Female', nick_name: 'Zo' },
    { first_name: 'zoe', last_name: 'Öberg', birth_date: '1980-12-31', preferred_communication_method: [1, 2] },
    { contact_type: 'Organization', organization_name: 'Bakkerij Één & Zn.' },
    { first_name: 'Weg', last_name: 'Brink', is_deleted: true },
  ];
  const ids = people.map((values) => core.create('Contact', { source: 'reading', ...values }));
  core.create('Email', { contact_id: ids[0] ?? 0, email: 'zoe@example.nl' });
  core.create('Phone', { contact_id: ids[0] ?? 0, phone: '06-12345678', 'phone_type_id:name': 'Mobile' });
  core.create('Phone', { contact_id: ids[0] ?? 0, phone: '020-7654321', 'phone_type_id:name': 'Phone' });
  core.create('Phone', { contact_id: ids[1] ?? 0, phone: '0612345678' });
  return Object.assign(core, { ids });
}

const MINE: Json = ['source', '=', 'reading'];

describe('where', () => {
  const names = (core: Core, ...where: readonly Json[]): readonly Json[] =>
    core.find('Contact', ['display_name'], [MINE, ...where]).map((row) => row['display_name'] ?? null);

  it.each<[string, Json, readonly string[]]>([
    ['ignores case and accents', ['first_name', '=', 'ZOE'], ['Zoë Brink', 'zoe Öberg']],
    ['and so does LIKE', ['last_name', 'LIKE', '%berg'], ['zoe Öberg']],
    ['and so does IN', ['first_name', 'IN', ['ZOË', 'x']], ['Zoë Brink', 'zoe Öberg']],
    ['and so does BETWEEN', ['last_name', 'BETWEEN', ['bra', 'BRZ']], ['Zoë Brink']],
    ['drops NULL with !=', ['nick_name', '!=', 'x'], ['Zoë Brink']],
    ['finds nothing in an empty list', ['first_name', 'IN', []], []],
    ['takes a number for a text', ['first_name', '=', 5], []],
    ['takes a text for a number', ['id', '>', '0x'], ['Zoë Brink', 'zoe Öberg', 'Bakkerij Één & Zn.']],
    ['follows the primary phone', ['phone_primary.phone_numeric', '=', '0612345678'], ['Zoë Brink', 'zoe Öberg']],
    ['knows a row that is not there', ['email_primary', 'IS NULL'], ['zoe Öberg', 'Bakkerij Één & Zn.']],
    ['finds one of several values', ['preferred_communication_method', 'CONTAINS', 1], ['zoe Öberg']],
    ['finds both of them', ['preferred_communication_method:name', 'CONTAINS', ['Phone', 'Email']], ['zoe Öberg']],
  ])('%s', async (_, clause, expected) => {
    const core = await openWithPeople();
    expect(names(core, clause)).toEqual(expected);
  });

  it('nests', async () => {
    const core = await openWithPeople();
    const woman = ['gender_id:name', '=', 'Female'];
    const old = ['birth_date', '<', '1990-01-01'];
    expect(names(core, ['OR', [woman, old]])).toEqual(['Zoë Brink', 'zoe Öberg']);
    expect(names(core, ['AND', [woman, old]])).toEqual([]);
    expect(names(core, ['NOT', [['OR', [['last_name', '=', 'Brink'], old]]]])).toEqual([]);
    expect(names(core, ['NOT', ['contact_type', '=', 'Individual']])).toEqual(['Bakkerij Één & Zn.']);
    expect(names(core, ['OR', []])).toHaveLength(3);
  });

  it('hides the bin, unless it is named or an id is given', async () => {
    const core = await openWithPeople();
    const [, , , gone = 0] = core.ids;
    expect(names(core)).toHaveLength(3);
    expect(names(core, ['id', '>', 0])).toHaveLength(3);
    expect(names(core, ['id', 'IN', [gone]])).toEqual(['Weg Brink']);
    expect(names(core, ['is_deleted', 'IN', [true, false]])).toHaveLength(4);
    expect(names(core, ['OR', [['id', '=', gone]]])).toEqual([]);
  });

  it('does not know what it does not know', async () => {
    const core = await openCore();
    const get = (where: Json) => () => core.rows('Contact', 'get', { where });
    expect(get([['nope', '=', 1]])).toThrow("Invalid field 'nope'");
    expect(get([['id.nope', '=', 1]])).toThrow("Invalid field 'id.nope'");
    expect(get([['id', 'SOUNDS', 1]])).toThrow('Illegal operator');
    expect(get([['gender_id', 'BETWEEN', [1]]])).toThrow('invalid criteria for BETWEEN');
    expect(get([['first_name', 'LIKE', ['x']]])).toThrow('Invalid value in WHERE clause');
    expect(get([[]])).toThrow('Illegal operator');
  });
});

describe('select', () => {
  it('leaves out what it does not know, and always tells the id', async () => {
    const core = await openWithPeople();
    const [row] = core.find('Contact', ['nope', 'display_name', 'api_key', 'id.nope'], [MINE]);
    expect(row).toEqual({ id: core.ids[0], display_name: 'Zoë Brink' });
  });

  it('follows paths, one after the other', async () => {
    const core = await openWithPeople();
    const select = ['contact_id.email_primary.email', 'contact_id.gender_id:label', 'phone_type_id:name'];
    const [row] = core.find('Phone', select, [['contact_id', '=', core.ids[0] ?? 0]]);
    expect(row).toMatchObject({
      'contact_id.email_primary.email': 'zoe@example.nl',
      'contact_id.gender_id:label': 'Female',
      'phone_type_id:name': 'Mobile',
    });
  });

  it('takes wildcards', async () => {
    const core = await openWithPeople();
    const [row = {}] = core.find('Contact', ['do_not_*', 'phone_primary.*'], [MINE]);
    expect(row).toMatchObject({ do_not_phone: false, do_not_trade: false, 'phone_primary.phone': '06-12345678' });
    expect(row).not.toHaveProperty('first_name');
  });

  it('leaves the columns of other types out of a row that says its type', async () => {
    const core = await openWithPeople();
    const where = [['id', '=', core.ids[2] ?? 0]];
    const [typed = {}] = core.find('Contact', ['contact_type', 'first_name', 'organization_name'], where);
    expect(Object.keys(typed)).toEqual(['id', 'contact_type', 'organization_name']);
    const [untyped = {}] = core.find('Contact', ['first_name'], where);
    expect(untyped).toHaveProperty('first_name', null);
  });

  it('gathers', async () => {
    const core = await openWithPeople();
    const query = {
      select: ['contact_id', 'COUNT(*) AS n', 'GROUP_CONCAT(phone_numeric) AS all', 'MAX(id) AS last'],
      where: [['contact_id', 'IN', core.ids]],
      groupBy: ['contact_id'],
      orderBy: { contact_id: 'ASC' },
    };
    const rows = core.rows('Phone', 'get', query);
    expect(rows).toMatchObject([
      { contact_id: core.ids[0], n: 2, all: ['0612345678', '0207654321'] },
      { contact_id: core.ids[1], n: 1, all: ['0612345678'] },
    ]);
    expect(core.rows('Phone', 'get', { ...query, having: [['n', '>', 1]] })).toHaveLength(1);
    const either = [
      [
        'OR',
        [
          ['n', '=', 5],
          ['n', 'IN', [1]],
        ],
      ],
    ];
    expect(core.rows('Phone', 'get', { ...query, having: either })).toMatchObject([{ n: 1 }]);
    expect(() => core.rows('Phone', 'get', { ...query, having: [['phone', '=', 1]] })).toThrow(
      "Invalid expression in HAVING clause: 'phone'. Must use a value from SELECT clause.",
    );
  });

  it('asks HAVING of rows that are not gathered, too', async () => {
    const core = await openWithPeople();
    const query = { select: ['display_name', 'UPPER(last_name) AS u'], where: [MINE], having: [['u', '=', 'brink']] };
    expect(core.rows('Contact', 'get', query)).toMatchObject([{ display_name: 'Zoë Brink', u: 'BRINK' }]);
  });
});

describe('pages', () => {
  it('count all rows when row_count is asked, else those of the page', async () => {
    const core = await openWithPeople();
    const page = (parameters: JsonObject): JsonObject =>
      core.result('Contact', 'get', { where: [MINE], orderBy: { id: 'ASC' }, ...parameters });
    expect(page({ select: ['row_count'] })).toMatchObject({ values: [], count: 3, countFetched: 0, countMatched: 3 });
    expect(page({ select: ['row_count', 'id'], limit: 2 })).toMatchObject({ count: 3, countFetched: 2 });
    expect(page({ select: ['id'], limit: 2 })).toMatchObject({ count: 2, countFetched: 2 });
    expect(page({ select: ['id'], limit: 2, offset: 50 })).toMatchObject({ values: [], count: 50 });
    expect(page({ limit: '2' })['count']).toBe(2);
  });

  it('are refused when they are impossible', async () => {
    const core = await openCore();
    expect(() => core.rows('Contact', 'get', { limit: -1 })).toThrow('DB Error: syntax error');
    expect(() => core.rows('Contact', 'get', { limit: 'x' })).toThrow('Parameter "limit" is not of the correct type.');
    expect(() => core.rows('Contact', 'get', { orderBy: { id: 'UP' } })).toThrow('Invalid sort direction.');
    expect(() => core.rows('Contact', 'get', { orderBy: { nope: 'ASC' } })).toThrow("Invalid field 'nope'");
  });
});

describe('explicit joins', () => {
  it('multiply rows', async () => {
    const core = await openWithPeople();
    const query = {
      select: ['display_name', 'p.phone'],
      where: [MINE],
      join: [['Phone AS p', 'LEFT', ['id', '=', 'p.contact_id']]],
      orderBy: { id: 'ASC', 'p.id': 'ASC' },
    };
    expect(core.rows('Contact', 'get', query).map((row) => row['p.phone'])).toEqual([
      '06-12345678',
      '020-7654321',
      '0612345678',
      null,
    ]);
    const inner = {
      ...query,
      join: [['Phone AS p', 'INNER', ['id', '=', 'p.contact_id'], ['p.is_primary', '=', true]]],
    };
    expect(core.rows('Contact', 'get', inner)).toHaveLength(2);
    const without = {
      ...query,
      select: ['id'],
      join: [['Phone AS p', 'EXCLUDE', ['id', '=', 'p.contact_id']]],
      orderBy: {},
    };
    expect(core.rows('Contact', 'get', without)).toEqual([{ id: core.ids[2] }]);
  });

  it('take literals in quotes', async () => {
    const core = await openWithPeople();
    const on = [
      ['id', '=', 'p.contact_id'],
      ['p.phone_type_id:name', '=', '"Phone"'],
    ];
    const query = { select: ['p.phone'], where: [MINE], join: [['Phone AS p', 'INNER', ...on]] };
    expect(core.rows('Contact', 'get', query)).toMatchObject([{ 'p.phone': '020-7654321' }]);
  });
});

describe('chains', () => {
  const owners = (core: Core, chain: JsonObject, where: readonly Json[] = []): readonly JsonObject[] =>
    core.rows('Contact', 'get', { select: ['id'], where: [MINE, ...where], orderBy: { id: 'ASC' }, chain });

  it('run for every row, with its values', async () => {
    const core = await openWithPeople();
    const numbers = ['Phone', 'get', { select: ['phone'], where: [['contact_id', '=', '$id']] }];
    expect(owners(core, { numbers }).map((row) => listOf(row['numbers']).length)).toEqual([2, 1, 0]);
  });

  it('see what the links before them found', async () => {
    const core = await openWithPeople();
    const chain = {
      numbers: ['Phone', 'get', { select: ['phone'], where: [['contact_id', '=', '$id']], orderBy: { id: 'ASC' } }],
      same: ['Phone', 'get', { select: ['contact_id'], where: [['phone', '=', '$numbers.0.phone']] }, ['contact_id']],
    };
    expect(owners(core, chain)[0]?.['same']).toEqual([core.ids[0]]);
  });

  it('pick one row by its number, and fail when there is none', async () => {
    const core = await openWithPeople();
    const chain = { number: ['Phone', 'get', { select: ['phone'], where: [['contact_id', '=', '$id']] }, 0] };
    const found = owners(core, chain, [['phone_primary', 'IS NOT NULL']]);
    expect(found.map((row) => row['number'])).toMatchObject([{ phone: '06-12345678' }, { phone: '0612345678' }]);
    expect(() => owners(core, chain)).toThrow('Index 0 not found in api results');
  });

  it('keep the first record when the second link fails', async () => {
    const core = await openCore();
    const chain = { mail: ['Email', 'create', { values: { contact_id: 99_999_999, email: 'x@example.nl' } }] };
    expect(() => core.rows('Contact', 'create', { values: { first_name: 'Ketting' }, chain })).toThrow(
      'DB Error: constraint violation',
    );
    expect(core.find('Contact', ['id'], [['first_name', '=', 'Ketting']])).toHaveLength(1);
  });
});

describe('metadata', () => {
  it('tells the fields, with their options', async () => {
    const core = await openCore();
    const query = { select: ['name', 'options'], where: [['name', '=', 'gender_id']], loadOptions: ['id', 'name'] };
    expect(core.rows('Contact', 'getFields', query)).toMatchObject([
      {
        name: 'gender_id',
        options: [
          { id: 1, name: 'Female' },
          { id: 2, name: 'Male' },
          { id: 3, name: 'Other' },
        ],
      },
    ]);
  });

  it('tells by which version it is', async () => {
    const [core, old] = [await openCore(), await openCore({ version: '5.77' })];
    const field = { select: ['name'], where: [['name', '=', 'modified_date']] };
    expect(core.rows('Contribution', 'getFields', field)).toHaveLength(1);
    expect(old.rows('Contribution', 'getFields', field)).toHaveLength(0);
    const action = { select: ['name'], where: [['name', '=', 'getMergedTo']] };
    expect(core.rows('Contact', 'getActions', action)).toHaveLength(1);
    expect(old.rows('Contact', 'getActions', action)).toHaveLength(0);
  });
});
