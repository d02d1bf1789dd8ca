/** The port to a telephone system: makes one call, and tells how it goes. */
import { fillIn, asItIs, isDialable, type DialWords } from '../../../domain/telephone/placeholders.ts';
import type { LineState } from '../../../domain/telephone/line-state.ts';
import {
  stateOfWord,
  type AsteriskAri,
  type ClickToDial,
  type TelephoneSystem,
} from '../../../domain/telephone/systems.ts';
import { askSystem, fieldOf, send, TelephoneFailure, type Reach } from './ask-system.ts';

export interface Dialler {
  /** Rings the device, and then the number. @returns the system's name of the call; empty when it does not say. @throws TelephoneFailure */
  dial(number: string, device: string): Promise<string>;
  /** Null when the system does not tell. @throws TelephoneFailure */
  state(number: string, device: string, line: string): Promise<LineState | null>;
}

/** Null for the telephone program of the machine, which a link of the screen starts. */
export function diallerOf(system: TelephoneSystem, secret: string, reach: Reach): Dialler | null {
  switch (system.kind) {
    case 'link':
      return null;
    case 'click-to-dial':
      return clickToDial(system, secret, reach);
    case 'asterisk':
      return asterisk(system, secret, reach);
  }
}

function clickToDial(system: ClickToDial, secret: string, reach: Reach): Dialler {
  const wordsFor = async (number: string, device: string, line: string): Promise<DialWords> => ({
    number,
    device,
    secret,
    line,
    token: system.tokenUrl === null ? '' : await tokenFor(system.tokenUrl, system.clientId, secret, reach),
  });
  return {
    dial: async (number, device) =>
      fieldOf(await askSystem(reach, system.dial, await wordsFor(number, device, '')), system.lineField),
    state: async (number, device, line) => {
      if (system.state === null || line === '') return null;
      const answer = await askSystem(reach, system.state, await wordsFor(number, device, line));
      return stateOfWord(fieldOf(answer, system.stateField));
    },
  };
}

/** OAuth 2.0, client credentials (RFC 6749 §4.4). Asked for with every call: it is worth an hour, and kept nowhere. */
async function tokenFor(url: string, clientId: string, secret: string, reach: Reach): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret });
  const token = fieldOf(await send(reach, url, { method: 'POST', body }), 'access_token');
  if (token === '') throw new TelephoneFailure('refused');
  return token;
}

/** https://docs.asterisk.org, Asterisk REST Interface: POST /channels, GET /channels/{id}. */
function asterisk(system: AsteriskAri, secret: string, reach: Reach): Dialler {
  const authorization = `Basic ${Buffer.from(`${system.user}:${secret}`).toString('base64')}`;
  const address = system.url.endsWith('/') ? system.url.slice(0, -1) : system.url;
  return {
    dial: async (number, device) => {
      if (!isDialable(number)) throw new RangeError('not a number that can be dialled');
      const words = { number, device, secret: '', token: '', line: '' };
      const query = new URLSearchParams({
        endpoint: fillIn(system.endpoint, words, asItIs),
        extension: fillIn('{national}', words, asItIs),
        context: system.context,
        priority: '1',
        ...(system.callerId === '' ? {} : { callerId: system.callerId }),
        timeout: '30',
      });
      const headers = { Authorization: authorization };
      const line = fieldOf(await send(reach, `${address}/channels?${query}`, { method: 'POST', headers }), 'id');
      if (line === '') throw new TelephoneFailure('odd');
      return line;
    },
    state: async (_number, _device, line) => {
      const headers = { Authorization: authorization };
      try {
        const channel = await send(reach, `${address}/channels/${encodeURIComponent(line)}`, {
          method: 'GET',
          headers,
        });
        return ARI_STATES.get(fieldOf(channel, 'state')) ?? 'asked';
      } catch (error) {
        // A channel that has hung up is no longer there.
        if (error instanceof TelephoneFailure && error.trouble === 'number') return 'ended';
        throw error;
      }
    },
  };
}

/** Of our own device; what the donor's telephone does, ARI tells only to an application that handles the call. */
const ARI_STATES: ReadonlyMap<string, LineState> = new Map([
  ['Down', 'asked'],
  ['Rsrvd', 'asked'],
  ['Ring', 'own-rings'],
  ['Ringing', 'own-rings'],
  ['Up', 'rings'],
]);
