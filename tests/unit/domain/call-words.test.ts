/** What is said and asked in a call: script, outcomes, doubts, corrections. */
import { describe, expect, it } from 'vitest';
import { applyCorrections, type DonorDetails } from '../../../domain/donor-details.ts';
import { refuseCorrection, type Correction } from '../../../domain/correction.ts';
import { doubtAboutAddress, doubtAboutEmail, doubtAboutName, doubtAboutPhone } from '../../../domain/doubt.ts';
import { OUTCOME_IDS, OUTCOMES, outcomesOfKey } from '../../../domain/outcome.ts';
import { writeScript, type Situation } from '../../../domain/script/script.ts';
import { gift, mandate, TODAY } from '../../support/build-donor.ts';

const SITUATION: Situation = {
  programme: 'thank-you-call',
  promisedIn: null,
  callerName: 'Anneke Postma',
  charityName: 'Elk Kind Zwemt',
  donorName: 'mevrouw Van der Knaap',
  partOfDay: 'evening',
  today: TODAY,
  gift: gift('2026-11-10', { amount: 5_000, project: 'Zwemles voor ieder kind' }),
  mandate: null,
  isFirstGift: true,
  addressForm: 'formal',
  isThroughFriend: false,
  whoseAction: null,
  loyalSince: null,
  story: null,
  answeredComplaint: null,
};

const said = (situation: Partial<Situation>, language: 'nl' | 'en' = 'nl'): string =>
  writeScript({ ...SITUATION, ...situation }, language)
    .map(({ text }) => text)
    .join('\n');

describe('the script', () => {
  it('opens with name, organisation, purpose and the question whether it suits (L16)', () => {
    expect(said({})).toContain(
      'Goedenavond, u spreekt met Anneke Postma van Elk Kind Zwemt. Spreek ik met mevrouw Van der Knaap? Ik bel om u te bedanken. **Komt het gelegen?**',
    );
    const reversed = gift('2026-11-10', { status: 'reversed', mandateId: 1 });
    expect(said({ programme: 'service-call', gift: reversed })).toContain(
      'Ik bel over uw steun aan ons. **Komt het gelegen?**',
    );
    expect(said({ programme: 'callback', promisedIn: 'thank-you-call' })).toContain(
      'We hadden afgesproken dat ik u terug zou bellen. **Komt het gelegen?**',
    );
  });

  it('does without the name of a charity that nobody has filled in', () => {
    expect(said({ charityName: '' })).toContain('u spreekt met Anneke Postma. Spreek ik met');
  });

  it('thanks for this gift, in words', () => {
    expect(said({})).toContain('Op dinsdag 10 november gaf u vijftig euro, uw eerste gift.');
    expect(said({})).toContain('Uw gift gaat naar Zwemles voor ieder kind.');
  });

  it('knows of a mandate and of a debit on its way', () => {
    const running = mandate('2026-11-07', { amount: 1_000 });
    expect(said({ mandate: running, gift: null })).toContain('Sinds 7 november steunt u ons met tien euro per maand.');
    expect(said({ mandate: running, gift: gift('2026-11-10', { status: 'announced' }) })).toContain(
      'De eerste afschrijving is onderweg',
    );
  });

  it.each(['failed', 'reversed'] as const)('never thanks for a gift that %s, and never pushes to pay', (status) => {
    const text = said({ programme: 'service-call', gift: gift('2026-11-10', { status, mandateId: 1 }) });
    expect(text).not.toMatch(/gaf u|Hartelijk dank|om u te bedanken/);
    expect(text).not.toMatch(/betal|overmaken|opnieuw incass/i);
    expect(text).toContain('Kan ik u ergens mee helpen'.slice(4));
  });

  it('keeps a promise in a callback, and goes on with what it was about', () => {
    const text = said({ programme: 'callback', promisedIn: 'major-call' });
    expect(text).toContain('We hadden afgesproken dat ik u terug zou bellen.');
    expect(text).toContain('Ik wilde u daar zelf voor bedanken.');
  });

  it('offers the right to object at the end, in both languages (L6)', () => {
    expect(said({})).toContain('**Als u dat liever niet heeft, zegt u het gerust.**');
    expect(said({}, 'en')).toContain('**If you would rather not, please just say so.**');
  });

  it('asks for no money in the thank-you call (L12)', () => {
    expect(said({})).not.toMatch(/verhog|extra gift|nalaten|doneren|machtigen/i);
  });
});

describe('outcomes', () => {
  it('are on keys 1 to 9, each reachable', () => {
    const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
    expect(keys.flatMap((key) => outcomesOfKey(key).map(({ id }) => id)).sort()).toEqual([...OUTCOME_IDS].sort());
    expect(outcomesOfKey(8).map(({ id }) => id)).toEqual(['objection']);
  });

  it('a wrong number is never a refusal', () => {
    expect(OUTCOMES['wrong-number']).toMatchObject({ result: 'attempt', marksNumberWrong: true });
    expect(OUTCOMES['not-in-service']).toMatchObject({ result: 'attempt', marksNumberWrong: true });
  });

  it('a conversation with the donor asks for the objection answer', () => {
    expect(OUTCOME_IDS.filter((id) => OUTCOMES[id].asksForObjection)).toEqual([
      'conversation',
      'callback',
      'refused',
      'other-language',
    ]);
  });
});

