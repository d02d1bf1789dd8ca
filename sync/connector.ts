/** What a CRM must be able to do for Dankbel. One folder per CRM under `sync/crm/` fills this in. */
import type { CalendarDay, Instant } from '../domain/calendar/day.ts';
import type { CorrectedValue } from '../domain/corrected-value.ts';
import type { Sentence } from '../domain/language.ts';
import type { OperationBody } from '../domain/operation.ts';
import type { ClaimsOfCrm } from './claims/claims-of-crm.ts';
import type { WorkstationsOfCrm } from './workstations/workstations-of-crm.ts';
import type {
  MirrorDonor,
  MirrorGift,
  MirrorMandate,
  MirrorMembership,
  MirrorMoment,
  MirrorStub,
} from '../db/mirror/records.ts';

/** In the order in which they are pulled: nothing comes before what it belongs to. */
export const PULL_ENTITIES = ['donors', 'mandates', 'gifts', 'moments'] as const;
export type PullEntity = (typeof PULL_ENTITIES)[number];

export type PulledRecords =
  | { readonly entity: 'donors'; readonly records: readonly MirrorDonor[] }
  | { readonly entity: 'stubs'; readonly records: readonly MirrorStub[] }
  | { readonly entity: 'mandates'; readonly records: readonly MirrorMandate[] }
  | { readonly entity: 'gifts'; readonly records: readonly MirrorGift[] }
  | { readonly entity: 'moments'; readonly records: readonly MirrorMoment[] };

/** JSON that only the connector understands: where a pull stands. */
export type CursorPosition = unknown;

export interface PullPage {
  readonly pulled: PulledRecords;
  /** Where the next page begins; kept in the transaction that keeps the records. */
  readonly position: CursorPosition;
  /** Nothing more to pull for now. */
  readonly isLast: boolean;
  /** The server is behind what it said before (a backup was put back, its clock was set back): everything is read again. */
  readonly isRewound: boolean;
  /** How many rows the CRM gave, for the progress. */
  readonly rows: number;
  /** Rows that could not be understood; they are counted, and never stop the rest. */
  readonly leftOut: number;
  /** Of this entity, and gone since the page before, says a CRM that tells (decision 0046); asked again by name before they go here. */
  readonly deleted?: readonly number[];
}

/** `whole`: everything of everybody. `facts`: without the details of donors, who come one by one when they are needed. */
export type PullScope = 'whole' | 'facts';

export interface PullBeginning {
  readonly position: CursorPosition;
  /** How many rows the CRM says there are: shown, and never relied upon. */
  readonly total: number;
}

/** Everything about a few donors. */
export interface WholeDonors {
  readonly donors: readonly MirrorDonor[];
  readonly mandates: readonly MirrorMandate[];
  readonly gifts: readonly MirrorGift[];
  readonly moments: readonly MirrorMoment[];
  readonly groups: readonly MirrorMembership[];
  readonly leftOut: number;
}

export interface RecentPage {
  readonly donorCrmIds: readonly number[];
  /** Where the next page begins; null after the last. */
  readonly after: CursorPosition;
}

/** What is compared by id, because the CRM deletes without a trace. */
export const ID_ENTITIES = ['donors', 'mandates', 'gifts', 'moments', 'phones', 'emails', 'addresses'] as const;
export type IdEntity = (typeof ID_ENTITIES)[number];

export interface IdPage {
  readonly ids: readonly number[];
  /** There are none after these. */
  readonly isLast: boolean;
}

/** What is kept of every donor. */
export type FactEntity = 'donors' | 'mandates' | 'gifts';

export interface OutgoingOperation {
  readonly id: string;
  readonly body: OperationBody;
  readonly recordedAt: Instant;
  /** The donor's id in the CRM. */
  readonly donorCrmId: number;
  /** Sent before, perhaps with effect: look whether it is there already. */
  readonly wasTried: boolean;
  readonly undone: UndoneOperation | null;
}

/** What an undo takes back. */
export interface UndoneOperation {
  readonly id: string;
  readonly body: OperationBody;
  /** What the CRM called it; null when it was never confirmed. */
  readonly reference: string | null;
  /** False: the CRM refused it, and may have written it all the same. */
  readonly wasApplied: boolean;
}

export type OperationAnswer =
  /** `reference` is what the CRM calls what came of it, for a later undo. */
  | { readonly kind: 'applied'; readonly reference: string | null }
  /** Both sides changed the same field; a person decides. */
  | {
      readonly kind: 'conflict';
      readonly why: Sentence;
      /** Null: the row was removed there. */
      readonly theirs: CorrectedValue | null;
      /** When the CRM says that the donor last changed; null when it does not say. */
      readonly theirsAt: Instant | null;
    }
  | { readonly kind: 'rejected'; readonly why: Sentence; readonly crmWords: string | null };

