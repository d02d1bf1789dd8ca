/** The tables as Kysely sees them. What they mean stands in the migration that makes them. */
import type { Generated } from 'kysely';
import type { CalendarDay, Instant } from '../domain/calendar/day.ts';
import type { PartOfDay } from '../domain/calling-hours/part-of-day.ts';
import type { ProgrammeId } from '../domain/programmes/programme-id.ts';
import type { DetailField } from '../domain/correction.ts';
import type { OperationKind, OperationState } from '../domain/operation.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import type { GiftStatus } from '../domain/gift.ts';
import type { ConflictChoice } from '../domain/settle.ts';
import type { MandateStatus } from '../domain/mandate.ts';
import type { Gender } from '../domain/person-name.ts';
import type { Language } from '../domain/language.ts';
import type {
  AttemptTable,
  CallbackTable,
  CallItemTable,
  CorrectionTable,
  DetailCheckTable,
  FollowUpTable,
  ObjectionTable,
  WrongNumberTable,
} from './call-tables.ts';
import type { CharityTables } from './charity-tables.ts';
import type { ErasureTables } from './erasure-tables.ts';
import type { MatchingTables } from './matching-tables.ts';
import type {
  ConsentTable,
  HoldOutErasedTable,
  HoldOutTable,
  JourneyStepTable,
  ProgrammeVersionTable,
} from './programme-tables.ts';
import type { ImportTables } from './import-tables.ts';
import type { SourceTables } from './source-tables.ts';
import type { ProposalTable, VerifiedDetailTable } from './verify-tables.ts';
import type { WishTables } from './wish-tables.ts';

/** SQLite has no booleans. */
export type Flag = 0 | 1;

export interface Schema extends CharityTables, ErasureTables, ImportTables, MatchingTables, SourceTables, WishTables {
  readonly setting: { readonly key: string; readonly value: string };
  readonly person: PersonTable;
  readonly person_pin: PersonPinTable;
  readonly donor: DonorTable;
  readonly donor_phone: DonorPhoneTable;
  readonly donor_email: DonorEmailTable;
  readonly donor_address: DonorAddressTable;
  readonly mandate: MandateTable;
  readonly gift: GiftTable;
  readonly giving: GivingTable;
  readonly moment: MomentTable;
  readonly claim: ClaimTable;
  /** People who call elsewhere, as the CRM names them. */
  readonly colleague: { readonly crm_id: number; readonly name: string };
  readonly double_seen: DoubleSeenTable;
  readonly call_item: CallItemTable;
  /** "Later this evening": put at the end of the list of that day. */
  readonly postponement: { readonly day: CalendarDay; readonly donor_id: number; readonly at: Instant };
  readonly detail_check: DetailCheckTable;
  readonly attempt: AttemptTable;
  readonly callback: CallbackTable;
  readonly correction: CorrectionTable;
  readonly objection: ObjectionTable;
  readonly wrong_number: WrongNumberTable;
  readonly follow_up: FollowUpTable;
  readonly operation: OperationTable;
  readonly sync_cursor: SyncCursorTable;
  readonly donor_group: DonorGroupTable;
  readonly sync_notice: SyncNoticeTable;
  readonly audit: AuditTable;
  readonly audit_head: AuditHeadTable;
  readonly audit_words: AuditWordsTable;
  readonly conflict: ConflictTable;
  readonly programme_version: ProgrammeVersionTable;
  readonly consent: ConsentTable;
  readonly hold_out: HoldOutTable;
  readonly hold_out_erased: HoldOutErasedTable;
  readonly journey_step: JourneyStepTable;
  readonly verified_detail: VerifiedDetailTable;
  readonly proposal: ProposalTable;
  readonly crm_number: CrmNumberTable;
}

/** What a number stands for: each kind counts for itself. */
export type CrmNumberKind = 'contact' | 'gift' | 'mandate' | 'task' | 'user';

export interface CrmNumberTable {
  readonly kind: CrmNumberKind;
  readonly number: number;
  readonly id: string;
}

export interface PersonTable {
  readonly id: Generated<number>;
  readonly crm_id: number | null;
  readonly name: string;
  readonly roles: string;
  readonly is_active: Flag;
}

