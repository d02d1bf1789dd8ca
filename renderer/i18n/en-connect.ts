/** What the connect screen says in English. */
import type { Catalogue } from './nl.ts';

export const CONNECT: Catalogue['connect'] = {
  title: 'Connect',
  heading: 'Connect to CiviCRM',
  form: 'Address and key',
  unconnected: 'This workstation is not connected yet. Paste the address of the CRM and the API key.',
  connected: 'Connected to {{organisation}}, as {{user}}.',
  practice:
    'This is a practice profile. When you connect a real CRM, the invented donors go and this workstation begins anew.',
  address: 'Address of the CRM',
  key: 'API key',
  keyHint: 'Is kept encrypted, and never shown again.',
  keyKept: 'A key is kept. Leave this empty to keep it.',
  plainHttp: 'It may go without encryption (http): anybody on the way can read the key.',
  authority: {
    title: 'A certificate authority of your own',
    text: 'Only when the administrator says that your CRM has one. Connections are always checked; that cannot be turned off.',
    field: 'Certificate of the authority (PEM)',
    known: 'Trusted: {{subject}}, until {{date}}. Paste another one to replace it.',
    remove: 'Trust it no longer',
    removed: 'Is taken away when you connect.',
  },
  save: 'Connect and fetch',
  busy: 'Connecting',
  fetching: 'Connected. Everything is being fetched.',
  howTo: 'Which rights are needed, and how an administrator makes a key, is in docs/connect-civicrm.md.',
  found: 'What we saw in the CRM',
  check: 'Check again',
  checking: 'Checking',
  states: { ok: 'All right', warning: 'Look here', problem: 'Does not work' },
  fields: {
    title: 'Fields of our own in the CRM',
    text: 'Dankbel can have its fields made in the CRM. Nothing else changes, and everything works without them.',
    adminKey: 'API key of an administrator',
    adminKeyHint: 'Is used once and not kept.',
    create: 'Have the fields made',
  },
  statuses: {
    title: 'Which status is meant?',
    text: 'The CRM does not have the usual names. The exact outcome is always written with it, whatever you choose here.',
    choose: 'Choose a status',
    save: 'Keep the choice',
  },
};
