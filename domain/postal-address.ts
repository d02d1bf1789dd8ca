/** A postal address as it is kept and as it stands on an envelope. */

export interface PostalAddress {
  /** Street with house number and addition, one line, as CiviCRM keeps it: "Wilgenhof 41 B". */
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  /** ISO 3166 code, "NL". */
  readonly country: string;
}

const DUTCH_POSTCODE = /^([1-9]\d{3})\s*([A-Za-z]{2})$/;
/** Never given out (rules-nl.md, Postcode). */
const FORBIDDEN_LETTERS = new Set(['SA', 'SD', 'SS']);

/** "1234AB" of any notation of a Dutch postcode; null when it is none. */
export function dutchPostcode(text: string): string | null {
  const [, digits = '', letters = ''] = DUTCH_POSTCODE.exec(text.trim()) ?? [];
  const upper = letters.toUpperCase();
  return digits === '' || FORBIDDEN_LETTERS.has(upper) ? null : `${digits}${upper}`;
}

/** "1234 AB" for reading; anything that is no Dutch postcode as it came. */
export function writePostcode(postcode: string): string {
  const dutch = dutchPostcode(postcode);
  return dutch === null ? postcode : `${dutch.slice(0, 4)} ${dutch.slice(4)}`;
}

/** The notations of a postcode that stand in databases: "1234AB" and "1234 AB"; one that is not Dutch as it came. */
export function postcodeNotations(postcode: string): readonly string[] {
  const dutch = dutchPostcode(postcode);
  return dutch === null ? [postcode] : [dutch, writePostcode(dutch)];
}

/** One line for a screen: "Wilgenhof 41, 8031 XD Zwolle". */
export function writeAddress(address: PostalAddress): string {
  const place = [writePostcode(address.postcode), address.town].filter((part) => part.trim() !== '').join(' ');
  return [address.street, place].filter((part) => part.trim() !== '').join(', ');
}

/** The lines below the name on an envelope: two spaces after the postcode, town in capitals, country only when abroad. */
export function envelopeLines(address: PostalAddress): readonly string[] {
  const place = `${writePostcode(address.postcode)}  ${address.town.toLocaleUpperCase('nl')}`.trim();
  const country = address.country === 'NL' || address.country === '' ? [] : [countryInCapitals(address.country)];
  return [address.street, place, ...country].filter((line) => line.trim() !== '');
}

const COUNTRIES = new Intl.DisplayNames(['nl'], { type: 'region', fallback: 'code' });

/** "BELGIË", for the post office of the country where the letter begins its way. */
function countryInCapitals(code: string): string {
  const name = /^[A-Za-z]{2}$/.test(code) ? (COUNTRIES.of(code.toUpperCase()) ?? code) : code;
  return name.toLocaleUpperCase('nl');
}
