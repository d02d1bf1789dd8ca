/** No text can end the quotes of a question to Salesforce: what goes in as a value comes out as that value, and as nothing else. */
import { parseQuery } from '@jetstreamapp/soql-parser-js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anywhere, digitsIn, either, endingWith, names, soql, textOf } from '../../sync/crm/salesforce/soql.ts';
import { answerSoql, unquoted } from '../salesforce/soql.ts';

/** With more of what could end a text than chance would bring. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '\\',
        '"',
        '%',
        '_',
        '\n',
        '\r',
        '\t',
        '\u2028',
        '\u2029',
        '\u0085',
        '\0',
        ' OR ',
        "' OR Id != '",
        ')',
        '(',
        'x',
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);

it('a text stays one value of one condition', () => {
  fc.assert(
    fc.property(text, (value) => {
      const { where, limit } = parseQuery(textOf(soql`SELECT Id FROM Contact WHERE LastName = ${value} LIMIT 5`));
      expect(Object.keys(where ?? {})).toEqual(['left']);
      const [condition] = Object.values(where ?? {}) as { field: string; value: string }[];
      expect(condition?.field).toBe('LastName');
      expect(unquoted(condition?.value ?? '')).toBe(value);
      expect(limit).toBe(5);
    }),
  );
});

const record = (LastName: string): object => ({ Id: '003xx000004TmiQAAS', IsDeleted: false, LastName });
const organisation = (LastName: string) => ({
  tables: { Contact: { one: record(LastName) } } as never,
  objects: { Contact: { Id: { type: 'id' }, LastName: { type: 'string' } } } as const,
});

it('a text is found by itself, in a list too, and anywhere in a longer one; another is not', () => {
  fc.assert(
    fc.property(text, text, (value, other) => {
      const count = (question: ReturnType<typeof soql>, of = value): number =>
        answerSoql(organisation(of), textOf(question), false).total;
      if (value === '') return;
      expect(count(soql`SELECT Id FROM Contact WHERE LastName IN ${[value, 'x']}`)).toBe(1);
      expect(
        count(soql`SELECT Id FROM Contact WHERE LastName LIKE ${anywhere(value)}`, `${other}${value}${other}`),
      ).toBe(1);
      if (other.toLowerCase().includes(value.toLowerCase())) return;
      expect(count(soql`SELECT Id FROM Contact WHERE LastName LIKE ${anywhere(value)}`, other)).toBe(0);
    }),
  );
});

it('a text is found at the end of a longer one, and in one of several conditions', () => {
  fc.assert(
    fc.property(text, text, (value, other) => {
      if (value === '') return;
      const ends = soql`LastName LIKE ${endingWith(value)}`;
      const question = (condition: typeof ends): string => textOf(soql`SELECT Id FROM Contact WHERE ${condition}`);
      expect(answerSoql(organisation(other + value), question(ends), false).total).toBe(1);
      const one = either([soql`LastName = ${`${value}x`}`, soql`LastName = ${value}`]);
      expect(answerSoql(organisation(value), question(one), false).total).toBe(1);
    }),
  );
});

it.each(['06-38 29 17 46', '+31 6 38291746 (werk)', '0031638291746'])('digits are found in %s', (phone) => {
  const question = textOf(soql`SELECT Id FROM Contact WHERE LastName LIKE ${digitsIn('638291746')}`);
  expect(answerSoql(organisation(phone), question, false).total).toBe(1);
  expect(answerSoql(organisation(phone.replace('9', '0')), question, false).total).toBe(0);
});

it.each([
  ['50%', '500 euro'],
  ['a_b', 'axb'],
])('%s in a pattern is no %s', (value, other) => {
  const question = textOf(soql`SELECT Id FROM Contact WHERE LastName LIKE ${anywhere(value)}`);
  expect(answerSoql(organisation(`x ${value} y`), question, false).total).toBe(1);
  expect(answerSoql(organisation(other), question, false).total).toBe(0);
});

it('nothing but a name goes where a name belongs', () => {
  expect(textOf(names('Id', 'npsp__Deceased__c', 'Campaign.Name'))).toBe('Id, npsp__Deceased__c, Campaign.Name');
  fc.assert(
    fc.property(text, (value) => {
      if (/^[A-Za-z][A-Za-z0-9_.]*$/.test(value)) return;
      expect(() => names(value)).toThrow('no name');
    }),
  );
});
