/** Whether the site has the options that a call needs. Sites rename and remove them; labels may be anything. */
import type { CheckItem } from '../../../crm-check.ts';
import { statusFor, usesWithoutStatus, type StatusUse } from '../call-statuses.ts';
import type { CiviCrmSite } from '../http.ts';
import { readOptions, readStatuses, type OptionValue } from '../option-values.ts';

export interface ValuesCheck {
  readonly items: readonly CheckItem[];
  readonly statuses: readonly OptionValue[] | null;
  readonly withoutStatus: readonly StatusUse[];
}

/** @throws CrmFailure */
export async function checkValues(site: CiviCrmSite): Promise<ValuesCheck> {
  const [types, statuses] = await Promise.all([readOptions(site, 'activity_type'), readStatuses(site)]);
  const withoutStatus =
    statuses === null ? [] : usesWithoutStatus(new Set(statuses.map(({ name }) => name)), site.statuses);
  return { items: [typeItem(types), statusItem(site, statuses, withoutStatus)], statuses, withoutStatus };
}

function typeItem(types: readonly OptionValue[] | null): CheckItem {
  const title = { nl: 'Soort activiteit', en: 'Kind of activity' };
  if (types === null) return unreadable('activity-type', title);
  const type = types.find(({ name }) => name === 'Phone Call');
  if (type === undefined) {
    return {
      id: 'activity-type',
      state: 'problem',
      title,
      text: {
        nl: 'De activiteitsoort "Phone Call" is weg of staat uit. Gesprekken kunnen niet naar het CRM. Vraag de beheerder om haar weer aan te zetten; het opschrift mag anders zijn.',
        en: 'The activity type "Phone Call" is gone or turned off. Calls cannot go to the CRM. Ask the administrator to turn it on again; its label may be anything.',
      },
    };
  }
  const text = {
    nl: `Gesprekken heten in het CRM "${type.label}".`,
    en: `Calls are called "${type.label}" in the CRM.`,
  };
  return { id: 'activity-type', state: 'ok', title, text };
}

function statusItem(
  site: CiviCrmSite,
  statuses: readonly OptionValue[] | null,
  withoutStatus: readonly StatusUse[],
): CheckItem {
  const title = { nl: 'Statussen', en: 'Statuses' };
  if (statuses === null) return unreadable('statuses', title);
  if (withoutStatus.length === 0) {
    const text = {
      nl: 'Elke uitkomst heeft een status. De precieze uitkomst staat er altijd bij.',
      en: 'Every outcome has a status. The exact outcome is always written with it.',
    };
    return { id: 'statuses', state: 'ok', title, text };
  }
  const names = [...new Set(withoutStatus.map((use) => `"${statusFor(use, site.statuses)}"`))].join(', ');
  return {
    id: 'statuses',
    state: 'problem',
    title,
    text: {
      nl: `Het CRM heeft geen status ${names}. Kies bij Koppelen welke status bedoeld is; tot dan blijven die gesprekken hier staan.`,
      en: `The CRM has no status ${names}. Choose at Connect which status is meant; until then those calls stay here.`,
    },
  };
}

function unreadable(id: string, title: CheckItem['title']): CheckItem {
  return {
    id,
    state: 'warning',
    title,
    text: {
      nl: 'De lijst met opties is niet te lezen. De gewone namen worden gebruikt. Geef de gebruiker van de sleutel het recht "access CiviCRM".',
      en: 'The list of options cannot be read. The usual names are used. Give the user of the key the right "access CiviCRM".',
    },
  };
}
