/** Benefits that were offered to donors; what was taken back does not count. */
import type { Selectable } from 'kysely';
import type { Reader } from '../store.ts';
import type { BenefitOfferTable } from '../wish-tables.ts';

export type BenefitOffer = Selectable<BenefitOfferTable>;

export async function readOffers(reader: Reader, donorId: number): Promise<readonly BenefitOffer[]> {
  const query = reader.selectFrom('benefit_offer').selectAll().where('donor_id', '=', donorId);
  return query.where('undone_at', 'is', null).orderBy('id').execute();
}

/** Those of a call. */
export async function readOffersOf(reader: Reader, callItemId: number): Promise<readonly BenefitOffer[]> {
  const query = reader.selectFrom('benefit_offer').selectAll().where('call_item_id', '=', callItemId);
  return query.where('undone_at', 'is', null).orderBy('id').execute();
}
