/** What other places than the CRM know, as Kysely sees it. What it means stands in migration 0230. */
import type { Generated } from 'kysely';
import type { CalendarDay, Instant } from '../domain/calendar/day.ts';
import type { GiftStatus } from '../domain/gift.ts';
import type { Language } from '../domain/language.ts';
import type { MandateFrequency } from '../domain/mandate.ts';
import type { Cents } from '../domain/money.ts';

export interface SourceTables {
  readonly source_site: SourceSiteTable;
  readonly source_cursor: { readonly site_id: string; readonly resource: string; readonly position: string };
  readonly source_donor: SourceDonorTable;
  readonly source_gift: SourceGiftTable;
  readonly source_recurring: SourceRecurringTable;
  readonly source_consent: SourceConsentTable;
  readonly source_page: SourcePageTable;
  readonly source_link: SourceLinkTable;
  readonly source_refused: SourceRefusedTable;
  readonly source_newcomer: SourceNewcomerTable;
  readonly source_change: SourceChangeTable;
  readonly source_to_judge: { readonly source_donor_id: number; readonly is_urgent: 0 | 1 };
  readonly source_objection: SourceObjectionTable;
  /** Migration 0400. */
  readonly source_to_settle: { readonly one: 1; readonly after_donor_id: number };
}

export interface SourceSiteTable {
  /** "kentaa:6", "file:3fa9c1d2e4b5" */
  readonly id: string;
  readonly kind: 'kentaa' | 'file';
  readonly name: string;
  readonly address: string;
  readonly is_enabled: 0 | 1;
  /** Newcomers go to the CRM without a coordinator's yes. */
  readonly adds_newcomers: 0 | 1;
  /** What was made there before this day is not read. */
  readonly started_from: CalendarDay;
  readonly added_at: Instant;
  readonly last_pulled_at: Instant | null;
  /** When it was last looked which records are gone there. */
  readonly last_compared_at: Instant | null;
  /** Sentence, as JSON: why the last pull ended early. */
  readonly problem: string | null;
  /** What the place said is left of the questions that may be asked, as JSON. */
  readonly budget: string | null;
}

export interface SourceDonorTable {
  readonly id: Generated<number>;
  readonly site_id: string;
  /** Of the first record in which she was seen. */
  readonly source_key: string;
  readonly identity: string | null;
  readonly first_name: string;
  readonly infix: string;
  /** Without the infix, unless the place knows none. */
  readonly last_name: string;
  readonly organisation: string;
  /** In lower case. */
  readonly email: string | null;
  /** As it was given. */
  readonly phone: string | null;
  /** E.164; null when there is no valid number in it. */
  readonly phone_number: string | null;
  /** Upper case, no spaces, proved by its check digits. */
  readonly iban: string | null;
  readonly street: string | null;
  readonly house_number: string | null;
  readonly house_number_addition: string | null;
  /** "6811AD" in the Netherlands. */
  readonly postcode: string | null;
  readonly town: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly language: Language;
  readonly birth_date: CalendarDay | null;
  /** 0: known by a record alone that proves no person (money that an organiser typed in). */
  readonly is_callable: 0 | 1;
  readonly first_seen_at: Instant;
  /** When the place last changed what is kept here. */
  readonly changed_at: Instant;
  readonly gone_at: Instant | null;
  /** When the CRM was asked who she could be; null: what is known of her changed since, or nobody asked yet. */
  readonly looked_up_at: Instant | null;
  /** The file that last said so; null where the place is no file. */
  readonly file: string | null;
  /** That the file gives her, as it stands there; null for none. */
  readonly own_number: string | null;
  /** Who she was when a KAL file went out; null where a file does not say. */
  readonly delivered_name: string | null;
  readonly delivered_postcode: string | null;
}

