/** Somebody whom another place knows, for the contracts of all CRMs. */
import type { Likeness, NewContact } from '../../sync/connector.ts';

export const NEWCOMER: Omit<NewContact, 'externalId' | 'externalIds'> = {
  firstName: 'Contract',
  prefix: 'van der',
  lastName: 'Nieuw',
  organisation: '',
  email: 'contract.nieuw@voorbeeld.example',
  phone: '+31638291746',
  street: 'Dorpsstraat 12 a',
  postcode: '6811AD',
  town: 'Arnhem',
  country: 'NL',
  language: 'nl',
  doesNotWantCalls: false,
};

export const NOBODY: Likeness = { externalIds: [], email: null, number: null, lastName: '', postcode: null };
