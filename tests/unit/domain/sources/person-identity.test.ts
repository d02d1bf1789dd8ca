/** Two records of one place are the same person by mailbox and name together: a family shares one, namesakes the other. */
import { describe, expect, it } from 'vitest';
import { identityOf, type PersonOfRecord } from '../../../../domain/sources/person-identity.ts';

const PERSON: PersonOfRecord = {
  email: 'zoe@voorbeeld.nl',
  firstName: 'Zoë',
  infix: 'van der',
  lastName: 'Knaap',
  organisation: '',
};
const isSame = (change: Partial<PersonOfRecord>): boolean =>
  identityOf({ ...PERSON, ...change }) === identityOf(PERSON);

describe('a record', () => {
  it('is of the same person whatever the capitals, accents and spaces', () => {
    expect(isSame({ email: ' ZOE@Voorbeeld.nl', firstName: 'zoe ', infix: 'Van  der', lastName: ' KNAAP' })).toBe(true);
  });

  it('is of somebody else with another mailbox, name or organisation', () => {
    expect(isSame({ email: 'fam@voorbeeld.nl' })).toBe(false);
    expect(isSame({ firstName: 'Bas' })).toBe(false);
    expect(isSame({ lastName: 'Bakker' })).toBe(false);
    expect(isSame({ organisation: 'Bakkerij Knaap' })).toBe(false);
  });

  it('is of nobody known without a mailbox, or without any name', () => {
    const nobody = { firstName: '', infix: '', lastName: '' };
    expect(identityOf({ ...PERSON, email: null })).toBeNull();
    expect(identityOf({ ...PERSON, ...nobody })).toBeNull();
    expect(identityOf({ ...PERSON, email: null, ...nobody, organisation: 'Bakkerij Knaap' })).toBeNull();
    expect(identityOf({ ...PERSON, ...nobody, organisation: 'Bakkerij Knaap' })).not.toBeNull();
  });
});