export interface PersonPinTable {
  readonly person_id: number;
  /** JSON of a `KeptSecret`. */
  readonly secret: string;
  /** In a row, since somebody last got in. */
  readonly misses: number;
  readonly missed_at: Instant | null;
  readonly set_at: Instant;
}

export interface DonorTable {
  readonly id: Generated<number>;
  readonly crm_id: number | null;
  readonly external_id: string | null;
  readonly kind: 'individual' | 'organization' | 'household';
  readonly first_name: string;
  readonly prefix: string;
  readonly surname: string;
  readonly display_name: string;
  readonly gender: Gender | null;
  readonly language: Language;
  readonly does_not_want_calls: Flag;
  readonly does_not_want_email: Flag;
  readonly does_not_want_post: Flag;
  readonly is_deceased: Flag;
  readonly is_removed: Flag;
  readonly fingerprint: string | null;
  /** Whether the details of this donor are held here (docs/decisions/0016). */
  readonly slice: Generated<'inside' | 'refetch' | 'outside'>;
  /** In so many rounds the CRM is still asked whom she was merged into. */
  readonly winner_asks: Generated<number>;
  readonly merged_into: Generated<number | null>;
  /** `MM-DD`. */
  readonly birthday: string | null;
  readonly preferred_part: PartOfDay | null;
}

export interface DonorPhoneTable {
  readonly id: Generated<number>;
  readonly donor_id: number;
  readonly crm_id: number | null;
  readonly raw: string;
  readonly number: string | null;
  readonly is_primary: Flag;
  readonly kind: string | null;
  readonly location: string | null;
}

export interface DonorEmailTable {
  readonly id: Generated<number>;
  readonly donor_id: number;
  readonly crm_id: number | null;
  readonly email: string;
  readonly is_primary: Flag;
  readonly is_on_hold: Flag;
  readonly location: string | null;
}

export interface DonorAddressTable {
  readonly id: Generated<number>;
  readonly donor_id: number;
  readonly crm_id: number | null;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: string;
  readonly is_primary: Flag;
  readonly location: string | null;
  readonly master_crm_id: number | null;
}

export interface MandateTable {
  readonly id: Generated<number>;
  readonly crm_id: number | null;
  readonly donor_id: number;
  readonly start_day: CalendarDay;
  readonly amount: number;
  readonly frequency_unit: 'day' | 'week' | 'month' | 'year';
  readonly frequency_interval: number;
  readonly status: MandateStatus;
  readonly cancelled_day: CalendarDay | null;
  readonly fingerprint: string | null;
}

export interface GiftTable {
  readonly id: Generated<number>;
  readonly crm_id: number | null;
  readonly external_id: string | null;
  readonly donor_id: number;
  readonly day: CalendarDay;
  readonly amount: number;
  readonly status: GiftStatus;
  readonly mandate_ref: number | null;
  readonly project: string | null;
  readonly source: string | null;
  readonly fingerprint: string | null;
}

export interface GivingTable {
  readonly donor_id: number;
  readonly day_zero: CalendarDay | null;
  readonly first_amount: number | null;
  readonly newest_received_day: CalendarDay | null;
  readonly received_count: number;
  readonly received_total: number;
  readonly largest_received: number;
  readonly has_running_mandate: Flag;
  readonly first_received_day: CalendarDay | null;
  /** Start of the oldest mandate that runs. */
  readonly oldest_mandate_day: CalendarDay | null;
}

export interface MomentTable {
  readonly id: Generated<number>;
  readonly crm_id: number | null;
  readonly donor_id: number;
  readonly type_name: string;
  readonly status_name: string;
  readonly subject: string;
  readonly day: CalendarDay;
  readonly at: Instant;
  readonly assignees: string;
  /** The operation that made it, when Dankbel did, here or on another workstation. */
  readonly operation_id: string | null;
  readonly programme: ProgrammeId | null;
  readonly promised_in: ProgrammeId | null;
  readonly outcome: OutcomeId | null;
  /** CRM contact of who made it. */
  readonly caller_crm_id: number | null;
  /** Which number was dialled; of our own calls only. Migration 0370. */
  readonly number: string | null;
  readonly fingerprint: string | null;
}

