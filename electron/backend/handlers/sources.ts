/** Fundraising platforms: which are read, how it goes, and adding and removing one. */
import { z } from 'zod';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { wallClock } from '../../../domain/calendar/day.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import {
  addSite,
  changeSite,
  countOfSite,
  readPlatforms,
  readSourceKey,
  removeSite,
  writeKey,
} from '../../../db/sources/sites.ts';
import { wantNewcomer } from '../../../db/sources/newcomers.ts';
import { readOwnAddresses, readTouchedBy, writeOwnAddresses } from '../../../db/sources/own-addresses.ts';
import { settleSources } from '../../../db/sources/settle.ts';
import { ownAddressIn } from '../../../domain/sources/own-addresses.ts';
import { matchSourceDonors } from '../../../sync/sources/matching.ts';
import { writeAudit } from '../attention/end.ts';
import type { SourceSiteTable } from '../../../db/source-tables.ts';
import { sentenceSchema } from '../../../contract/values.ts';
import type { SourceSiteView } from '../../../contract/procedures/sources.ts';
import { readSite, type SiteIdentity } from '../../../sync/sources/kentaa/read-window.ts';
import { SourceFailure } from '../../../sync/sources/source-failure.ts';
import { sourceAddress } from '../../../sync/sources/kentaa/address.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { mayConnectTo, refuseHost } from '../policy/policy.ts';
import { notFound, Refusal } from '../refusal.ts';

export const list: Handler<'sources.list'> = async (context) => {
  const sites: SourceSiteView[] = [];
  for (const site of await readPlatforms(context.store.reader)) sites.push(await viewSite(context, site));
  return { sites };
};

const budgetSchema = z.object({
  minuteLeft: z.int().nullable(),
  hourLeft: z.int().nullable(),
  pausedUntil: z.iso.datetime().nullable(),
});

async function viewSite({ store, today }: AskContext, site: SourceSiteTable): Promise<SourceSiteView> {
  const at = site.last_pulled_at;
  const { day, time } = wallClock(at ?? site.added_at);
  const budget = site.budget === null ? null : budgetSchema.safeParse(JSON.parse(site.budget)).data;
  return {
    siteId: site.id,
    name: site.name,
    address: site.address,
    startedFrom: site.started_from,
    isEnabled: site.is_enabled === 1,
    addsNewcomers: site.adds_newcomers === 1,
    lastPulledAt: at,
    lastPulled: at === null ? null : sentence((language) => `${writeDay(day, language, { today })}, ${time}`),
    problem: site.problem === null ? null : sentenceSchema.parse(JSON.parse(site.problem)),
    budget: budget ?? { minuteLeft: null, hourLeft: null, pausedUntil: null },
    counts: await countOfSite(store.reader, site.id),
  };
}

export const add: Handler<'sources.add'> = async (context, { address: pasted, apiKey, startedFrom }) => {
  const { store, now, person, today } = context;
  const address = sourceAddress(pasted);
  if (address === null) throw new Refusal('refused', NO_ADDRESS);
  if (startedFrom > today) throw new Refusal('refused', IN_THE_FUTURE);
  const { id, name } = await identify(context, address, apiKey);
  await store.write(async (writer) => {
    if (!(await addSite(writer, { id, name, address, apiKey, startedFrom, at: now() }))) {
      throw new Refusal('refused', isThereAlready(name));
    }
    await noteAudit(writer, { at: now(), personId: person.id, action: 'source-added', subject: id, detail: { name } });
  });
  void context.sources.run();
  return { siteId: id, name };
};

export const change: Handler<'sources.change'> = async (context, { siteId, apiKey, isEnabled, addsNewcomers }) => {
  const { store, now, person } = context;
  const site = await requireSite(context, siteId);
  if (apiKey !== null) {
    const found = await identify(context, site.address, apiKey);
    if (found.id !== siteId) throw new Refusal('refused', isAnother(site.name, found.name));
  }
  await store.write(async (writer) => {
    await changeSite(writer, siteId, { isEnabled, addsNewcomers });
    if (apiKey !== null) await writeKey(writer, siteId, apiKey);
    await noteAudit(writer, {
      at: now(),
      personId: person.id,
      action: 'source-changed',
      subject: siteId,
      detail: { name: site.name },
    });
  });
  if (isEnabled) void context.sources.run();
  return {};
};

export const pull: Handler<'sources.pull'> = async ({ sources, isSafe }) => {
  if (isSafe) throw new Refusal('refused', STARTED_SAFELY);
  await sources.run();
  return {};
};

export const remove: Handler<'sources.remove'> = async (context, { siteId }) => {
  const { store, now, person } = context;
  const { name } = await requireSite(context, siteId);
  await store.write(async (writer) => {
    await removeSite(writer, siteId);
    await noteAudit(writer, {
      at: now(),
      personId: person.id,
      action: 'source-removed',
      subject: siteId,
      detail: { name },
    });
  });
  return {};
};

