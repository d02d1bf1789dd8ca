/** What protects donors and tokens on the way to Salesforce, and how each is switched off. */
import type { Protection } from './protection.ts';

const SAFETY = 'tests/integration/sync/salesforce-safety.test.ts';
const WORKING = 'tests/integration/sync/salesforce.test.ts';
const NEWCOMERS = 'tests/integration/sources/newcomers-salesforce.test.ts';
const SOQL = 'tests/property/soql.test.ts';

export const SALESFORCE_PROTECTIONS: readonly Protection[] = [
  {
    name: 'no text ends the quotes of a question to Salesforce',
    file: 'sync/crm/salesforce/soql.ts',
    text: `"'": "\\\\'",`,
    instead: `"'": "'",`,
    tests: [SOQL],
  },
  {
    name: 'what means itself in a pattern is written so',
    file: 'sync/crm/salesforce/soql.ts',
    text: '.replaceAll(/[%_]/g, (character) => `\\\\${character}`);',
    instead: ';',
    tests: [SOQL],
  },
  {
    name: 'only a name stands where a name belongs in a question to Salesforce',
    file: 'sync/crm/salesforce/soql.ts',
    text: 'for (const name of given) if (!NAME.test(name)) throw new Error(`"${name}" is no name in SOQL`);',
    instead: '',
    tests: [SOQL],
  },
  {
    name: 'a question to Salesforce follows no redirect',
    file: 'sync/crm/salesforce/http.ts',
    text: "redirect: 'manual',",
    instead: "redirect: 'follow',",
    tests: [SAFETY],
  },
  {
    name: 'a renewal of the sign-in follows no redirect',
    file: 'sync/crm/salesforce/tokens.ts',
    text: "redirect: 'manual',",
    instead: "redirect: 'follow',",
    tests: [SAFETY],
  },
  {
    name: 'tokens go to an address of Salesforce alone',
    file: 'sync/crm/salesforce/tokens.ts',
    text: "if (url.protocol !== 'https:' || !url.hostname.endsWith('.salesforce.com')) throw odd();",
    instead: '',
    tests: [SAFETY],
  },
  {
    name: 'one renewal of the sign-in at a time',
    file: 'sync/crm/salesforce/tokens.ts',
    text: 'renewing ??= renewOnce(spent)',
    instead: 'renewing = renewOnce(spent)',
    tests: [WORKING],
  },
  {
    name: 'what changed is read from early on',
    file: 'sync/crm/salesforce/paging.ts',
    text: 'new Date(Date.parse(since) - OVERLAP_MILLISECONDS).toISOString()',
    instead: 'since',
    tests: [WORKING],
  },
  {
    name: 'another Salesforce than that of the profile is refused',
    file: 'sync/crm/salesforce/identity.ts',
    text: 'if (isOther) throw otherOrganisation(known.name, organisation);',
    instead: '',
    tests: [SAFETY],
  },
  {
    name: 'an id in an address is one of ours',
    file: 'sync/crm/salesforce/task.ts',
    text: "if (!ownId.test(id)) throw new Error('not an id');",
    instead: '',
    tests: [SAFETY],
  },
  {
    name: 'a rule against duplicates is never overruled',
    file: 'sync/crm/salesforce/add-contact.ts',
    text: "body: writable(schema.contact, values, 'createable'),",
    instead:
      "body: writable(schema.contact, values, 'createable'), headers: { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' },",
    tests: [NEWCOMERS],
  },
  {
    name: 'the charity’s other links keep their share of the questions',
    file: 'sync/crm/salesforce/budget.ts',
    text: 'const LATER_STOPS_AT = 0.8;',
    instead: 'const LATER_STOPS_AT = 1;',
    tests: [WORKING],
  },
];
