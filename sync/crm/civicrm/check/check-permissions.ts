/** What the user of the key may do, one right at a time, and what each is for (civicrm-api4.md §7). */
import { z } from 'zod';
import { CrmFailure } from '../../../crm-failure.ts';
import type { CheckItem, CheckState } from '../../../crm-check.ts';
import { callApi, type CiviCrmSite } from '../http.ts';

interface Right {
  readonly id: string;
  /** As CiviCRM calls it. */
  readonly name: string;
  readonly purpose: CheckItem['text'];
  readonly whenMissing: CheckState;
  /** When no is not sure: an empty bin looks like one that may not be seen. */
  readonly isUncertain?: true;
  readonly isHeld: (site: CiviCrmSite, who: Who) => Promise<boolean>;
}

interface Who {
  readonly me: number;
  /** Somebody else than the user of the key; null when nobody else can be seen. */
  readonly other: number | null;
}

const RIGHTS: readonly Right[] = [
  {
    id: 'view-all-contacts',
    name: 'view all contacts',
    purpose: {
      nl: 'Zonder dit recht zijn er geen donateurs om te bellen.',
      en: 'Without it there are no donors to call.',
    },
    whenMissing: 'problem',
    isHeld: async (_, { other }) => other !== null,
  },
  {
    id: 'edit-all-contacts',
    name: 'edit all contacts',
    purpose: {
      nl: 'Zonder dit recht komen verzet ("niet meer bellen") en verbeterde adressen niet in het CRM.',
      en: 'Without it objections ("do not call") and corrected addresses do not reach the CRM.',
    },
    whenMissing: 'problem',
    isHeld: async (site, { me, other }) => isAllowed(site, 'Contact', 'update', { id: other ?? me }),
  },
  {
    id: 'access-contributions',
    name: 'access CiviContribute',
    purpose: {
      nl: 'Zonder dit recht zijn er geen giften, en weet Dankbel niet wie bedankt moet worden.',
      en: 'Without it there are no gifts, and Dankbel does not know whom to thank.',
    },
    whenMissing: 'problem',
    isHeld: async (site) =>
      (await mayAsk(site, 'Contribution')) !== 'forbidden' && (await mayAsk(site, 'ContributionRecur')) !== 'forbidden',
  },
  {
    id: 'view-all-activities',
    name: 'view all activities',
    purpose: {
      nl: 'Zonder dit recht is niet te zien wie al gebeld is, en komt geen gesprek in het CRM.',
      en: 'Without it nobody can see who was called already, and no call reaches the CRM.',
    },
    whenMissing: 'problem',
    isHeld: async (site, { me, other }) =>
      (await mayAsk(site, 'Activity')) !== 'forbidden' &&
      (await isAllowed(site, 'Activity', 'create', {
        'activity_type_id:name': 'Phone Call',
        source_contact_id: me,
        target_contact_id: [other ?? me],
      })),
  },
  {
    id: 'access-deleted-contacts',
    name: 'access deleted contacts',
    purpose: {
      nl: 'Zonder dit recht blijft op de lijst staan wie in het CRM is weggegooid of samengevoegd.',
      en: 'Without it whoever was thrown away or merged in the CRM stays on the list.',
    },
    whenMissing: 'warning',
    isUncertain: true,
    isHeld: async (site) => (await mayAsk(site, 'Contact', [['is_deleted', '=', true]])) === 'rows',
  },
  {
    id: 'view-debug-output',
    name: 'view debug output',
    purpose: {
      nl: 'Zonder dit recht zegt het CRM bij elke weigering hetzelfde, en kan niemand zien waarom.',
      en: 'Without it the CRM says the same with every refusal, and nobody can see why.',
    },
    whenMissing: 'warning',
    isHeld: showsReasons,
  },
];

/** @throws CrmFailure */
export async function checkPermissions(site: CiviCrmSite, me: number): Promise<readonly CheckItem[]> {
  const other = await findOther(site, me);
  return Promise.all(RIGHTS.map(async (right) => itemFor(right, await right.isHeld(site, { me, other }))));
}

function itemFor({ id, name, purpose, whenMissing, isUncertain }: Right, isHeld: boolean): CheckItem {
  const title = { nl: `Recht "${name}"`, en: `Right "${name}"` };
  if (isHeld) return { id, state: 'ok', title, text: { nl: 'Aanwezig.', en: 'Present.' } };
  const what =
    isUncertain === true
      ? {
          nl: 'De prullenbak van het CRM is leeg, of dit recht ontbreekt.',
          en: 'The bin of the CRM is empty, or this right is missing.',
        }
      : { nl: 'Dit recht ontbreekt.', en: 'This right is missing.' };
  return {
    id,
    state: whenMissing,
    title,
    text: {
      nl: `${what.nl} ${purpose.nl} Vraag de beheerder om het aan de rol van deze gebruiker te geven.`,
      en: `${what.en} ${purpose.en} Ask the administrator to give it to the role of this user.`,
    },
  };
}

const idRow = z.object({ id: z.int() });

async function findOther(site: CiviCrmSite, me: number): Promise<number | null> {
  const { values } = await callApi(site, 'Contact', 'get', {
    select: ['id'],
    where: [
      ['id', '!=', me],
      ['contact_type', '=', 'Individual'],
    ],
    orderBy: { id: 'ASC' },
    limit: 1,
  });
  return idRow.safeParse(values[0]).data?.id ?? null;
}

async function mayAsk(
  site: CiviCrmSite,
  entity: string,
  where: readonly unknown[] = [],
): Promise<'rows' | 'none' | 'forbidden'> {
  try {
    const { values } = await callApi(site, entity, 'get', { select: ['id'], where, orderBy: { id: 'ASC' }, limit: 1 });
    return values.length > 0 ? 'rows' : 'none';
  } catch (error) {
    if (error instanceof CrmFailure && error.kind === 'forbidden') return 'forbidden';
    throw error;
  }
}

const accessRow = z.object({ access: z.boolean() });

/** Whether the user may do this: CiviCRM is asked, and does nothing. A refusal of the question is a no. @throws CrmFailure */
export async function isAllowed(site: CiviCrmSite, entity: string, action: string, values: object): Promise<boolean> {
  try {
    const answer = await callApi(site, entity, 'checkAccess', { action, values });
    return accessRow.safeParse(answer.values[0]).data?.access === true;
  } catch (error) {
    if (error instanceof CrmFailure && error.kind === 'forbidden') return false;
    throw error;
  }
}

/** A question about a field that does not exist: with the right the answer names the field. */
async function showsReasons(site: CiviCrmSite): Promise<boolean> {
  const field = 'dankbel_no_such_field';
  try {
    await callApi(site, 'Contact', 'get', { select: ['id'], where: [[field, '=', 1]], limit: 1 });
    return true;
  } catch (error) {
    if (error instanceof CrmFailure && error.kind === 'busy') return error.crmWords?.includes(field) === true;
    throw error;
  }
}
