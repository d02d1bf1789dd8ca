/** Fundraising platforms, in English. */
import type { Catalogue } from './nl.ts';

export const SOURCES: Catalogue['sources'] = {
  title: 'Kentaa',
  intro:
    'Whoever gives through a fundraising site comes in here on the day of the gift: with the action, the consent to be called, and what becomes of it later. It is only read.',
  sites: 'Fundraising sites',
  own: 'Addresses of your own staff',
  ownHow:
    'What is given with these on a fundraising site is a trial: it counts as no gift, and nobody is called. One on each line, or a whole domain: voorbeeld.nl.',
  ownSave: 'Save the addresses',
  ownSaved: 'Saved.',
  another: 'Add another fundraising site',
  add: 'Add this fundraising site',
  address: 'Address of the API',
  key: 'Key',
  from: 'Read from',
  fromMore: 'Choose the beginning of the campaign. What was given before stays out of sight.',
  noDay: 'This is no day that exists. Write it as 1-11-2026.',
  lastRead: 'Read {{when}}',
  states: { well: 'works', trouble: 'look', off: 'is off', first: 'begins' },
  helpTitle: 'How to get a key',
  helpKey:
    'In the administration of the fundraising site: Integrations, API users. Make one for Dankbel alone. Every site has a key of its own.',
  helpReads: 'Dankbel asks for the name of the site and then begins to read. Nothing is ever changed at Kentaa.',
  helpCounts:
    'A gift that the CRM has too counts once. Anonymous gifts make no call, and whoever runs an action is not the giver.',
  readNow: 'Read now',
  how: 'How it is read',
  enabled: 'Read this fundraising site every ten minutes',
  addsNewcomers: 'Put new donors into the CRM without asking',
  newcomersMore:
    'Off: a coordinator decides about everybody who is nobody in the CRM. On: they become a new contact by themselves, with name, address, e-mail and phone.',
  otherKey: 'Another key',
  keyKept: 'Kept',
  saveKey: 'Keep the key',
  keySaved: 'The key was kept.',
  remove: 'Remove this fundraising site',
  removeText:
    'Everything that came from this site goes ({{gifts}} gifts), and counts nowhere any more. What is in the CRM stays.',
  removeYes: 'Yes, remove {{name}}',
  removeNo: 'No, leave it',
  facts: {
    last: 'Last read',
    never: 'not yet',
    from: 'From',
    people: 'People',
    peopleOf: '{{people}}: {{linked}} recognised, {{doubtful}} in doubt, {{newcomers}} new',
    gifts: 'Gifts',
    budget: 'Questions left',
    budgetOf: '{{left}} more this hour, also for other programs with this key',
    unknown: 'unknown',
    place: 'Where',
  },
};
