/** Values that somebody sends who means harm, or a program that is broken. */
import type { Dice } from './dice.ts';

/** Stands in texts that are sent, so that a log that repeats them is found out. */
export const CANARY = 'kanarie7Q';

const LONE_SURROGATE = '\u{d83d}';

export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  `Jan\0${CANARY}`,
  LONE_SURROGATE,
  `a${LONE_SURROGATE}b`,
  '\uDC00\uD800',
  '\uFFFE\uFFFF',
  '\u202E\u200F\u2066',
  'é'.normalize('NFD').repeat(500),
  '👨‍👩‍👧‍👦'.repeat(100),
  'a'.repeat(100_000),
  `${CANARY} `.repeat(3_000),
  '0'.repeat(5_000),
  ' '.repeat(50_000),
  '\n'.repeat(2_000),
  "' OR 1=1 --",
  `"; DROP TABLE donor; --`,
  "x' UNION SELECT secret FROM setting --",
  '%',
  '_%_%_%_%_%_%_%_%_%_%_%_%_%',
  '*:^"NEAR(a b, 1) OR NOT -',
  '"unbalanced',
  '../../../etc/passwd',
  '..\\..\\windows\\system32',
  '/proc/self/mem',
  'file:///etc/passwd',
  'C:\\CON',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '=HYPERLINK("http://127.0.0.1/?"&A1)',
  '@SUM(1+1)*cmd|/C calc!A0',
  '${7*7}{{7*7}}<%= 7*7 %>',
  '$(reboot)`reboot`',
  '%s%s%s%n',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '0x10',
  '9007199254740993',
  '2026-02-30',
  '0000-00-00',
  '99999-12-31',
  '-000001-01-01',
  '2026-11-21T25:61:61Z',
  '24:00',
  `${CANARY}@127.0.0.1`,
  `${'a'.repeat(64)}@${'b.'.repeat(120)}nl`,
  '+'.repeat(30),
  '*21*0900123456#',
  '112',
  'tel:0612345678',
  '0612345678;postd=*21',
  '1234 AB\r\nX-Injected: yes',
  '(((((((((((((((((((((((((((((',
  `${'ab-'.repeat(3_000)}!`,
  `${' -'.repeat(3_000)}x`,
  `[${CANARY}](`.repeat(200),
  '**'.repeat(2_000),
  '{naam}{naam}{',
  'http://[::1]:0/',
  'http://127.0.0.1:1/',
  'https://user:pass@127.0.0.1/',
];

export const HOSTILE_NUMBERS: readonly number[] = [
  NaN,
  Infinity,
  -Infinity,
  -0,
  0,
  -1,
  1,
  0.1,
  0.1 + 0.2,
  1e21,
  -1e21,
  1e308,
  5e-324,
  2 ** 31,
  2 ** 31 - 1,
  -(2 ** 31),
  2 ** 32,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 53,
  2 ** 63,
  -(2 ** 63),
];

function nested(depth: number): unknown {
  let value: unknown = CANARY;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

function polluted(): unknown {
  return JSON.parse(
    `{"__proto__": {"isAdmin": true, "roles": ["coordinator"]}, "constructor": {"prototype": {"polluted": "${CANARY}"}}}`,
  );
}

function withItself(): unknown {
  const value: Record<string, unknown> = { name: CANARY };
  value['self'] = value;
  return value;
}

/** Everything that no JSON can be but that a message port carries is among them. */
const OBJECTS: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => [],
  () => ({}),
  () => nested(40),
  () => nested(20_000),
  polluted,
  withItself,
  () => Array.from({ length: 20_000 }, (_, index) => index),
  () => Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field${index}`, index])),
  () => Array(3),
  () => new Date(NaN),
  () => new Map([['id', 1]]),
  () => new Set([1]),
  () => new Uint8Array(1_000),
  () => 10n ** 30n,
  () => Object.create(null) as unknown,
  () => ({ length: 2 ** 32, 0: 1 }),
  () => ({ toString: null, valueOf: null }),
  () => JSON.parse(`{"toJSON": "${CANARY}", "then": "${CANARY}"}`) as unknown,
  () => ({ id: { $ne: null } }),
];

export function hostileText(dice: Dice): string {
  return dice.pick(HOSTILE_TEXTS);
}

export function hostileValue(dice: Dice): unknown {
  switch (dice.number(3)) {
    case 0:
      return hostileText(dice);
    case 1:
      return dice.pick(HOSTILE_NUMBERS);
    default:
      return dice.pick(OBJECTS)();
  }
}
