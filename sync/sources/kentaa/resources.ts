/** What is read, in this order: nothing comes before what it belongs to. */
import { donation, manualDonation, page, person, recurringDonor, type Parse } from './parse.ts';

export interface Resource {
  /** Of its cursor. */
  readonly name: string;
  readonly path: `/${string}`;
  /** Under which an answer holds the list. */
  readonly list: string;
  /** Under which an answer holds one of them. */
  readonly single: string;
  readonly parse: Parse;
  /** How the key of a record begins. */
  readonly prefix: string;
  /** It is looked for what is gone: persons and gifts, not pages. */
  readonly isCompared: boolean;
}

const resource = (prefix: string, plural: string, parse: Parse, isCompared = false): Resource => ({
  name: plural,
  path: `/${plural}`,
  list: plural.replaceAll('-', '_'),
  single: prefix.replaceAll('-', '_'),
  prefix,
  parse,
  isCompared,
});

export const RESOURCES: readonly Resource[] = [
  resource('project', 'projects', page('project')),
  resource('company', 'companies', page('company')),
  resource('team', 'teams', page('team')),
  resource('action', 'actions', page('action')),
  resource('user', 'users', person('user')),
  resource('recurring-donor', 'recurring-donors', recurringDonor, true),
  resource('donation', 'donations', donation, true),
  resource('manual-donation', 'manual-donations', manualDonation, true),
  resource('newsletter-subscription', 'newsletter-subscriptions', person('newsletter-subscription')),
];

/** Of "action:9021": where to ask for it; null for a kind that is not read. */
export function resourceOf(key: string): { readonly resource: Resource; readonly number: string } | null {
  const [prefix = '', number = ''] = key.split(':');
  const found = RESOURCES.find((each) => each.prefix === prefix);
  return found === undefined || !/^\d+$/.test(number) ? null : { resource: found, number };
}