describe('doubts', () => {
  const name = {
    kind: 'individual',
    firstName: 'Jan',
    prefix: '',
    surname: 'Bakker',
    displayName: 'Jan Bakker',
    gender: null,
  } as const;
  it('about names', () => {
    expect(doubtAboutName(name)).toBeNull();
    expect(doubtAboutName({ ...name, surname: 'van den Berg' })?.nl).toMatch(/tussenvoegsel/);
    expect(doubtAboutName({ ...name, surname: 'Van Damme' })).toBeNull();
    expect(doubtAboutName({ ...name, prefix: 'VAN DER', surname: 'MEER' })?.nl).toMatch(/hoofdletters/);
    expect(doubtAboutName({ ...name, surname: '<b>x</b>' })?.nl).toMatch(/tekens/);
    expect(doubtAboutName({ ...name, kind: 'organization', surname: '<b>' })).toBeNull();
  });

  it('about numbers, e-mails and addresses', () => {
    expect(doubtAboutPhone('0612345678')).toBeNull();
    expect(doubtAboutPhone('06-1234')?.nl).toMatch(/niet te kloppen/);
    expect(doubtAboutPhone('via dochter 0612345678')?.nl).toMatch(/tekst/);
    expect(doubtAboutEmail('a@b')?.nl).toBeDefined();
    expect(doubtAboutEmail('a@b.nl')).toBeNull();
    const address = { street: 'Wilgenhof 41', postcode: '8031 XD', town: 'Zwolle', country: 'NL' };
    expect(doubtAboutAddress(address)).toBeNull();
    expect(doubtAboutAddress({ ...address, street: 'Wilgenhof' })?.nl).toMatch(/huisnummer/);
    expect(doubtAboutAddress({ ...address, postcode: '0031 XD' })?.nl).toMatch(/postcode/);
  });
});

const NOBODY = { firstName: '', prefix: '', surname: '' };

describe('corrections', () => {
  const none = { rowId: null, crmId: null, base: null } as const;
  it.each<[Correction, boolean]>([
    [{ field: 'phone', ...none, value: '06 12 34 56 78' }, true],
    [{ field: 'phone', ...none, value: '06 12' }, false],
    [{ field: 'email', ...none, value: 'jan@voorbeeld.nl' }, true],
    [{ field: 'email', ...none, value: 'jan@voorbeeld' }, false],
    [{ field: 'email', ...none, value: 'jan @voorbeeld.nl' }, false],
    [
      { field: 'address', ...none, value: { street: 'Dam 1', postcode: '1012JS', town: 'Amsterdam', country: 'NL' } },
      true,
    ],
    [
      { field: 'address', ...none, value: { street: 'Dam 1', postcode: '1012', town: 'Amsterdam', country: 'NL' } },
      false,
    ],
    [
      {
        field: 'address',
        ...none,
        value: { street: 'Grote Markt 1', postcode: '1000', town: 'Brussel', country: 'BE' },
      },
      true,
    ],
    [
      {
        field: 'name',
        base: { firstName: '', prefix: '', surname: '' },
        value: { firstName: '', prefix: '', surname: ' ' },
      },
      false,
    ],
    [
      {
        field: 'name',
        base: { firstName: '', prefix: '', surname: '' },
        value: { firstName: 'x'.repeat(65), prefix: '', surname: 'y' },
      },
      false,
    ],
    [{ field: 'email', ...none, value: `${'x'.repeat(244)}@voorbeeld.nl` }, false],
    [{ field: 'phone', ...none, value: 'NULL' }, false],
    [{ field: 'name', base: NOBODY, value: { ...NOBODY, firstName: 'Jan', surname: 'NULL' } }, false],
    [{ field: 'name', base: NOBODY, value: { ...NOBODY, firstName: 'Jan', surname: 'null' } }, false],
    [{ field: 'name', base: NOBODY, value: { ...NOBODY, firstName: 'Jan', surname: 'Null' } }, true],
    [{ field: 'name', base: NOBODY, value: { ...NOBODY, surname: 'y', prefix: 'x'.repeat(65) } }, false],
    ...(
      [
        ['street', 96],
        ['postcode', 64],
        ['town', 64],
      ] as const
    ).flatMap(([part, longest]): [Correction, boolean][] => {
      const abroad = { street: 'Dorp 1', postcode: '1000', town: 'Brussel', country: 'BE' };
      return [
        [{ field: 'address', ...none, value: { ...abroad, [part]: 'x'.repeat(longest) } }, true],
        [{ field: 'address', ...none, value: { ...abroad, [part]: 'x'.repeat(longest + 1) } }, false],
        [{ field: 'address', ...none, value: { ...abroad, [part]: 'NULL' } }, false],
      ];
    }),
  ])('%j can be kept: %s', (correction, isKept) => {
    expect(refuseCorrection(correction) === null).toBe(isKept);
  });

  it('are laid over the mirror, row by row', () => {
    const details: DonorDetails = {
      name: {
        kind: 'individual',
        firstName: 'Jan',
        prefix: '',
        surname: 'Bakker',
        displayName: 'Jan Bakker',
        gender: null,
      },
      phones: [{ rowId: 1, crmId: 11, value: '06-1', isPrimary: true, kind: 'Mobile' }],
      emails: [],
      addresses: [],
    };
    const corrected = applyCorrections(details, [
      { field: 'phone', rowId: 1, crmId: 11, base: '06-1', value: '06-2' },
      { field: 'email', ...none, value: 'a@b.nl' },
      { field: 'email', ...none, value: 'c@d.nl' },
      {
        field: 'name',
        base: { firstName: 'Jan', prefix: '', surname: 'Bakker' },
        value: { firstName: 'Jan', prefix: 'de', surname: 'Bakker' },
      },
    ]);
    expect(corrected.phones.map(({ value }) => value)).toEqual(['06-2']);
    expect(corrected.emails).toEqual([{ rowId: null, crmId: null, value: 'c@d.nl', isPrimary: true, kind: null }]);
    expect(corrected.name.prefix).toBe('de');
  });
});
