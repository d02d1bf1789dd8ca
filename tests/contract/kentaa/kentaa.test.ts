/** The contract with the stand-in for Kentaa, with a real site when there is a key, and what the stand-in alone can do. */
import {
  action,
  donation,
  manualDonation,
  project,
  recurringDonor,
  subscription,
  user,
} from '../../support/kentaa/objects.ts';
import { kentaaStandIn, type KentaaStandIn } from '../../support/kentaa/stand-in.ts';
import { describeMisbehaviour } from './misbehaviour.ts';
import { describeKentaa } from './suite.ts';

const address = process.env['DANKBEL_KENTAA_URL'] ?? 'https://api.kentaa.nl/v1';
const apiKey = process.env['DANKBEL_KENTAA_KEY'] ?? '';
const AT = '2026-11-20T10:00:00.000Z';
const SPAN = { after: '2026-11-01T00:00:00Z', before: '2026-11-21T12:00:00Z' };
const DAYS_OF_A_REAL_ONE = 14;

if (apiKey !== '') {
  describeKentaa(address, async () => {
    const before = new Date();
    const after = new Date(before.getTime() - DAYS_OF_A_REAL_ONE * 86_400_000);
    return { address, apiKey, after: after.toISOString(), before: before.toISOString() };
  });
}

/** Only a real one was asked for: `npm run test:kentaa`. */
if (process.env['DANKBEL_CONTRACT'] !== 'real') {
  for (const oldLists of [false, true]) {
    describeKentaa(oldLists ? 'a stand-in with older lists' : 'the stand-in', async () => {
      const kentaa = await kentaaStandIn({ clock: () => '2026-11-21T13:00:00.000Z' });
      kentaa.faults.oldLists = oldLists;
      fill(kentaa);
      return { address: kentaa.url, apiKey: kentaa.apiKey, ...SPAN };
    });
  }
  describeMisbehaviour();
}

function fill(kentaa: KentaaStandIn): void {
  kentaa.put('projects', project(AT, { id: 31 }));
  kentaa.put('actions', action(AT, { id: 9021 }));
  kentaa.put('users', user(AT, { id: 802 }));
  kentaa.put('donations', donation(AT, { id: 1, action_id: 9021 }));
  kentaa.put('manual-donations', manualDonation(AT, { id: 1 }));
  kentaa.put('recurring-donors', recurringDonor(AT, { id: 301 }));
  kentaa.put('newsletter-subscriptions', subscription(AT, { id: 88 }));
}
