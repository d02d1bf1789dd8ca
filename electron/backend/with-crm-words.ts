/** A failure as a person reads it: our sentence, and what the CRM itself said. */
import type { Sentence } from '../../domain/language.ts';
import type { CrmFailure } from '../../sync/crm-failure.ts';

export function withCrmWords({ sentence: { nl, en }, crmWords }: CrmFailure): Sentence {
  return crmWords === null || crmWords === ''
    ? { nl, en }
    : { nl: `${nl} Het CRM zegt: "${crmWords}"`, en: `${en} The CRM says: "${crmWords}"` };
}