export interface SourceGiftTable {
  readonly id: Generated<number>;
  readonly site_id: string;
  readonly source_key: string;
  readonly source_donor_id: number;
  readonly day: CalendarDay;
  readonly at: Instant;
  readonly amount: Cents;
  readonly currency: string;
  readonly status: GiftStatus;
  /** As the place calls it. */
  readonly source_status: string;
  readonly is_manual: 0 | 1;
  /** Her name is hidden on the website. */
  readonly is_anonymous: 0 | 1;
  /** To her own action: a start donation, or with the fee of taking part. */
  readonly is_own_action: 0 | 1;
  readonly is_countable: 0 | 1;
  readonly recurring_key: string | null;
  readonly page_key: string | null;
  readonly transaction_key: string | null;
  readonly device: string | null;
  readonly message: string | null;
  readonly updated_at: Instant;
  readonly gone_at: Instant | null;
  readonly gift_id: number | null;
  /** What the CRM says of `gift_id` where this record overrules it: that it went back, and when it was given. */
  readonly crm_status: GiftStatus | null;
  /** Migration 0360. */
  readonly crm_day: CalendarDay | null;
}

export interface SourceRecurringTable {
  readonly id: Generated<number>;
  readonly site_id: string;
  readonly source_key: string;
  readonly source_donor_id: number;
  readonly amount: Cents;
  readonly frequency_unit: MandateFrequency['unit'];
  readonly frequency_interval: number;
  readonly start_day: CalendarDay;
  readonly end_day: CalendarDay | null;
  readonly is_active: 0 | 1;
  readonly updated_at: Instant;
  readonly gone_at: Instant | null;
  readonly mandate_id: number | null;
}

export interface SourceConsentTable {
  readonly id: Generated<number>;
  readonly source_donor_id: number;
  readonly record_key: string;
  /** As the place calls it: "contact_phone". */
  readonly kind: string;
  readonly is_granted: 0 | 1;
  readonly at: Instant;
  /** As they were shown, without markup. */
  readonly words: string;
  readonly version: string | null;
}

export interface SourcePageTable {
  readonly id: Generated<number>;
  readonly site_id: string;
  readonly source_key: string;
  readonly kind: 'action' | 'team' | 'company' | 'project';
  readonly title: string;
  /** Whose page it is, as visitors read it; empty for a project. */
  readonly person_name: string;
  readonly owner_id: number | null;
  /** "user:802" */
  readonly owner_key: string | null;
  /** The owner runs it for somebody else. */
  readonly is_for_other: 0 | 1;
  readonly url: string | null;
  /** The charity's own code of the campaign. */
  readonly reference: string | null;
  readonly started_day: CalendarDay;
  readonly end_day: CalendarDay | null;
  readonly is_over: 0 | 1;
  readonly total: Cents;
  readonly gifts: number;
  readonly earlier_times: number;
  readonly updated_at: Instant;
  readonly gone_at: Instant | null;
}

export const SOURCE_LINK_STATES = ['certain', 'linked', 'doubtful', 'new', 'unlinked', 'ignored'] as const;
export type SourceLinkState = (typeof SOURCE_LINK_STATES)[number];

export interface SourceLinkTable {
  readonly source_donor_id: number;
  readonly donor_id: number | null;
  readonly state: SourceLinkState;
  /** JSON. */
  readonly reasons: string;
  readonly score: number | null;
  /** Null: by itself. */
  readonly decided_by: number | null;
  readonly decided_at: Instant;
}

export interface SourceRefusedTable {
  readonly source_donor_id: number;
  readonly donor_id: number;
  readonly person_id: number | null;
  readonly at: Instant;
}

/** Migration 0231. */
export interface SourceNewcomerTable {
  readonly source_donor_id: number;
  /** Null: by the setting of the place. */
  readonly person_id: number | null;
  readonly wanted_at: Instant;
  /** The CRM was asked to take her, and did not say no. Migration 0361. */
  readonly sent_at: Instant | null;
  readonly added_at: Instant | null;
  /** Sentence, as JSON. */
  readonly problem: string | null;
}

/** Migration 0350. */
export interface SourceChangeTable {
  readonly id: Generated<number>;
  readonly import_id: number;
  readonly source_donor_id: number;
  readonly table_name: string;
  readonly row_id: number;
  readonly what: 'new' | 'changed' | 'removed' | 'linked';
  /** The whole row as it was, as JSON. */
  readonly before: string | null;
}

/** Migration 0350. */
export interface SourceObjectionTable {
  /** Of the operation and the objection, or "proposal 12". */
  readonly id: string;
  readonly source_donor_id: number | null;
  readonly donor_id: number;
}
