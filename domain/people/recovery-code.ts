/**
 * The recovery code: the coordinator's way back when a PIN or passphrase is forgotten. 26 signs of Crockford's base 32
 * carry 130 bits, so it cannot be guessed; on paper it stands in groups, without letters that look like digits.
 */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;
const GROUP = 4;
const CODE = new RegExp(`^[${SIGNS}]{${LENGTH}}$`);

/** How many random bytes make one code. */
export const RECOVERY_BYTES = LENGTH;

/** @param bytes `RECOVERY_BYTES` random bytes, of each of which five bits are used */
export function recoveryCode(bytes: Uint8Array): string {
  const signs = Array.from(bytes.subarray(0, LENGTH), (byte) => SIGNS[byte % SIGNS.length] ?? '').join('');
  return (signs.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** What was typed, as the code is kept: capitals, no dashes or spaces, O for 0 and I or L for 1. Null when it can be no code. */
export function readRecoveryCode(typed: string): string | null {
  const signs = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return CODE.test(signs) ? signs : null;
}
