/** One picture of a donor, and whom to go by, in English. */
import type { Catalogue } from './nl.ts';

export const PICTURE: Catalogue['picture'] = {
  title: 'What each place says',
  level: 'Over all places together: {{level}}.',
  one: 'the same everywhere',
  several_one: '{{count}} value',
  several_other: '{{count}} values',
  linkedTo: '{{name}} on {{site}}',
  unlink: 'Take the link away',
  unlinked: 'The link of {{name}} was taken away. What counted because of it counts no longer.',
};

export const TRUST: Catalogue['trust'] = {
  title: 'Differences',
  intro:
    'The CRM, fundraising sites and files can say different things about the same donor. Choose for each detail what comes first.',
  effectTitle: 'What this does',
  effect: 'On the page of a donor the value that you choose comes first, with what others say below it, and when.',
  nothingChanges: 'Nothing changes in the CRM. A detail is corrected in a call or when details are verified.',
  saved: 'Saved.',
};
