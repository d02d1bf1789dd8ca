/** Street, number and addition as the one line that addresses are kept in. */

/**
 * "Beatrixlaan 96 bis", "Noordeinde 194 A", "Molenweg 182-2": an addition of digits is set off by a hyphen, as it is
 * on Dutch envelopes and in the CRM, or it would read as another number.
 */
export function joinStreet(street: string, houseNumber: string, addition: string): string {
  const begun = [street, houseNumber].filter((part) => part !== '').join(' ');
  if (addition === '' || begun === '') return begun || addition;
  const isSetOff = /^\d/.test(addition) && /\d$/.test(begun);
  return `${begun}${isSetOff ? '-' : ' '}${addition}`;
}
