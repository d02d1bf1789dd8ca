/**
 * A profile as a release leaves it: worked with by the questions of the contract, with something of every kind in it,
 * and closed. Which tables had to be filled by hand is told: commands are to reach the others.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '../../contract/client.ts';
import type { OutputOf } from '../../contract/index.ts';
import { openConnection } from '../../db/open/connection.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { OUTCOMES } from '../../domain/outcome.ts';
import { connectProfile } from '../../electron/backend/connect.ts';
import { openBackend, type OpenBackend } from '../../electron/backend/open-backend.ts';
import { SILENT_LOG } from '../../electron/backend/log.ts';
import { CHEAP, mergeContacts, seededRandom } from '../support/workstation.ts';
import { TINY_PNG } from '../support/tiny-pictures.ts';
import { addVariety, EVENING, startReleaseCrm, type ReleaseCrm } from './crm.ts';
import { fillTables } from './fill-tables.ts';

/** For files that hold invented donors and lie in the open. */
export const TEST_KEY = 'd1'.repeat(32);
/** Of the coordinator. */
export const PIN = '7413';

interface Work extends Client {
  readonly backend: OpenBackend;
  readonly crm: ReleaseCrm;
  /** Seconds go by. */
  wait(seconds: number): void;
}

/** @returns the tables that no command filled */
export async function makeProfile(folder: string): Promise<readonly string[]> {
  const crmFolder = mkdtempSync(join(tmpdir(), 'dankbel-release-'));
  let time = Date.parse(EVENING);
  const crm = await startReleaseCrm(crmFolder, () => time);
  try {
    await addVariety(crm);
    mkdirSync(folder, { recursive: true });
    writeFileSync(profilePaths(folder).key, `${TEST_KEY}\n`, { mode: 0o600 });
    const backend = await openBackend({
      folder,
      now: () => new Date(time).toISOString(),
      random: seededRandom(1),
      log: SILENT_LOG,
      syncsByItself: false,
      costs: CHEAP,
    });
    try {
      await connectProfile(backend.store, { url: crm.crm.url, apiKey: crm.crm.apiKey, isPractice: true });
      await backend.reconnect();
      await work({ ...createClient(backend), backend, crm, wait: (seconds) => void (time += seconds * 1_000) });
    } finally {
      await backend.close();
    }
  } finally {
    await crm.crm.stop();
    rmSync(crmFolder, { recursive: true, force: true });
  }
  return fillTheRest(folder);
}

async function work(here: Work): Promise<void> {
  await pull(here);
  await setUp(here);
  await callEverybody(here);
  await verify(here);
  await office(here);
  await quarrel(here);
  await merge(here);
  await erase(here);
  // What waits for the CRM when the program is replaced.
  here.crm.crm.faults.set('maintenance', 'always');
  const call = await openCall(here);
  await here.ask('call.saveNotes', { callItemId: call.callItemId, notes: 'Een halve notitie, midden in het gesprek' });
  await here.ask('call.answerObjection', { callItemId: call.callItemId, answer: 'used' });
}

async function pull(here: Work): Promise<void> {
  const report = await here.backend.sync.run(true);
  if (report === null || report.failure !== null) throw new Error('not pulled');
}

/** What a coordinator sets. */
async function setUp(here: Work): Promise<void> {
  const me = (await here.ask('session.get', {})).person.id;
  await here.ask('people.setPin', { id: me, pin: PIN });
  await here.ask('people.add', { name: 'Joke Bakker', crmId: null, roles: ['caller', 'verifier'] });
  const { sections } = await here.ask('settings.programmes', {});
  const limit = sections
    .flatMap(({ id, fields }) => fields.map((field) => ({ ...field, section: id })))
    .find(({ kind, value, maximum }) => kind === 'number' && typeof value === 'number' && value !== maximum);
  if (limit === undefined) throw new Error('no number to set');
  const change = { [limit.section]: { [limit.id]: Number(limit.value) + 1 } };
  await here.ask('settings.saveProgrammes', { change, version: null });
  const { content } = await here.ask('charity.get', {});
  const { id } = await here.ask('charity.addPicture', { base64: TINY_PNG });
  const named = { ...content, name: 'Stichting De Wilg', logo: id, phone: '038 421 10 00' };
  await here.ask('charity.save', { content: named, version: null });
  const register = 'postcode,straat,woonplaats,van,tot\n8031 XD,Wilgenhof,Zwolle,1,60\n';
  await here.ask('postcodes.addPiece', {
    upload: '00000000-0000-4000-8000-000000000001',
    index: 0,
    base64: Buffer.from(register).toString('base64'),
    isLast: true,
  });
  while ((await here.ask('postcodes.state', {})).reading !== null) await pull(here);
}

async function openCall(here: Work): Promise<OutputOf<'call.open'>> {
  const { next } = await here.ask('today.get', { lane: 'caller' });
  if (next === null) throw new Error('nobody is left to call');
  return here.ask('call.open', { donorId: next.donorId });
}

/** Calls with every outcome that leaves something behind. */
async function callEverybody(here: Work): Promise<void> {
  const first = (await here.ask('today.get', { lane: 'caller' })).next;
  await here.ask('today.postpone', { donorId: first?.donorId ?? 0 });
  await holdCall(here, 'conversation', everythingSaid);
  await holdCall(here, 'callback');
  const voicemail = await holdCall(here, 'voicemail-left');
  await here.ask('call.undo', { attemptId: voicemail });
  await holdCall(here, 'wrong-number');
  const objecting = await holdCall(here, 'objection');
  const { donor_id: donorId } = await here.backend.store.reader
    .selectFrom('attempt')
    .select('donor_id')
    .where('id', '=', objecting)
    .executeTakeFirstOrThrow();
  const words = 'Belt u gerust weer, op zaterdag';
  await here.ask('donor.recordConsent', { donorId, day: '2026-11-21', words, source: 'telefoon' });
  await here.ask('donor.look', { donorId, reason: 'zij belde terug' });
  await pull(here);
}

