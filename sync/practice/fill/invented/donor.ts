/** An invented donor, before it is written. Days are whole numbers (calendar.ts). */
export interface Donor {
  readonly kind: 'Household' | 'Individual' | 'Organization';
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  /** Of a household or an organisation. */
  name: string | null;
  readonly gender: 'female' | 'male' | null;
  readonly birthDate: string | null;
  address: DonorAddress | null;
  readonly phones: DonorPhone[];
  readonly emails: DonorEmail[];
  readonly gifts: Gift[];
  readonly mandates: Mandate[];
  readonly moments: Moment[];
  readonly wishes: Set<Wish>;
  deceasedOn: string | null;
  inBin: boolean;
  /** In the bin because it was merged into the donor before this one. */
  isMerged: boolean;
  origin: string | null;
  preferredTime: string | null;
}

export type Wish = 'do_not_email' | 'do_not_mail' | 'do_not_phone' | 'do_not_sms' | 'is_opt_out';

export interface DonorAddress {
  street: string;
  postcode: string | null;
  readonly town: string | null;
  readonly country: number;
  /** Shared with the donor before this one. */
  readonly shared: boolean;
}

export interface DonorPhone {
  number: string;
  readonly mobile: boolean;
}

export interface DonorEmail {
  address: string;
  onHold: boolean;
}

export type GiftStatus = 'cancelled' | 'chargeback' | 'completed' | 'failed' | 'pending' | 'refunded';

export interface Gift {
  readonly day: number;
  readonly amount: number;
  readonly status: GiftStatus;
  readonly source: string;
  readonly campaignId: number | null;
  /** The place of its mandate among the donor's mandates. */
  readonly mandate: number | null;
  /** Made by somebody who tried the donation page: to be seen nowhere. */
  readonly isTest: boolean;
}

export type MandateStatus = 'cancelled' | 'failed' | 'inProgress' | 'overdue';

export interface Mandate {
  readonly start: number;
  readonly amount: number;
  readonly unit: 'month' | 'year';
  readonly interval: number;
  readonly status: MandateStatus;
  readonly next: number | null;
  readonly cancelledOn: number | null;
  readonly cancelReason: string | null;
  readonly campaignId: number | null;
}

export type MomentKind = 'call' | 'complaint' | 'email' | 'letter';
export type MomentStatus = 'completed' | 'leftMessage' | 'scheduled' | 'unreachable';

/** An activity with the donor. */
export interface Moment {
  readonly kind: MomentKind;
  readonly status: MomentStatus;
  readonly day: number;
  readonly hour: number;
  readonly subject: string;
  readonly details: string | null;
  readonly minutes: number | null;
}