export interface OrganisationMark {
  /** The CRM's contact of the organisation itself. */
  readonly contactId: number;
  /** Of something that nobody changes; null when the CRM does not show it. */
  readonly hash: string | null;
}

/** The organisation that a profile was connected to. */
export interface KnownOrganisation extends OrganisationMark {
  readonly name: string;
}

export interface CrmIdentity {
  /** Contact of the user whose key it is. */
  readonly contactId: number;
  readonly name: string;
  /** The organisation that the CRM belongs to. */
  readonly organisation: string;
  /** What tells its database from that of another organisation; null when nothing does. */
  readonly organisationMark: OrganisationMark | null;
  readonly address: string;
  /** A practice CRM: its donors are invented. */
  readonly isPractice: boolean;
}

/** Somebody whom another place knows, by what a CRM could know her by. */
export interface Likeness {
  readonly externalIds: readonly string[];
  readonly email: string | null;
  /** E.164. */
  readonly number: string | null;
  readonly lastName: string;
  readonly postcode: string | null;
}

/** Somebody who is to become a contact. */
export interface NewContact {
  /** The number that she is to have there. */
  readonly externalId: string;
  /** Numbers by which she could be there already, this one among them. */
  readonly externalIds: readonly string[];
  readonly firstName: string;
  readonly prefix: string;
  readonly lastName: string;
  readonly organisation: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** With the house number. */
  readonly street: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly country: string | null;
  readonly language: 'nl' | 'en';
  readonly doesNotWantCalls: boolean;
}

/** How many questions an organisation may ask its CRM in a day, and how many were. */
export interface ApiBudget {
  readonly used: number;
  readonly most: number;
  /** From so many on what can wait is not asked. */
  readonly stopsAt: number;
  /** What goes on: everything; what somebody on the phone waits for; nothing, for the CRM itself says that none are left. */
  readonly allows: 'all' | 'now' | 'none';
}

export interface Connector {
  /** Absent: this CRM does not count questions. Null before the first answer. */
  readonly budget?: () => ApiBudget | null;
  /** Absent: this CRM knows no claims. */
  readonly claims?: ClaimsOfCrm;
  /** Absent: this CRM knows no workstations; none can be revoked there. */
  readonly workstations?: WorkstationsOfCrm;
  /** Who the key belongs to. Nothing the CRM says is believed before this (civicrm-api4.md §2). @throws CrmFailure */
  identify(): Promise<CrmIdentity>;
  /** Where a pull begins: what changes from now on is not missed. @throws CrmFailure */
  begin(entity: PullEntity): Promise<PullBeginning>;
  /** @throws CrmFailure, also for a page that cannot be the one that was asked for */
  pull(entity: PullEntity, position: CursorPosition, scope: PullScope): Promise<PullPage>;
  /**
   * @param crmIds a page at most
   * @param losers who lost a merge to one of them: only what was written to them nevertheless is read
   * @throws CrmFailure
   */
  readWhole(crmIds: readonly number[], losers: readonly number[]): Promise<WholeDonors>;
  readGroups(crmIds: readonly number[]): Promise<readonly MirrorMembership[]>;
  /** Donors with a gift or a mandate since a day. @param after null to begin. @throws CrmFailure */
  findRecent(since: CalendarDay, after: CursorPosition): Promise<RecentPage>;
  /** The next ids in order. @throws CrmFailure */
  readIds(entity: IdEntity, afterId: number): Promise<IdPage>;
  /** Those of these ids that exist. @param ids five hundred at most. @throws CrmFailure */
  readExisting(entity: IdEntity, ids: readonly number[]): Promise<ReadonlySet<number>>;
  /** Rows that a pull missed, as facts. @param ids five hundred at most. @throws CrmFailure */
  readRows(entity: FactEntity, ids: readonly number[]): Promise<PulledRecords>;
  /** Whom a donor was merged into; null when nobody knows. @throws CrmFailure */
  findWinner(crmId: number): Promise<number | null>;
  /**
   * Who could be one of these people: the same number of the charity, e-mail, phone, or last name at a postcode. Absent: this
   * CRM cannot be asked.
   *
   * @param people fifty at most
   * @throws CrmFailure
   */
  findLike?(people: readonly Likeness[]): Promise<readonly number[]>;
  /** Makes a contact, unless she is there: a second time finds the first. Absent: this CRM cannot be given contacts. @throws CrmFailure */
  addContact?(person: NewContact): Promise<number>;
  /** Sending an operation a second time does nothing more. @throws CrmFailure when it is worth trying again, or pointless to go on */
  send(operation: OutgoingOperation): Promise<OperationAnswer>;
  /** Ends all but the oldest `keeps` of what this call became in the CRM. Ending twice is ending once. @throws CrmFailure */
  endDoubles(operationId: string, keeps: 0 | 1): Promise<void>;
}
