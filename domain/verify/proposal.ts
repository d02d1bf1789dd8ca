/**
 * Changes that a verifier may not make alone, because they are hard to take back or decide over money or consent: they
 * wait for a coordinator's yes.
 */
import { electronicFormatIBAN, friendlyFormatIBAN, isValidIBAN } from 'ibantools';
import type { Sentence } from '../language.ts';

export const PROPOSAL_KINDS = ['deceased', 'no-email', 'email-consent', 'iban'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_NAMES: Readonly<Record<ProposalKind, Sentence>> = {
  deceased: { nl: 'Is overleden', en: 'Has died' },
  'no-email': { nl: 'Wil geen e-mail meer', en: 'Wants no e-mail any more' },
  'email-consent': { nl: 'Wil wel weer e-mail', en: 'Wants e-mail again' },
  iban: { nl: 'Ander rekeningnummer', en: 'Another account number' },
};

/** Null when it may be proposed. @param value the account number; empty for the others */
export function refuseProposal(kind: ProposalKind, value: string): Sentence | null {
  if (kind !== 'iban') return null;
  return isValidIBAN(electronicFormatIBAN(value) ?? '')
    ? null
    : {
        nl: 'Dit is geen bestaand rekeningnummer. Kijk het teken voor teken na.',
        en: 'This is not a possible account number. Check it character by character.',
      };
}

/** "NL91 ABNA 0417 1643 00". */
export function writeIban(value: string): string {
  return friendlyFormatIBAN(electronicFormatIBAN(value) ?? value) ?? value;
}
