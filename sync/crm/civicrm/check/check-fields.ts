/** Whether the custom fields of Dankbel are there, and what is missing without them. */
import type { CheckItem } from '../../../crm-check.ts';
import { missingFields } from '../dankbel-fields.ts';
import type { CiviCrmSite } from '../http.ts';
import { isAllowed } from './check-permissions.ts';

export interface FieldsCheck {
  readonly items: readonly CheckItem[];
  readonly missing: readonly string[];
  readonly mayCreate: boolean;
}

/** @throws CrmFailure */
export async function checkFields(site: CiviCrmSite): Promise<FieldsCheck> {
  const missing = await missingFields(site);
  const mayCreate =
    missing.length > 0 &&
    (await isAllowed(site, 'CustomGroup', 'create', { name: 'Dankbel', title: 'Dankbel', extends: 'Activity' })) &&
    (await isAllowed(site, 'CustomField', 'create', { label: 'Dankbel', html_type: 'Text' }));
  return { items: [item(missing, mayCreate)], missing, mayCreate };
}

function item(missing: readonly string[], mayCreate: boolean): CheckItem {
  const title = { nl: 'Eigen velden', en: 'Own fields' };
  if (missing.length === 0) {
    const text = {
      nl: 'De velden van Dankbel zijn er. Uitkomst, programma en kenmerk staan in eigen kolommen.',
      en: 'The fields of Dankbel are there. Outcome, programme and mark have columns of their own.',
    };
    return { id: 'fields', state: 'ok', title, text };
  }
  const names = missing.join(', ');
  const how = mayCreate
    ? { nl: 'Je kunt ze bij Koppelen laten maken.', en: 'You can have them made at Connect.' }
    : {
        nl: 'Een beheerder kan ze maken. Zijn ze er al, geef deze gebruiker dan het recht "access all custom data".',
        en: 'An administrator can make them. If they are there already, give this user the right "access all custom data".',
      };
  return {
    id: 'fields',
    state: 'warning',
    title,
    text: {
      nl: `Niet te zien: ${names}. Alles werkt ook zonder: de uitkomst staat dan alleen in het onderwerp en de tekst van het gesprek, rapporten in het CRM kunnen er niet op tellen, en wie het onderwerp verandert, haalt de uitkomst weg. ${how.nl}`,
      en: `Not to be seen: ${names}. Everything works without them: the outcome is then only in the subject and the text of the call, reports in the CRM cannot count by it, and whoever changes the subject removes the outcome. ${how.en}`,
    },
  };
}
