/** What donors wish and what was offered, as Kysely sees it. What it means stands in migration 0121. */
import type { Generated } from 'kysely';
import type { CalendarDay, Instant } from '../domain/calendar/day.ts';
import type { AddressForm } from '../domain/script/words.ts';
import type { BenefitAnswer } from '../domain/benefits/benefit.ts';
import type { WishAbout, WishChannel } from '../domain/wishes.ts';

export interface WishTables {
  readonly donor_address_form: DonorAddressFormTable;
  readonly contact_wish: ContactWishTable;
  readonly email_opt_in: EmailOptInTable;
  readonly benefit_offer: BenefitOfferTable;
  readonly postcode_street: PostcodeStreetTable;
}

interface OfACall {
  readonly id: Generated<number>;
  readonly donor_id: number;
  readonly call_item_id: number | null;
  readonly attempt_id: string | null;
  readonly person_id: number;
  readonly at: Instant;
  readonly undone_at: Instant | null;
}

export interface DonorAddressFormTable {
  readonly donor_id: number;
  readonly form: AddressForm;
  readonly person_id: number;
  readonly at: Instant;
}

export interface ContactWishTable extends OfACall {
  readonly about: WishAbout;
  readonly channel: WishChannel;
}

export interface EmailOptInTable extends OfACall {
  readonly is_given: 0 | 1;
  /** As they were read to the donor. */
  readonly words: string;
  readonly day: CalendarDay;
}

export interface BenefitOfferTable extends OfACall {
  readonly benefit: string;
  /** As it was called then. */
  readonly name: string;
  readonly answer: BenefitAnswer;
}

export interface PostcodeStreetTable {
  /** Without a space: "8031XD". */
  readonly postcode: string;
  readonly street: string;
  readonly town: string;
  readonly lowest: number;
  readonly highest: number;
}
