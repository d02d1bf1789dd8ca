/** Identities for the tests of matching: somebody ordinary, changed where the test says so. */
import type { Identity } from '../../domain/matching/identity.ts';

export function knownAs(changes: Partial<Identity> = {}): Identity {
  return {
    kind: 'individual',
    firstName: 'Hanneke',
    prefix: 'van der',
    surname: 'Knaap',
    organisation: '',
    gender: null,
    emails: [],
    ibans: [],
    phones: [],
    addresses: [],
    birthday: null,
    language: null,
    isDeceased: false,
    isSecondHand: false,
    ...changes,
  };
}

export const MAILBOX = 'hanneke.knaap@voorbeeld.nl';
export const ACCOUNT = 'NL91ABNA0417164300';
export const HOUSE = { street: 'Wilgenhof 41 B', postcode: '8031 XD', town: 'Zwolle', country: 'NL' } as const;
