/** What a CRM must be able to do for Dankbel. One folder per CRM under `sync/crm/` fills this in. */
import type { Instant } from '../domain/calendar/day.ts';
import type { CorrectedValue } from '../domain/corrected-value.ts';
import type { Sentence } from '../domain/language.ts';
import type { OperationBody } from '../domain/operation.ts';
import type { ClaimsOfCrm } from './claims/claims-of-crm.ts';
import type { MirrorDonor, MirrorGift, MirrorMandate, MirrorMoment } from '../db/mirror/records.ts';

/** In the order in which they are pulled: nothing comes before what it belongs to. */
export const PULL_ENTITIES = ['donors', 'mandates', 'gifts', 'moments'] as const;
export type PullEntity = (typeof PULL_ENTITIES)[number];

export type PulledRecords =
  | { readonly entity: 'donors'; readonly records: readonly MirrorDonor[] }
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
  /** Rows that could not be understood; they are counted, and never stop the rest. */
  readonly leftOut: number;
}

export interface OutgoingOperation {
  readonly id: string;
  readonly body: OperationBody;
  readonly recordedAt: Instant;
  /** The donor's id in the CRM. */
  readonly donorCrmId: number;
  /** Sent before, perhaps with effect: look whether it is there already. */
  readonly wasTried: boolean;
  /** For an undo: what is taken back, and what the CRM called it. */
  readonly undone: { readonly id: string; readonly body: OperationBody; readonly reference: string | null } | null;
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

export interface Connector {
  /** Absent: this CRM knows no claims. */
  readonly claims?: ClaimsOfCrm;
  /** Who the key belongs to. Nothing the CRM says is believed before this (civicrm-api4.md §2). @throws CrmFailure */
  identify(): Promise<CrmIdentity>;
  /** @param position null to begin. @throws CrmFailure */
  pull(entity: PullEntity, position: CursorPosition): Promise<PullPage>;
  /** Sending an operation a second time does nothing more. @throws CrmFailure when it is worth trying again, or pointless to go on */
  send(operation: OutgoingOperation): Promise<OperationAnswer>;
  /** Ends all but the oldest `keeps` of what this call became in the CRM. Ending twice is ending once. @throws CrmFailure */
  endDoubles(operationId: string, keeps: 0 | 1): Promise<void>;
}
