/** Connects a profile to a CRM: nothing is kept before the CRM has said who we are. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Sentence } from '../../domain/language.ts';
import { forgetEverything } from '../../db/forget-everything.ts';
import { noteAudit } from '../../db/queries/audit.ts';
import { readCurrentPerson } from '../../db/queries/people.ts';
import { readSetting, writeSetting } from '../../db/queries/settings.ts';
import { mayConnectTo, NO_POLICY, refuseHost, type Policy } from './policy/policy.ts';
import { welcomeUser } from './people/welcome-user.ts';
import type { Store, Writer } from '../../db/store.ts';
import type { CrmIdentity } from '../../sync/connector.ts';
import { CrmFailure } from '../../sync/crm-failure.ts';
import { otherOrganisation } from '../../sync/crm/civicrm/failures.ts';
import { findSite } from '../../sync/crm/civicrm/find-site.ts';
import type { CiviCrmSite } from '../../sync/crm/civicrm/http.ts';
import { fetchTrusting, readAuthority } from '../../sync/crm/civicrm/own-authority.ts';
import { siteAddresses } from '../../sync/crm/civicrm/site-address.ts';
import { APPEARANCE, CONNECTION, FROM_FILES, IS_PRACTICE, type Connection } from './profile-settings.ts';

export interface ConnectRequest {
  /** As it was pasted. */
  readonly url: string;
  readonly apiKey: string;
  /** Absent: as the CRM says. */
  readonly isPractice?: boolean;
  /** PEM of the organisation's own issuer of certificates; empty or absent for none. */
  readonly authority?: string;
  /** What the administrator of this machine fixed. */
  readonly policy?: Policy;
  /** Somebody said that the key may travel unencrypted. */
  readonly allowsPlainHttp?: boolean;
}

/** The request cannot be right, whatever the CRM says. */
export class ConnectRefusal extends Error {
  override readonly name = 'ConnectRefusal';
  readonly sentence: Sentence;
  constructor(sentence: Sentence) {
    super(sentence.en);
    this.sentence = sentence;
  }
}

/** For the trail: who asked, and when. */
export interface ConnectTrace {
  readonly at: Instant;
  /** Null on the command line. */
  readonly personId: number | null;
}

/**
 * @param trace absent for a profile that is made ready by the program itself
 * @throws ConnectRefusal, or CrmFailure when the CRM does not let us in
 */
export async function connectProfile(
  store: Store,
  request: ConnectRequest,
  trace: ConnectTrace | null = null,
): Promise<CrmIdentity> {
  const apiKey = request.apiKey.trim();
  const { addresses, wasPlainHttp } = siteAddresses(request.url, request.allowsPlainHttp);
  if (addresses.length === 0) throw new ConnectRefusal(NO_ADDRESS);
  const { policy = NO_POLICY } = request;
  if (!addresses.every((address) => mayConnectTo(policy, address))) throw new ConnectRefusal(refuseHost(policy));
  if (apiKey === '' || /\s/.test(apiKey)) throw new ConnectRefusal(NO_KEY);
  const authority = authorityIn(request.authority ?? '');
  if ((await readSetting(store.reader, FROM_FILES)) === true) throw new ConnectRefusal(WORKS_WITH_FILES);
  const trusting = authority === null ? {} : { fetch: fetchTrusting(authority) };
  const wasUpgraded = wasPlainHttp && request.allowsPlainHttp !== true;
  const identity = await find(addresses, { apiKey, ...trusting }, wasUpgraded);
  const { organisation, organisationMark, contactId, address } = identity;
  await adoptConnection(store, identity, {
    connection: {
      kind: 'civicrm',
      address,
      apiKey,
      organisation,
      contactId,
      ...(authority === null ? {} : { authority }),
      ...(organisationMark === null ? {} : { organisationMark }),
    },
    isPractice: request.isPractice ?? identity.isPractice,
    trace,
  });
  return identity;
}

export interface Adoption {
  readonly connection: Connection;
  readonly isPractice: boolean;
  readonly trace: ConnectTrace | null;
  /** Kept in the same transaction. */
  readonly also?: (writer: Writer) => Promise<void>;
}

