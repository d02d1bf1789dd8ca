/** What a telephone system is asked: a number is only ever digits, and nothing else can come along. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseSystem } from '../../../domain/telephone/check-system.ts';
import {
  asItIs,
  fillIn,
  inAddress,
  inHeader,
  inJson,
  isDevice,
  unknownPlaceholders,
  type DialWords,
} from '../../../domain/telephone/placeholders.ts';
import {
  ASTERISK,
  GENERIC,
  stateOfWord,
  THREE_CX,
  VOIPGRID,
  type ClickToDial,
} from '../../../domain/telephone/systems.ts';

const WORDS: DialWords = { number: '+31612345678', device: '201', secret: 's3', token: 't', line: 'l' };

describe('a question to a telephone system', () => {
  it('holds the number in the form that was asked for', () => {
    expect(fillIn('{number} {digits} {national}', WORDS, asItIs)).toBe('+31612345678 31612345678 0612345678');
    expect(fillIn('{national}', { ...WORDS, number: '+32470123456' }, asItIs)).toBe('0032470123456');
    expect(fillIn('{ number } {x} {{device}}', WORDS, asItIs)).toBe('{ number } {x} {201}');
  });

  it.each([
    '112',
    '+3112',
    '0612345678',
    '+31612345678,,1',
    'tel:+31612345678',
    '',
    '+31 6 12345678',
    '+31612345678\n',
  ])('is never made for %j', (number) => {
    expect(() => fillIn('{number}', { ...WORDS, number }, asItIs)).toThrow(RangeError);
  });

  it('stays one address, one header and one JSON, whatever the secret and the line are', () => {
    const anything = fc.record({ secret: fc.string({ unit: 'binary' }), line: fc.string({ unit: 'binary' }) });
    fc.assert(
      fc.property(anything, (given) => {
        const words = { ...WORDS, ...given };
        const url = new URL(fillIn('https://pbx.example/calls/{line}/state?x={line}', words, inAddress));
        expect(url.host).toBe('pbx.example');
        expect(url.hash).toBe('');
        expect(fillIn('token {secret}', words, inHeader)).not.toMatch(/[\r\n]/);
        const body = JSON.parse(fillIn('{"secret":"{secret}","line":"{line}"}', words, inJson)) as unknown;
        expect(body).toEqual(given);
      }),
    );
  });

  it('names braces that nothing is known for', () => {
    expect(unknownPlaceholders('{number} {nummer} {x} {"a":1}')).toEqual(['nummer', 'x']);
  });

  it.each(['201', 'jan.de-vries@pbx', 'A_1'])('knows %j for a device', (device) => expect(isDevice(device)).toBe(true));
});

describe('the settings of a telephone system', () => {
  const dialTo = (change: Partial<ClickToDial['dial']>): ClickToDial => ({
    ...GENERIC,
    dial: { ...GENERIC.dial, ...change },
  });

  it('are right as they are offered', () => {
    for (const system of [{ kind: 'link' } as const, VOIPGRID, THREE_CX, GENERIC, ASTERISK]) {
      expect(refuseSystem(system)).toBeNull();
    }
  });

  it.each([
    ['plain http to another computer', dialTo({ url: 'http://pbx.voorbeeld.nl/bel' }), /https/],
    ['no address', dialTo({ url: 'pbx.voorbeeld.nl' }), /geen adres/],
    ['another protocol', dialTo({ url: 'file:///etc/passwd' }), /geen adres/],
    ['a host that is filled in', dialTo({ url: 'https://{device}.voorbeeld.nl/' }), /geen adres/],
    ['a secret in the address', dialTo({ url: 'https://pbx.voorbeeld.nl/?key={secret}' }), /logboeken/],
    ['a password in the address', dialTo({ url: 'https://u:p@pbx.voorbeeld.nl/{number}' }), /logboeken/],
    ['no number anywhere', dialTo({ body: '{"van":"{device}"}' }), /niemand gebeld/],
    ['an unknown word', dialTo({ body: '{"naar":"{number}","x":"{klant}"}' }), /\{klant\}/],
    ['a header that is none', dialTo({ headers: [{ name: 'X-A: b', value: '' }] }), /kop/],
    [
      'one header of two that is none',
      dialTo({
        headers: [
          { name: 'X-A', value: '' },
          { name: 'X B', value: '' },
        ],
      }),
      /kop/,
    ],
    ['a header that says where it goes', dialTo({ headers: [{ name: 'Host', value: 'x' }] }), /kop/],
    ['a state at an odd address', { ...VOIPGRID, state: { ...VOIPGRID.dial, url: 'nergens' } }, /geen adres/],
    ['a token over plain http', { ...THREE_CX, tokenUrl: 'http://pbx.voorbeeld.nl/token' }, /https/],
    ['an Asterisk over plain http', { ...ASTERISK, url: 'http://pbx.voorbeeld.nl:8088/ari' }, /https/],
  ])('refuse %s', (_, system, words) => expect(refuseSystem(system)?.nl).toMatch(words));

  it('let plain http through to this very computer', () => {
    expect(refuseSystem({ ...ASTERISK, url: 'http://127.0.0.1:8088/ari' })).toBeNull();
  });
});

describe('the words of a system', () => {
  it.each([
    ['dialing_b', 'rings'],
    ['Up', 'answered'],
    ['failed_a', 'failed'],
    ['constructor', null],
    ['', null],
  ])('%j is %s', (word, state) => expect(stateOfWord(word)).toBe(state));
});
