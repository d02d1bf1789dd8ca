/** When two records of one place are the same person there: the same e-mail and the very same name. Families share the one, namesakes the other. */

export interface PersonOfRecord {
  readonly email: string | null;
  readonly firstName: string;
  readonly infix: string;
  readonly lastName: string;
  readonly organisation: string;
}

/** Null without an e-mail, or without a name: nothing says then that another record is hers. */
export function identityOf({ email, firstName, infix, lastName, organisation }: PersonOfRecord): string | null {
  const name = folded(`${firstName} ${infix} ${lastName}`);
  const whose = folded(organisation);
  return email === null || (name === '' && whose === '') ? null : `${folded(email)}|${name}|${whose}`;
}

/** Without accents, capitals, and differences in spaces. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
