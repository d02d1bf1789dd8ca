/** All migrations, oldest first. One file each, numbered in tens; a file that was released never changes. */
import type { Kysely } from 'kysely';
import * as workstation from './0010-workstation.ts';
import * as claims from './0020-claims.ts';
import * as conflict from './0030-conflict.ts';
import * as slice from './0050-slice.ts';
import * as search from './0070-search.ts';
import * as programmes from './0090-programmes.ts';
import * as searchPrefixes from './0100-search-prefixes.ts';
import * as merged from './0110-merged.ts';
import * as followUps from './0120-follow-ups.ts';
import * as wishes from './0121-wishes.ts';
import * as charity from './0130-charity.ts';
import * as post from './0131-post.ts';
import * as moments from './0140-moments.ts';
import * as verify from './0141-verify.ts';
import * as answers from './0142-answers.ts';
import * as largeTotals from './0150-large-totals.ts';
import * as personPin from './0170-person-pin.ts';
import * as giftActions from './0190-gift-actions.ts';
import * as auditChain from './0200-audit-chain.ts';
import * as erasure from './0210-erasure.ts';
import * as sources from './0230-sources.ts';
import * as newcomers from './0231-newcomers.ts';
import * as matching from './0250-matching.ts';
import * as matchDecisions from './0251-match-decisions.ts';
import * as crmNumbers from './0270-crm-numbers.ts';
import * as imports from './0280-imports.ts';
import * as holdOut from './0300-hold-out.ts';
import * as filePlaces from './0350-file-places.ts';
import * as givenDay from './0360-given-day.ts';
import * as newcomerSent from './0361-newcomer-sent.ts';
import * as dialledNumber from './0370-dialled-number.ts';
import * as ownNumber from './0390-own-number.ts';
import * as settleAgain from './0400-settle-again.ts';

export interface WorkstationMigration {
  readonly number: number;
  readonly name: string;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}

export const MIGRATIONS: readonly WorkstationMigration[] = [
  { number: 10, name: '0010-workstation', up: workstation.up },
  { number: 20, name: '0020-claims', up: claims.up },
  { number: 30, name: '0030-conflict', up: conflict.up },
  { number: 50, name: '0050-slice', up: slice.up },
  { number: 70, name: '0070-search', up: search.up },
  { number: 90, name: '0090-programmes', up: programmes.up },
  { number: 100, name: '0100-search-prefixes', up: searchPrefixes.up },
  { number: 110, name: '0110-merged', up: merged.up },
  { number: 120, name: '0120-follow-ups', up: followUps.up },
  { number: 121, name: '0121-wishes', up: wishes.up },
  { number: 130, name: '0130-charity', up: charity.up },
  { number: 131, name: '0131-post', up: post.up },
  { number: 140, name: '0140-moments', up: moments.up },
  { number: 141, name: '0141-verify', up: verify.up },
  { number: 142, name: '0142-answers', up: answers.up },
  { number: 150, name: '0150-large-totals', up: largeTotals.up },
  { number: 170, name: '0170-person-pin', up: personPin.up },
  { number: 190, name: '0190-gift-actions', up: giftActions.up },
  { number: 200, name: '0200-audit-chain', up: auditChain.up },
  { number: 210, name: '0210-erasure', up: erasure.up },
  { number: 230, name: '0230-sources', up: sources.up },
  { number: 231, name: '0231-newcomers', up: newcomers.up },
  { number: 250, name: '0250-matching', up: matching.up },
  { number: 251, name: '0251-match-decisions', up: matchDecisions.up },
  { number: 270, name: '0270-crm-numbers', up: crmNumbers.up },
  { number: 280, name: '0280-imports', up: imports.up },
  { number: 300, name: '0300-hold-out', up: holdOut.up },
  { number: 350, name: '0350-file-places', up: filePlaces.up },
  { number: 360, name: '0360-given-day', up: givenDay.up },
  { number: 361, name: '0361-newcomer-sent', up: newcomerSent.up },
  { number: 370, name: '0370-dialled-number', up: dialledNumber.up },
  { number: 390, name: '0390-own-number', up: ownNumber.up },
  { number: 400, name: '0400-settle-again', up: settleAgain.up },
];

export const NEWEST_MIGRATION = Math.max(...MIGRATIONS.map(({ number }) => number));
