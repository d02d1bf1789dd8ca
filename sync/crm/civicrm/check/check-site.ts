/**
 * Looks at a site from all sides and says in words what works, what is missing and what to do. It only reads: every
 * probe is a question, or a write that is asked about and not done.
 */
import type { CrmIdentity } from '../../../connector.ts';
import { CrmFailure } from '../../../crm-failure.ts';
import type { CheckItem } from '../../../crm-check.ts';
import type { StatusUse } from '../call-statuses.ts';
import type { CiviCrmSite } from '../http.ts';
import { identify } from '../identity.ts';
import type { OptionValue } from '../option-values.ts';
import { isEncrypted } from '../site-address.ts';
import { checkClock, checkTimeZone } from './check-clock.ts';
import { checkFields } from './check-fields.ts';
import { checkPermissions } from './check-permissions.ts';
import { checkValues } from './check-values.ts';
import { checkVersion } from './check-version.ts';

export interface SiteCheck {
  readonly identity: CrmIdentity;
  readonly items: readonly CheckItem[];
  /** Statuses of activities that the site has; null when the user of the key may not read them. */
  readonly statuses: readonly OptionValue[] | null;
  /** Uses whose status the site does not have: somebody has to choose. */
  readonly withoutStatus: readonly StatusUse[];
  readonly fields: {
    readonly missing: readonly string[];
    /** The user of the key may make them. */
    readonly mayCreate: boolean;
  };
}

/**
 * @param now our own clock, asked around a request
 * @throws CrmFailure when the site cannot be asked, or nobody knows who we are: then nothing else is believed
 */
export async function checkSite(site: CiviCrmSite, now: () => string): Promise<SiteCheck> {
  const identity = await identify(site);
  const [clock, zone, version, permissions, values, fields] = await Promise.all([
    checkClock(site, now),
    guarded('time-zone', checkTimeZone(site)),
    guarded('version', checkVersion(site)),
    checkPermissions(site, identity.contactId),
    checkValues(site),
    checkFields(site),
  ]);
  return {
    identity,
    items: [
      identityItem(identity),
      addressItem(identity.address),
      ...version,
      ...permissions,
      ...clock,
      ...zone,
      ...values.items,
      ...fields.items,
    ],
    statuses: values.statuses,
    withoutStatus: values.withoutStatus,
    fields: { missing: fields.missing, mayCreate: fields.mayCreate },
  };
}

/** A question that the site answers with an error of its own is one item; the other questions go on. */
async function guarded(id: string, ask: Promise<readonly CheckItem[]>): Promise<readonly CheckItem[]> {
  try {
    return await ask;
  } catch (error) {
    if (!(error instanceof CrmFailure) || (error.kind !== 'busy' && error.kind !== 'forbidden')) throw error;
    const words = error.crmWords === null ? '' : ` (${error.crmWords})`;
    return [
      {
        id,
        state: 'warning',
        title: { nl: 'Niet nagegaan', en: 'Not checked' },
        text: {
          nl: `Op deze vraag gaf het CRM geen antwoord${words}. Kijk later opnieuw na.`,
          en: `The CRM gave no answer to this question${words}. Check again later.`,
        },
      },
    ];
  }
}

function identityItem({ name, organisation, organisationMark }: CrmIdentity): CheckItem {
  const title = { nl: 'Wie', en: 'Who' };
  if (organisationMark === null) {
    return {
      id: 'identity',
      state: 'warning',
      title,
      text: {
        nl: `De sleutel is van ${name}. Van welke organisatie dit CRM is, is niet te zien: geef ${name} het recht "view all contacts".`,
        en: `The key belongs to ${name}. Whose CRM this is cannot be seen: give ${name} the right "view all contacts".`,
      },
    };
  }
  return {
    id: 'identity',
    state: 'ok',
    title,
    text: {
      nl: `De sleutel is van ${name}. Dit is het CRM van ${organisation}.`,
      en: `The key belongs to ${name}. This is the CRM of ${organisation}.`,
    },
  };
}

function addressItem(address: string): CheckItem {
  const title = { nl: 'Verbinding', en: 'Connection' };
  if (isEncrypted(address)) {
    return { id: 'address', state: 'ok', title, text: { nl: address, en: address } };
  }
  return {
    id: 'address',
    state: 'warning',
    title,
    text: {
      nl: `${address} is niet beveiligd: de sleutel en de gegevens van donateurs zijn onderweg te lezen. Vraag de beheerder om https.`,
      en: `${address} is not encrypted: the key and the details of donors can be read on their way. Ask the administrator for https.`,
    },
  };
}