export interface ClaimTable {
  /** The id in the claim's mark. */
  readonly id: string;
  /** The activity in the CRM; null as long as nobody knows whether it arrived. */
  readonly crm_id: number | null;
  readonly donor_id: number;
  readonly holder_crm_id: number | null;
  readonly ends_at: Instant;
  readonly state: ClaimState;
  /** The operation that turns the claim into a call. */
  readonly attempt_id: string | null;
}

/**
 * - `theirs`: of another workstation, as the CRM said last
 * - `wanted`: ours, and perhaps on its way; `held`: ours, and in the CRM
 * - `turning`: the call that it was for is over, and makes the claim its own when it is sent
 * - `over`: given up or lost, and still to be ended in the CRM; `ended`: there is nothing left to do
 */
export type ClaimState = 'theirs' | 'wanted' | 'held' | 'turning' | 'over' | 'ended';

export interface DoubleSeenTable {
  readonly donor_id: number;
  readonly day: CalendarDay;
  readonly programme: ProgrammeId;
  readonly person_id: number;
  readonly at: Instant;
}

export interface OperationTable {
  /** UUIDv7: sorts by the time of recording. */
  readonly id: string;
  readonly sequence: Generated<number>;
  readonly donor_id: number;
  readonly person_id: number;
  readonly kind: OperationKind;
  readonly body: string;
  readonly recorded_at: Instant;
  readonly state: OperationState;
  readonly tries: number;
  readonly next_try_at: Instant | null;
  readonly answered_at: Instant | null;
  /** Sentence, as JSON: why it waits or was refused. */
  readonly why: string | null;
  readonly crm_words: string | null;
  /** What the CRM calls what came of it; needed to undo it. */
  readonly reference: string | null;
}

export interface SyncCursorTable {
  readonly entity: string;
  /** JSON that only the connector understands. */
  readonly position: string;
  readonly updated_at: Instant;
  /** Rows read since the pull of this entity began. */
  readonly done: Generated<number>;
  /** How many the CRM said there were when it began; it may be wrong, and is only shown. */
  readonly total: number | null;
}

export interface DonorGroupTable {
  readonly donor_id: number;
  readonly group_crm_id: number;
  readonly name: string;
  readonly title: string;
}

/** What the sync noticed and a person should know; it stays until somebody has read it. */
export interface SyncNoticeTable {
  readonly id: Generated<number>;
  readonly at: Instant;
  readonly kind: 'merged' | 'removed' | 'rewound';
  readonly donor_id: number | null;
  /** Sentence, as JSON. */
  readonly sentence: string;
  readonly dismissed_at: Instant | null;
}

export interface AuditTable {
  readonly id: number;
  readonly at: Instant;
  readonly person_id: number | null;
  readonly action: string;
  readonly subject: string;
  /** JSON: what it was about. No personal data: a row can never be taken out. */
  readonly detail: string | null;
  /** By the workstation's id. No reference: the donor may be erased, the row stays. */
  readonly about_donor_id: number | null;
  readonly hash: string;
}

/** One row at the most. */
export interface AuditHeadTable {
  readonly one: 1;
  readonly last_id: number;
  readonly hash: string;
}

/** What was typed with a row of the trail. It goes with the donor. */
export interface AuditWordsTable {
  readonly audit_id: number;
  readonly donor_id: number;
  readonly words: string;
}

export interface ConflictTable {
  readonly id: Generated<number>;
  readonly operation_id: string;
  readonly field: DetailField;
  readonly base: string | null;
  readonly mine: string;
  /** Null: the row was removed in the CRM. */
  readonly theirs: string | null;
  /** When the CRM says that it last changed; null when it does not say. */
  readonly theirs_at: Instant | null;
  readonly found_at: Instant;
  readonly choice: ConflictChoice | null;
  readonly chosen: string | null;
  readonly settled_by: number | null;
  readonly settled_at: Instant | null;
  /** The operation that carries what was chosen; null when nothing had to be sent. */
  readonly successor_id: string | null;
}
