/** The telephone systems that can be chosen: what is asked of them to make a call, and to tell how it goes. */
import type { LineState } from './line-state.ts';

/** One question over http; its texts hold placeholders (placeholders.ts). */
export interface SystemQuestion {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Empty: none. JSON when it begins with a brace, else a form. */
  readonly body: string;
}

export interface ClickToDial {
  readonly kind: 'click-to-dial';
  readonly dial: SystemQuestion;
  /** Where the secret is changed for a token first (OAuth client credentials); null: the secret is sent itself. */
  readonly tokenUrl: string | null;
  readonly clientId: string;
  /** Field of the answer with the system's name of the call; empty: it does not say. */
  readonly lineField: string;
  /** Asks how the call goes; null: the system does not tell. */
  readonly state: SystemQuestion | null;
  /** Field of that answer. */
  readonly stateField: string;
}

/** Asterisk's own interface (ARI): our device is called first, and then the number in the dial plan. */
export interface AsteriskAri {
  readonly kind: 'asterisk';
  /** `https://pbx.voorbeeld.nl:8089/ari` */
  readonly url: string;
  readonly user: string;
  /** `PJSIP/{device}` */
  readonly endpoint: string;
  /** Context of the dial plan that dials outside. */
  readonly context: string;
  /** The charity's own number (rules-nl.md L9); empty: what the system shows by itself. */
  readonly callerId: string;
}

/** `link`: the telephone program of the machine, by `tel:`. */
export type TelephoneSystem = { readonly kind: 'link' } | ClickToDial | AsteriskAri;

const JSON_HEADER = { name: 'Content-Type', value: 'application/json' } as const;

/** Voys and others on VoIPGRID: the secret is "e-mail:token" of the charity's account. */
export const VOIPGRID: ClickToDial = {
  kind: 'click-to-dial',
  dial: {
    method: 'POST',
    url: 'https://partner.voipgrid.nl/api/clicktodial/',
    headers: [{ name: 'Authorization', value: 'token {secret}' }, JSON_HEADER],
    body: '{"a_number":"{device}","b_number":"{digits}"}',
  },
  tokenUrl: null,
  clientId: '',
  lineField: 'callid',
  state: {
    method: 'GET',
    url: 'https://partner.voipgrid.nl/api/clicktodial/{line}/',
    headers: [{ name: 'Authorization', value: 'token {secret}' }],
    body: '',
  },
  stateField: 'status',
};

/** 3CX version 20 with its Call Control API; `pbx.voorbeeld.nl` stands for the charity's own. */
export const THREE_CX: ClickToDial = {
  kind: 'click-to-dial',
  dial: {
    method: 'POST',
    url: 'https://pbx.voorbeeld.nl/callcontrol/{device}/makecall',
    headers: [{ name: 'Authorization', value: 'Bearer {token}' }, JSON_HEADER],
    body: '{"destination":"{number}"}',
  },
  tokenUrl: 'https://pbx.voorbeeld.nl/connect/token',
  clientId: '',
  lineField: '',
  state: null,
  stateField: '',
};

export const GENERIC: ClickToDial = {
  ...THREE_CX,
  dial: {
    method: 'POST',
    url: 'https://telefoon.voorbeeld.nl/bel',
    headers: [{ name: 'Authorization', value: 'Bearer {secret}' }, JSON_HEADER],
    body: '{"van":"{device}","naar":"{number}"}',
  },
  tokenUrl: null,
};

export const ASTERISK: AsteriskAri = {
  kind: 'asterisk',
  url: 'https://pbx.voorbeeld.nl:8089/ari',
  user: 'dankbel',
  endpoint: 'PJSIP/{device}',
  context: 'from-internal',
  callerId: '',
};

/** Words in which systems tell how a call goes. */
const STATES: Readonly<Record<string, LineState>> = {
  confirm: 'own-rings',
  dialing_a: 'own-rings',
  dialing_b: 'rings',
  ringing: 'rings',
  connected: 'answered',
  answered: 'answered',
  up: 'answered',
  disconnected: 'ended',
  ended: 'ended',
  completed: 'ended',
  failed: 'failed',
  failed_a: 'failed',
  failed_b: 'failed',
  blacklisted: 'failed',
};

/** Null: a word that is not known, which changes nothing on the screen. */
export function stateOfWord(word: string): LineState | null {
  const known = word.toLowerCase();
  return Object.hasOwn(STATES, known) ? (STATES[known] ?? null) : null;
}
