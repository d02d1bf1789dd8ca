/** Calls through each telephone system against its stand-in: what it is asked, and what a caller meets when it fails. */
import { describe, expect, it } from 'vitest';
import type { LineState } from '../../../domain/telephone/line-state.ts';
import { openCall } from '../../support/hold-call.ts';
import {
  asterisk,
  generic,
  hostile,
  PEER_SECRET,
  threeCx,
  voipgrid,
  type Peer,
} from '../../support/telephone-peers.ts';
import { connectedWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';
import { failureOf } from '../../support/failure-of.ts';

/** A workstation whose coordinator set this system, and whose caller has device 201; with a call that was opened. */
async function withSystem(peer: Peer, secret = PEER_SECRET) {
  const workstation = await connectedWorkstation(await practiceCrm());
  await workstation.ask('telephone.save', { system: peer.system, secret });
  await workstation.ask('telephone.setDevice', { device: '201' });
  const call = await openCall(workstation, 'NIEUW-0009');
  return { workstation, call, number: call.numbers[0]?.number ?? '' };
}

const dial = (workstation: Workstation, { callItemId, numbers }: Awaited<ReturnType<typeof openCall>>) =>
  workstation.ask('call.dial', { callItemId, number: numbers[0]?.number ?? '' });

describe('a call through a telephone system', () => {
  it('goes to VoIPGRID with the device, the digits and the token, and tells how it goes', async () => {
    const peer = await voipgrid();
    const { workstation, call, number } = await withSystem(peer);
    expect(call.numbers[0]?.link).toBeNull();
    const dialled = await dial(workstation, call);
    expect(dialled.startedAt).not.toBeNull();
    expect(peer.asked).toEqual([
      {
        method: 'POST',
        path: '/api/clicktodial/',
        authorization: `token ${PEER_SECRET}`,
        body: `{"a_number":"201","b_number":"${number.slice(1)}"}`,
      },
    ]);
    const seen: (LineState | null)[] = [];
    for (const word of ['dialing_a', 'dialing_b', 'connected', 'a word nobody knows', 'disconnected', 'connected']) {
      peer.setState(word);
      seen.push((await workstation.ask('telephone.state', { callItemId: call.callItemId })).state);
    }
    expect(seen).toEqual(['own-rings', 'rings', 'answered', 'answered', 'ended', 'ended']);
  });

  it('changes the secret for a token first with 3CX', async () => {
    const peer = await threeCx();
    const { workstation, call, number } = await withSystem(peer);
    await dial(workstation, call);
    expect(peer.asked.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/connect/token', ''],
      ['/callcontrol/201/makecall', 'Bearer een-uur-geldig'],
    ]);
    expect(peer.asked[1]?.body).toBe(`{"destination":"${number}"}`);
    expect((await workstation.ask('telephone.state', { callItemId: call.callItemId })).state).toBeNull();
  });

  it('originates a channel with Asterisk, shows the number of the charity, and follows the channel to its end', async () => {
    const peer = await asterisk();
    const { workstation, call, number } = await withSystem(peer);
    await dial(workstation, call);
    const { pathname, searchParams } = new URL(peer.asked[0]?.path ?? '', 'http://asterisk');
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      '/ari/channels',
      {
        endpoint: 'PJSIP/201',
        extension: `0${number.slice(3)}`,
        context: 'from-internal',
        priority: '1',
        callerId: '+31201234567',
        timeout: '30',
      },
    ]);
    const seen: (LineState | null)[] = [];
    for (const word of ['Down', 'Ringing', 'Up', 'gone']) {
      peer.setState(word);
      seen.push((await workstation.ask('telephone.state', { callItemId: call.callItemId })).state);
    }
    expect(seen).toEqual(['asked', 'own-rings', 'rings', 'ended']);
  });

  it('is made once, however often the key is pressed', async () => {
    const peer = await generic();
    const { workstation, call } = await withSystem(peer);
    await Promise.all([dial(workstation, call), dial(workstation, call), dial(workstation, call)]);
    await dial(workstation, call);
    expect(peer.asked).toHaveLength(1);
    workstation.clock.advance(20);
    await dial(workstation, call);
    expect(peer.asked).toHaveLength(2);
  });

  it.each([
    ['a wrong secret', () => voipgrid(), 'verkeerd', /weigert het geheim/],
    ['a wrong secret for a token', () => threeCx(), 'verkeerd', /weigert het geheim/],
    ['a wrong password of ARI', () => asterisk(), 'verkeerd', /weigert het geheim/],
    [
      'a system that is broken',
      () => hostile((response) => response.writeHead(500).end()),
      PEER_SECRET,
      /antwoordt niet/,
    ],
    ['a system that hangs up', () => hostile((response) => response.destroy()), PEER_SECRET, /antwoordt niet/],
    [
      'a redirect to somebody else',
      () => hostile((response) => response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end()),
      PEER_SECRET,
      /niet te begrijpen/,
    ],
    [
      'an answer without an end',
      () => hostile((response) => void (response.writeHead(200), response.write('x'.repeat(100_000)))),
      PEER_SECRET,
      /niet te begrijpen/,
    ],
  ])('that fails says what to do, and the call has not begun: %s', async (_, start, secret, words) => {
    const { workstation, call } = await withSystem(await start(), secret);
    const said = (await failureOf(dial(workstation, call))).sentence.nl;
    expect(said).toMatch(words);
    expect(said).toContain('Bel met je eigen toestel (P)');
    const { callItemId } = call;
    expect((await workstation.ask('call.get', { callItemId })).startedAt).toBeNull();
    const number = call.numbers[0]?.number ?? '';
    const own = await workstation.ask('call.dial', { callItemId, number, through: 'own' });
    expect(own.startedAt).not.toBeNull();
  });

  it('takes an odd answer to a call that was made for what it is: a call of which nobody knows how it goes', async () => {
    const odd = JSON.stringify({ callid: { __proto__: null, toString: 'x' }, constructor: 1 });
    const peer = await hostile((response) => response.writeHead(200).end(odd));
    const { workstation, call } = await withSystem(peer);
    await dial(workstation, call);
    expect((await workstation.ask('telephone.state', { callItemId: call.callItemId })).state).toBeNull();
  });

  it('is not made without a device, and never by whoever practises', async () => {
    const peer = await generic();
    const practising = await connectedWorkstation(await practiceCrm(), { isPractice: true });
    await practising.ask('telephone.save', { system: peer.system, secret: PEER_SECRET });
    await practising.ask('telephone.setDevice', { device: '201' });
    await dial(practising, await openCall(practising, 'NIEUW-0009'));
    const workstation = await connectedWorkstation(await practiceCrm());
    await workstation.ask('telephone.save', { system: peer.system, secret: PEER_SECRET });
    const said = (await failureOf(dial(workstation, await openCall(workstation, 'NIEUW-0009')))).sentence.nl;
    expect(said).toMatch(/welk toestel van jou is/);
    expect(peer.asked).toEqual([]);
  });

  it('is not made outside the hours, to a number that is not the donor’s, or after an objection', async () => {
    const peer = await generic();
    const { workstation, call } = await withSystem(peer);
    const { callItemId } = call;
    const elsewhere = workstation.ask('call.dial', { callItemId, number: '+31612340000' });
    expect((await failureOf(elsewhere)).code).toBe('not-found');
    await workstation.ask('call.answerObjection', { callItemId, answer: 'used' });
    expect((await failureOf(dial(workstation, call))).code).toBe('out-of-date');
    await workstation.ask('call.answerObjection', { callItemId, answer: 'offered' });
    workstation.clock.set('2026-11-22T13:00:00.000Z');
    expect((await failureOf(dial(workstation, call))).code).toBe('closed');
    expect(peer.asked).toEqual([]);
  });
});

