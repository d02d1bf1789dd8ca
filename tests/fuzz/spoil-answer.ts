/** Answers of a CRM as no CRM should give them, made from true ones. */
import type { Answered } from '../support/lying-crm.ts';
import type { Dice } from './dice.ts';
import { CANARY, HOSTILE_NUMBERS, hostileText } from './hostile.ts';

type Row = Record<string, unknown>;

/**
 * - `answer`: the answer as a whole is broken, and can be seen to be
 * - `rows`: rows are missing, doubled, in disorder or not of the right shape
 * - `values`: every row has its shape, and says what nobody would say
 */
export const SPOILINGS = ['answer', 'rows', 'values'] as const;
export type Spoiling = (typeof SPOILINGS)[number];

export function spoilAnswer(truth: Answered, spoiling: Spoiling, dice: Dice): Answered {
  if (spoiling === 'answer') return spoilWhole(truth, dice);
  const body = valuesIn(truth);
  if (body === null) return truth;
  const values = spoiling === 'rows' ? spoilRows(body.values, dice) : body.values.map((row) => spoilValues(row, dice));
  return { ...truth, body: JSON.stringify({ ...body, values }) };
}

function valuesIn(truth: Answered): { readonly values: readonly Row[] } | null {
  try {
    const body = JSON.parse(truth.body) as { values?: unknown };
    return Array.isArray(body.values) ? { ...body, values: body.values as Row[] } : null;
  } catch {
    return null;
  }
}

const STATUSES = [200, 201, 204, 400, 401, 403, 404, 408, 418, 429, 500, 502, 503, 504, 599];
const TYPES = ['application/json', 'text/html', 'text/html; charset=utf-16', '', 'application/json; charset=nonsense'];
const BODIES = [
  '',
  'null',
  '[]',
  '{}',
  '0',
  '"values"',
  '{"values":null}',
  '{"values":{}}',
  '{"values":[null]}',
  '{"values":[[]]}',
  '{"values":["text"],"count":1}',
  '{"values":[],"count":1.5}',
  '{"values":[],"count":-1}',
  '{"values":[{"id":"1"}]}',
  '{"values":[{"id":1e400}]}',
  '{"values":[{"__proto__":{"id":1}}]}',
  '{"error_message":null}',
  `{"error_message":"${CANARY}","error_code":0}`,
  '{"error_message":"Authorization failed","status":403}',
  '{"is_error":1,"error_message":"Invalid credential"}',
  '{"status_code":503}',
  '{"contact_id":null}',
  '{"contact_id":"2"}',
  '{"contact_id":2}{"contact_id":3}',
  '\u{FEFF}{"values":[]}',
  'NaN',
  `<html><script>${CANARY}</script>`,
  `<${'a '.repeat(20_000)}`,
  '<script>'.repeat(5_000),
  '['.repeat(100_000),
  `{"values":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
];

function spoilWhole(truth: Answered, dice: Dice): Answered {
  switch (dice.number(5)) {
    case 0:
      return { ...truth, status: dice.pick(STATUSES) };
    case 1:
      return { ...truth, type: dice.pick(TYPES) };
    case 2:
      return { ...truth, body: truth.body.slice(0, dice.number(Math.max(1, truth.body.length))) };
    case 3: {
      const bytes = Buffer.from(truth.body);
      for (let flip = 0; flip < 4 && bytes.length > 0; flip += 1) {
        const place = dice.number(bytes.length);
        // A letter or digit that is another one would be a lie that nobody can see.
        bytes[place] = dice.pick([0, 0x22, 0x5c, 0x7b, 0x7d, 0x80, 0xff]);
      }
      return { ...truth, body: bytes.toString('latin1') };
    }
    default:
      return { status: dice.pick(STATUSES), type: dice.pick(TYPES), body: dice.pick(BODIES) };
  }
}

function spoilRows(rows: readonly Row[], dice: Dice): readonly unknown[] {
  switch (dice.number(6)) {
    case 0:
      return dice.shuffled(rows);
    case 1:
      return rows.flatMap((row) => (dice.onceIn(3) ? [row, row] : [row]));
    case 2:
      return rows.filter(() => !dice.onceIn(3));
    case 3:
      return rows.map((row) => (dice.onceIn(3) ? dice.pick([null, [], 'row', 7, {}, [row]]) : row));
    case 4:
      return rows.map((row) => (dice.onceIn(3) ? without(row, dice) : row));
    default:
      return rows.map((row) => (dice.onceIn(3) ? { ...row, id: dice.pick<unknown>(ODD_IDS) } : row));
  }
}

const ODD_IDS = [null, '', '12', 'x', -1, 0, 1.5, 2 ** 53, 2 ** 63, [1], { id: 1 }, true];

function without(row: Row, dice: Dice): Row {
  const names = Object.keys(row);
  const gone = names.length === 0 ? '' : dice.pick(names);
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== gone));
}

/** Everything but what rows are known and ordered by. */
function spoilValues(row: Row, dice: Dice): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name === 'id' || name.endsWith('_id') || name === 'modified_date' || !dice.onceIn(4) ? value : odd(value, dice),
    ]),
  );
}

const DATES = ['0000-00-00', '0000-00-00 00:00:00', '9999-12-31 23:59:59', '2026-02-30 10:00:00', '-0001-11-30', ''];

function odd(value: unknown, dice: Dice): unknown {
  if (typeof value === 'boolean') return dice.onceIn(2);
  if (typeof value === 'number') return dice.pick(HOSTILE_NUMBERS);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) return dice.pick([...DATES, hostileText(dice)]);
  return dice.onceIn(6) ? dice.pick([null, [], {}, 0, true, -1]) : hostileText(dice);
}