/** From now on this is the CRM of the profile. @throws CrmFailure when the profile belongs to another organisation */
export async function adoptConnection(
  store: Store,
  identity: CrmIdentity,
  { connection, isPractice, trace, also }: Adoption,
): Promise<void> {
  if ((await readSetting(store.reader, FROM_FILES)) === true) throw new ConnectRefusal(WORKS_WITH_FILES);
  const known = await readSetting(store.reader, CONNECTION);
  const leavesPractice = !isPractice && (await readSetting(store.reader, IS_PRACTICE)) === true;
  if (known !== null && !leavesPractice && isOther(known, identity, connection.kind)) {
    throw otherOrganisation(known.organisation, identity.organisation);
  }
  await store.write(async (writer) => {
    // Whoever practised with invented donors begins with the real ones; nothing of the practice is true of them.
    if (leavesPractice) await forgetEverything(writer, [APPEARANCE.key]);
    await writeSetting(writer, CONNECTION, trace === null ? connection : { ...connection, since: trace.at });
    await also?.(writer);
    await writeSetting(writer, IS_PRACTICE, isPractice);
    await welcomeUser(writer, {
      crmId: identity.contactId,
      name: identity.name,
      roles: ['caller', 'director', 'coordinator'],
    });
    if (trace !== null) {
      // Whoever asked went with the practice; the trail begins anew with whoever the key belongs to.
      const personId = leavesPractice ? ((await readCurrentPerson(writer.transaction))?.id ?? null) : trace.personId;
      const action = leavesPractice ? 'profile-emptied' : 'connected';
      await noteAudit(writer, { at: trace.at, personId, action, subject: new URL(connection.address).host });
    }
  });
  if (leavesPractice) store.outboxCopy.keepOnly([]);
}

/** Null for none. @throws ConnectRefusal */
function authorityIn(text: string): string | null {
  if (text.trim() === '') return null;
  const authority = readAuthority(text);
  if (authority === null) throw new ConnectRefusal(NO_AUTHORITY);
  return authority.pem;
}

async function find(
  addresses: readonly string[],
  site: Pick<CiviCrmSite, 'apiKey' | 'fetch'>,
  wasUpgraded: boolean,
): Promise<CrmIdentity> {
  try {
    return await findSite(addresses, site);
  } catch (error) {
    if (wasUpgraded && error instanceof CrmFailure && error.kind === 'unreachable')
      throw new ConnectRefusal(PLAIN_HTTP);
    throw error;
  }
}

/** A name may change; the mark of a database does not. */
function isOther(
  known: Connection,
  { organisation, organisationMark }: CrmIdentity,
  kind: Connection['kind'],
): boolean {
  // Nothing in one CRM is what it is called in another.
  if (known.kind !== kind) return true;
  const before = known.organisationMark;
  if (before === undefined || before.hash === null || organisationMark === null || organisationMark.hash === null) {
    return known.organisation !== organisation;
  }
  return before.contactId !== organisationMark.contactId || before.hash !== organisationMark.hash;
}

const NO_ADDRESS: Sentence = {
  nl: 'Dit is geen webadres. Plak het adres van het CRM, zoals https://crm.voorbeeld.nl.',
  en: 'This is no web address. Paste the address of the CRM, such as https://crm.voorbeeld.nl.',
};
const NO_KEY: Sentence = {
  nl: 'De API-sleutel is leeg of bestaat uit meer dan één regel. Geef alleen de sleutel zelf.',
  en: 'The API key is empty or has more than one line. Give only the key itself.',
};
const WORKS_WITH_FILES: Sentence = {
  nl: 'Deze werkplek werkt met bestanden. Maak een nieuwe map voor een werkplek met een CRM.',
  en: 'This workstation works with files. Make a new folder for a workstation with a CRM.',
};
const NO_AUTHORITY: Sentence = {
  nl: 'Dit is geen certificaat van een uitgever. Vraag de beheerder om het certificaat van de eigen certificaatuitgever (begint met BEGIN CERTIFICATE); dat van de server zelf is niet goed, en een sleutel hoort hier nooit.',
  en: 'This is no certificate of an issuer. Ask the administrator for the certificate of your own certificate authority (it begins with BEGIN CERTIFICATE); the one of the server itself will not do, and a private key never belongs here.',
};
const PLAIN_HTTP: Sentence = {
  nl: 'Dit adres is niet beveiligd (http), en over https antwoordt het CRM niet. De sleutel is niet verstuurd. Vraag de beheerder om https, of zeg erbij dat het zonder beveiliging mag.',
  en: 'This address is not encrypted (http), and the CRM does not answer over https. The key was not sent. Ask the administrator for https, or say that it may go without encryption.',
};