type Outcome = 'conversation' | 'callback' | 'voicemail-left' | 'wrong-number' | 'objection';

async function holdCall(
  here: Work,
  outcome: Outcome,
  during: (here: Work, call: OutputOf<'call.open'>) => Promise<void> = async () => undefined,
): Promise<string> {
  const call = await openCall(here);
  const { callItemId } = call;
  const number = call.numbers[0]?.number ?? '';
  await here.ask('call.dial', { callItemId, number });
  here.wait(90);
  await here.ask('call.saveNotes', { callItemId, notes: `Notitie bij ${outcome}: é, "aanhaling" en een regel\nmeer` });
  await during(here, call);
  if (OUTCOMES[outcome].asksForObjection) {
    await here.ask('call.answerObjection', { callItemId, answer: 'offered' });
  }
  const callback = outcome === 'callback' ? ({ day: '2026-11-24', time: '19:00', byMe: true } as const) : null;
  return (await here.ask('call.finish', { callItemId, outcome, callback, number })).attemptId;
}

async function everythingSaid(here: Work, { callItemId, details, benefits }: OutputOf<'call.open'>): Promise<void> {
  await here.ask('call.setEmotion', { callItemId, emotion: 'happy' });
  await here.ask('call.setThumb', { callItemId, thumb: 'up' });
  await here.ask('call.setNps', { callItemId, nps: 9 });
  await here.ask('call.setAddressForm', { callItemId, form: 'informal' });
  await here.ask('call.setWish', { callItemId, about: 'news', channel: 'post' });
  await here.ask('call.setEmailOptIn', { callItemId, isGiven: true });
  for (const { id } of benefits.slice(0, 1)) {
    await here.ask('call.answerBenefit', { callItemId, benefitId: id, answer: 'accepted' });
  }
  await here.ask('call.addFollowUp', { callItemId, followUp: 'question', text: 'Wanneer is de open dag?' });
  for (const { key, field } of details) {
    if (field === 'email') {
      const correction = { field, value: 'aaltje.nieuw@voorbeeld.nl' } as const;
      await here.ask('call.correctDetail', { callItemId, key, correction, checkedBy: 'spelled' });
    } else await here.ask('call.confirmDetail', { callItemId, key, isConfirmed: true });
  }
}

async function verify(here: Work): Promise<void> {
  const { donors } = await here.ask('verify.queue', { kind: null });
  const donorId = donors[0]?.donorId;
  if (donorId === undefined) throw new Error('nobody to verify');
  const { details } = await here.ask('verify.get', { donorId });
  await here.ask('verify.setRight', { donorId, key: details[0]?.key ?? '', isRight: true });
  await here.ask('verify.propose', { donorId, kind: 'iban', value: 'NL91ABNA0417164300', reason: 'zei ze zelf' });
  await here.ask('verify.finish', { donorId });
}

/** Post, answers, briefing. */
async function office(here: Work): Promise<void> {
  const { due } = await here.ask('post.list', {});
  await here.ask('post.send', { donorIds: due.slice(0, 1).map(({ donorId }) => donorId) });
  const { items } = await here.ask('followups.list', {});
  const followUpId = items.find((item) => item.followUpId !== null)?.followUpId ?? 0;
  await here.ask('followups.answer', { followUpId, text: 'Op 3 december, om twee uur', channel: 'phone' });
  await pull(here);
}

/** The same detail is changed here and in the CRM. */
async function quarrel(here: Work): Promise<void> {
  const call = await openCall(here);
  const key = call.details.find(({ field }) => field === 'phone')?.key ?? '';
  const correction = { field: 'phone', value: '06 2010 2030' } as const;
  const { callItemId } = call;
  await here.ask('call.correctDetail', { callItemId, key, correction, checkedBy: 'spelled' });
  const donor = await here.backend.store.reader
    .selectFrom('donor')
    .select('crm_id')
    .where('id', '=', call.donorId)
    .executeTakeFirstOrThrow();
  const where = [['contact_id', '=', donor.crm_id]];
  await here.crm.administrate('Phone', 'update', { where, values: { phone: '06 4050 6070' } });
  await here.ask('call.finish', { callItemId, outcome: 'no-answer', callback: null, number: null });
  here.wait(60);
  await pull(here);
}

/** Two donors turn out to be one, in the CRM. */
async function merge(here: Work): Promise<void> {
  const { crm, contactOf } = here.crm;
  await mergeContacts(crm, { loser: await contactOf(11), winner: await contactOf(10) });
  here.wait(60);
  await pull(here);
}

async function erase(here: Work): Promise<void> {
  const { donors } = await here.ask('donor.search', { text: 'Lam' });
  const donorId = donors[0]?.donorId ?? 0;
  const { number, blocked } = await here.ask('erasure.preview', { donorId });
  if (blocked !== null) throw new Error(blocked.en);
  await here.ask('erasure.erase', { donorId, ground: 'asked', number });
  await pull(here);
}

async function fillTheRest(folder: string): Promise<readonly string[]> {
  const { database: path, key } = profilePaths(folder);
  const database = await openConnection(path, Buffer.from(readFileSync(key, 'utf8').trim(), 'hex'));
  try {
    return fillTables(database, { random: seededRandom(1), rows: 2 });
  } finally {
    database.close();
  }
}
