/** One picture out of several places: which value comes first, and what is one value in two notations. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_TRUST,
  joinPicture,
  PICTURE_FIELDS,
  PLACE_KINDS,
  TRUST_CHOICES,
  type Saying,
} from '../../../domain/one-picture/picture.ts';

const crm = (field: Saying['field'], value: string): Saying => ({ field, value, kind: 'crm', place: 'CRM', at: null });
const site = (field: Saying['field'], value: string, at = '2026-11-20T10:00:00.000Z'): Saying => ({
  field,
  value,
  kind: 'site',
  place: 'Voorbeeldloop',
  at,
});

describe('one picture', () => {
  it('has what is the same in another notation once, with all who say so', () => {
    const sayings = [
      site('email', 'Hanneke@Voorbeeld.nl'),
      crm('email', 'hanneke@voorbeeld.nl'),
      crm('phone', '06 12 34 56 78'),
      site('phone', '+31612345678'),
      crm('birthday', '03-14'),
      site('birthday', '1961-03-14'),
    ];
    const joined = joinPicture(sayings, DEFAULT_TRUST);
    expect(joined.map(({ values }) => values.length)).toEqual([1, 1, 1]);
    expect(joined[0]?.values[0]).toEqual({
      value: 'hanneke@voorbeeld.nl',
      said: [
        { kind: 'crm', place: 'CRM', at: null },
        { kind: 'site', place: 'Voorbeeldloop', at: '2026-11-20T10:00:00.000Z' },
      ],
    });
  });

  it('has the value of the most trusted place first', () => {
    const sayings = [
      crm('address', 'Wilgenhof 41, 8031 XD Zwolle'),
      site('address', 'Nieuwstraat 12, 6811 AD Arnhem', '2026-11-19T10:00:00.000Z'),
      { ...site('address', 'Kerkweg 1, 1234 AB Ons Dorp', '2026-11-20T10:00:00.000Z'), kind: 'file' as const },
    ];
    const first = (choice: (typeof TRUST_CHOICES)[number]): string | undefined =>
      joinPicture(sayings, { ...DEFAULT_TRUST, address: choice })[0]?.values[0]?.value;
    expect(first('crm')).toContain('Wilgenhof');
    expect(first('site')).toContain('Nieuwstraat');
    expect(first('file')).toContain('Kerkweg');
    expect(first('newest')).toContain('Kerkweg');
  });

  it('loses nothing that was said, and is the same in any order', () => {
    const arbitrary = fc.array(
      fc.record<Saying>({
        field: fc.constantFrom(...PICTURE_FIELDS),
        value: fc.constantFrom('een', 'Een', 'twee', 'drie', ' '),
        kind: fc.constantFrom(...PLACE_KINDS),
        place: fc.constantFrom('CRM', 'Loop', 'Lijst'),
        at: fc.constantFrom(null, '2026-11-19T10:00:00.000Z', '2026-11-20T10:00:00.000Z'),
      }),
      { maxLength: 9 },
    );
    const trust = fc.record({
      name: fc.constantFrom(...TRUST_CHOICES),
      organisation: fc.constantFrom(...TRUST_CHOICES),
      email: fc.constantFrom(...TRUST_CHOICES),
      phone: fc.constantFrom(...TRUST_CHOICES),
      address: fc.constantFrom(...TRUST_CHOICES),
      birthday: fc.constantFrom(...TRUST_CHOICES),
    });
    fc.assert(
      fc.property(arbitrary, trust, (sayings, chosen) => {
        const joined = joinPicture(sayings, chosen);
        const said = joined.flatMap(({ values }) => values.flatMap((value) => value.said));
        expect(said).toHaveLength(sayings.filter(({ value }) => value.trim() !== '').length);
        expect(joinPicture(sayings.toReversed(), chosen)).toEqual(joined);
      }),
    );
  });
});
