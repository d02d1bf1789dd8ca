/** What Settings says about the CRM, in English. */
import type { Catalogue } from './nl.ts';

export const CRM: Catalogue['crm'] = {
  title: 'CRM',
  none: 'This workstation has no CRM yet.',
  connect: 'Connect a CRM',
  practice: 'This is a practice profile: the donors are invented.',
  facts: {
    kind: 'Kind',
    organisation: 'Organisation',
    address: 'Address',
    signInAt: 'Sign in at',
    user: { civicrm: 'User of the key', salesforce: 'Signed in as' },
    since: 'Connected on',
  },
  places: {
    production: 'The usual Salesforce',
    sandbox: 'Sandbox',
    own: 'The organisation’s own address',
  },
  look: 'Check or change',
  more: {
    civicrm: 'Connect says what the key may do and what is missing. A new key is given there too.',
    salesforce:
      'Salesforce asks to sign in again when this workstation was not used for a month. What was recorded here stays, and goes on by itself afterwards.',
  },
  budgetTitle: 'Questions of today',
  used: '{{used}} of {{most}}',
  percent: '{{share}}% used',
  now: {
    all: 'There is room. Dankbel fetches and sends.',
    now: 'More than {{stop}}% is used. Dankbel fetches nothing more. Claims, outcomes and objections go on as usual: you can call.',
    none: 'All questions are used up: Salesforce answers no more. The call list is divided among the callers, as without a network. Everything waits here safely, and goes by itself as soon as there is room again.',
  },
  mark: '{{stop}}%: fetch nothing',
  rules:
    'Above {{stop}}% Dankbel fetches nothing more: the rest is for who is calling, and for your other links. Calling goes on until Salesforce itself gives no more.',
  shared:
    'Salesforce counts the questions of the last 24 hours, of all programs of your organisation together. That way the others keep working too.',
  notYet: 'Not known yet: it is here after the first fetch.',
  notCounted: 'CiviCRM counts no questions. There is no limit that Dankbel has to mind.',
};