export const addDonor: Handler<'sources.addDonor'> = async ({ store, now, person }, { sourceDonorId }) => {
  // At the next round, and not at once: until then it can be taken back.
  await store.write(async (writer) => {
    const link = await writer.transaction
      .selectFrom('source_link')
      .select('donor_id')
      .where('source_donor_id', '=', sourceDonorId)
      .executeTakeFirst();
    if (link === undefined) throw notFound();
    if (link.donor_id !== null) throw new Refusal('out-of-date', IS_SOMEBODY);
    await wantNewcomer(writer, sourceDonorId, person.id, now());
    await noteAudit(writer, {
      at: now(),
      personId: person.id,
      action: 'newcomer-added',
      subject: String(sourceDonorId),
    });
  });
  return {};
};

const IS_SOMEBODY: Sentence = {
  nl: 'Deze persoon is al herkend als een donateur in het CRM. Kijk opnieuw.',
  en: 'This person is recognised as a donor of the CRM already. Look again.',
};

async function requireSite({ store }: AskContext, siteId: string): Promise<SourceSiteTable> {
  const site = (await readPlatforms(store.reader)).find(({ id }) => id === siteId);
  if (site === undefined || (await readSourceKey(store.reader, siteId)) === null) throw notFound();
  return site;
}

async function identify(
  { sources, policy, isSafe }: AskContext,
  address: string,
  apiKey: string,
): Promise<SiteIdentity> {
  if (isSafe) throw new Refusal('refused', STARTED_SAFELY);
  if (!mayConnectTo(policy, address)) throw new Refusal('refused', refuseHost(policy));
  if (apiKey === '' || /[^\x21-\x7e]/.test(apiKey)) throw new Refusal('refused', NO_KEY);
  try {
    return await readSite(sources.siteFor(`new ${address}`, address, apiKey));
  } catch (error) {
    if (error instanceof SourceFailure) throw new Refusal('refused', error.sentence);
    throw error;
  }
}

const STARTED_SAFELY: Sentence = {
  nl: 'Dankbel is veilig gestart: er wordt niets opgehaald of verstuurd. Start gewoon, en probeer het dan opnieuw.',
  en: 'Dankbel was started safely: nothing is fetched or sent. Start it as usual, and then try again.',
};
const NO_ADDRESS: Sentence = {
  nl: 'Dit is geen beveiligd webadres. Voor Kentaa is het https://api.kentaa.nl/v1.',
  en: 'This is no encrypted web address. For Kentaa it is https://api.kentaa.nl/v1.',
};
const NO_KEY: Sentence = {
  nl: 'De sleutel is leeg, of er staan spaties of andere tekens in. Kopieer alleen de sleutel zelf.',
  en: 'The key is empty, or has spaces or other signs in it. Copy only the key itself.',
};
const IN_THE_FUTURE: Sentence = {
  nl: 'Die dag moet nog komen. Kies vandaag of eerder.',
  en: 'That day is still to come. Choose today or earlier.',
};

function isThereAlready(name: string): Sentence {
  return {
    nl: `${name} wordt al gelezen. Geef hieronder een andere sleutel als de oude niet meer werkt.`,
    en: `${name} is read already. Give another key below if the old one no longer works.`,
  };
}

function isAnother(known: string, found: string): Sentence {
  return {
    nl: `Deze sleutel hoort bij ${found}, niet bij ${known}. Er is niets veranderd.`,
    en: `This key belongs to ${found}, not to ${known}. Nothing was changed.`,
  };
}

export const ownAddresses: Handler<'sources.ownAddresses'> = async ({ store }) => ({
  addresses: [...(await readOwnAddresses(store.reader))],
});

export const saveOwnAddresses: Handler<'sources.saveOwnAddresses'> = async (context, { addresses }) => {
  const { store, now } = context;
  const typed = addresses.filter((line) => line.trim() !== '').map((line) => ({ line, own: ownAddressIn(line) }));
  const wrong = typed.find(({ own }) => own === null);
  if (wrong !== undefined) throw new Refusal('refused', isNoAddress(wrong.line.trim()));
  const kept = [...new Set(typed.flatMap(({ own }) => own ?? []))];
  await store.write(async (writer) => {
    const before = await readOwnAddresses(writer.transaction);
    await writeOwnAddresses(writer, kept);
    // Those who were left alone because of an address that is gone from the list, and those whom a new one touches.
    const touched = await readTouchedBy(writer.transaction, [...before, ...kept]);
    await settleSources(writer, await matchSourceDonors(writer, touched, now()));
    await writeAudit(context, writer, 'own-addresses-saved', 'sources', { detail: { count: kept.length } });
  });
  return {};
};

function isNoAddress(line: string): Sentence {
  return {
    nl: `“${line}” is geen e-mailadres en geen domein. Schrijf er één per regel, bijvoorbeeld els@voorbeeld.nl of voorbeeld.nl.`,
    en: `“${line}” is no e-mail address and no domain. Write one on each line, for example els@voorbeeld.nl or voorbeeld.nl.`,
  };
}
