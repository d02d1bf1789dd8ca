/** Postcodes of the countries where donors of Dutch charities live. */
import { dutchPostcode } from './postal-address.ts';

const SHAPES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries<RegExp>({
    BE: /^(?:B-)?[1-9]\d{3}$/i,
    DE: /^(?:D-)?\d{5}$/i,
    LU: /^(?:L-)?\d{4}$/i,
    FR: /^\d{5}$/,
    ES: /^\d{5}$/,
    IT: /^\d{5}$/,
    AT: /^\d{4}$/,
    CH: /^\d{4}$/,
    DK: /^\d{4}$/,
    GB: /^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/i,
  }),
);

/** Whether a postcode can be one of its country. Of a country that is not known here anything goes. */
export function isPostcodeOf(country: string, postcode: string): boolean {
  if (country === 'NL') return dutchPostcode(postcode) !== null;
  return SHAPES.get(country)?.test(postcode.trim()) ?? true;
}
