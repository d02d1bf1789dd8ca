/** Connecting to a CRM, and what was found there. */
import type { AuditAction } from '../../../domain/audit/actions.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';
import { statusFor, STATUS_USES, type StatusMapping, type StatusUse } from '../../../sync/crm/civicrm/call-statuses.ts';
import { checkSite, type SiteCheck } from '../../../sync/crm/civicrm/check/check-site.ts';
import { makeDankbelFields } from '../../../sync/crm/civicrm/dankbel-fields.ts';
import type { CiviCrmSite } from '../../../sync/crm/civicrm/http.ts';
import { readStatuses } from '../../../sync/crm/civicrm/option-values.ts';
import { siteAddresses } from '../../../sync/crm/civicrm/site-address.ts';
import { checkOrg } from '../../../sync/crm/salesforce/check/check-org.ts';
import type { SalesforceOrg } from '../../../sync/crm/salesforce/http.ts';
import { ConnectRefusal, connectProfile } from '../connect.ts';
import { readSite, STATUSES } from '../connection.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { leavePractice } from '../practice/leave-practice.ts';
import { CONNECTION } from '../profile-settings.ts';
import { Refusal } from '../refusal.ts';
import { readOrg } from '../salesforce/read-org.ts';
import { withCrmWords } from '../with-crm-words.ts';

export const check: Handler<'connection.check'> = async (context) => {
  const org = await readOrg(context.store, context.reach.salesforce);
  if (org !== null) return checkSalesforce(org);
  const site = await requireSite(context);
  try {
    return await inWords(site, await checkSite(site, context.now));
  } catch (error) {
    if (!(error instanceof CrmFailure)) throw error;
    return notLetIn(error);
  }
};

/** The first question was answered with no; the others were not asked. */
function notLetIn(error: CrmFailure): Awaited<ReturnType<typeof check>> {
  const title = { nl: 'Wie', en: 'Who' };
  const item = { id: 'identity', state: 'problem' as const, title, text: withCrmWords(error) };
  return { items: [item], fields: { missing: [], mayCreate: false }, statuses: [], uses: [] };
}

async function checkSalesforce(org: SalesforceOrg): Promise<Awaited<ReturnType<typeof check>>> {
  try {
    const { items } = await checkOrg(org);
    return { items: [...items], fields: { missing: [], mayCreate: false }, statuses: [], uses: [] };
  } catch (error) {
    if (error instanceof CrmFailure) return notLetIn(error);
    throw error;
  }
}

export const connect: Handler<'connection.connect'> = async (context, { url, apiKey, authority, allowsPlainHttp }) => {
  const { store, sync, person, now } = context;
  const key = apiKey === null ? await keptKeyFor(context, url) : apiKey;
  const before = await readSetting(store.reader, CONNECTION);
  const trusted = authority ?? (before?.kind === 'civicrm' ? before.authority : undefined) ?? '';
  await leavePractice(store, sync);
  try {
    await translated(() =>
      connectProfile(
        store,
        { url, apiKey: key, allowsPlainHttp, authority: trusted, policy: context.policy },
        { at: now(), personId: person.id },
      ),
    );
  } finally {
    await context.reconnect();
  }
  return {};
};

export const beginSignIn: Handler<'connection.beginSignIn'> = async ({ signIn, person }, app) => {
  await translated(() => signIn.begin(app, person.id));
  return {};
};

export const openSignIn: Handler<'connection.openSignIn'> = async ({ signIn }) => {
  signIn.openAgain();
  return Promise.resolve({});
};

export const cancelSignIn: Handler<'connection.cancelSignIn'> = async ({ signIn }) => {
  signIn.cancel();
  return Promise.resolve({});
};

export const createFields: Handler<'connection.createFields'> = async (context, { apiKey }) => {
  const site = await requireSite(context);
  const key = apiKey === null ? site.apiKey : apiKey.trim();
  await translated(() => makeDankbelFields({ ...site, apiKey: key }));
  await note(context, 'fields-made', new URL(site.address).host);
  // What the site has is asked once per connection.
  await context.reconnect();
  return {};
};

export const chooseStatuses: Handler<'connection.chooseStatuses'> = async (context, { statuses: chosen }) => {
  const { store } = context;
  const site = await requireSite(context);
  const known = await translated(() => readStatuses(site));
  const unknown = chosen.find(({ name }) => known?.some((status) => status.name === name) !== true);
  if (unknown !== undefined) {
    throw new Refusal('refused', {
      nl: `Het CRM heeft geen status "${unknown.name}". Kies er een uit de lijst.`,
      en: `The CRM has no status "${unknown.name}". Choose one of the list.`,
    });
  }
  const mapping: StatusMapping = Object.fromEntries(chosen.map(({ use, name }) => [use, name]));
  await store.write((writer) => writeSetting(writer, STATUSES, { ...site.statuses, ...mapping }));
  await note(context, 'statuses-chosen', chosen.map(({ use }) => use).join(' '));
  await context.reconnect();
  return {};
};

async function note({ store, person, now }: AskContext, action: AuditAction, subject: string): Promise<void> {
  await store.write((writer) => noteAudit(writer, { at: now(), personId: person.id, action, subject }));
}

async function requireSite({ store }: AskContext): Promise<CiviCrmSite> {
  const site = await readSite(store.reader);
  if (site !== null) return site;
  throw new Refusal('not-found', {
    nl: 'Er is nog geen CRM gekoppeld. Vul eerst het adres en de sleutel in.',
    en: 'No CRM is connected yet. Fill in the address and the key first.',
  });
}

/** The key that is kept goes only to the server that it was given for. */
async function keptKeyFor({ store }: AskContext, url: string): Promise<string> {
  const site = await readSite(store.reader);
  const host = site === null ? null : new URL(site.address).host;
  const { addresses } = siteAddresses(url);
  if (site !== null && addresses.every((address) => new URL(address).host === host)) return site.apiKey;
  throw new Refusal('refused', {
    nl: 'Vul ook de API-sleutel in. De sleutel die hier bewaard is, gaat alleen naar het CRM waarvoor hij is gegeven.',
    en: 'Fill in the API key too. The key that is kept here goes only to the CRM for which it was given.',
  });
}

/** @throws Refusal for everything that a person can meet on the way to the CRM */
async function translated<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConnectRefusal) throw new Refusal('refused', error.sentence);
    if (!(error instanceof CrmFailure)) throw error;
    const isRefused = error.kind === 'refused' || error.kind === 'forbidden';
    throw new Refusal(isRefused ? 'crm-refused' : 'crm-unreachable', withCrmWords(error));
  }
}

async function inWords(
  site: CiviCrmSite,
  { items, fields, statuses, withoutStatus }: SiteCheck,
): Promise<Awaited<ReturnType<typeof check>>> {
  const missing = new Set(withoutStatus);
  const chosen = new Set(Object.keys(site.statuses ?? {}));
  const uses = STATUS_USES.filter((use) => missing.has(use) || chosen.has(use));
  return {
    items: [...items],
    fields: { missing: [...fields.missing], mayCreate: fields.mayCreate },
    statuses: (statuses ?? []).map(({ name, label }) => ({ name, label })),
    uses: uses.map((use) => ({
      use,
      name: nameOf(use),
      status: statusFor(use, site.statuses),
      isMissing: missing.has(use),
    })),
  };
}

function nameOf(use: StatusUse): Sentence {
  return sentence((language) => {
    if (use === 'undone') return language === 'nl' ? 'Teruggedraaid' : 'Taken back';
    return OUTCOMES[use].name[language];
  });
}