describe('the settings of the telephone', () => {
  it('never give the secret back, and send it to no other system', async () => {
    const [first, second] = [await generic(), await generic()];
    const { workstation } = await withSystem(first);
    const kept = await workstation.ask('telephone.get', {});
    expect(JSON.stringify(kept)).not.toContain(PEER_SECRET);
    expect(kept.hasSecret).toBe(true);
    await workstation.ask('telephone.save', { system: first.system, secret: null });
    const elsewhere = workstation.ask('telephone.save', { system: second.system, secret: null });
    expect((await failureOf(elsewhere)).sentence.nl).toMatch(/Vul ook het geheim in/);
  });

  it('are in the log, without address or secret', async () => {
    const { workstation } = await withSystem(await generic());
    const rows = await workstation.backend.store.reader.selectFrom('audit').selectAll().execute();
    const saved = rows.find(({ action }) => action === 'telephone-saved');
    expect([saved?.subject, saved?.detail]).toEqual(['click-to-dial', null]);
  });

  it.each(['', ' ', '201;sip:x', '201/../1', '{secret}', '201\r\nX: 1'])('refuse %j as a device', async (device) => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { sentence } = await failureOf(workstation.ask('telephone.setDevice', { device }));
    expect(sentence.nl).toMatch(/Een toestel bestaat uit/);
  });
});
