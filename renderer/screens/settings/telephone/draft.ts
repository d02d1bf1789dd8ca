/** What is typed about the telephone system, and the system that it makes. */
import {
  ASTERISK,
  GENERIC,
  THREE_CX,
  VOIPGRID,
  type SystemQuestion,
  type TelephoneSystem,
} from '../../../../domain/telephone/systems.ts';

export const CHOICES = ['link', 'voipgrid', 'three-cx', 'asterisk', 'other'] as const;
export type Choice = (typeof CHOICES)[number];

export interface TelephoneDraft {
  readonly choice: Choice;
  /** Of 3CX the site, of Asterisk its interface, of another the whole address with its placeholders. */
  readonly address: string;
  readonly user: string;
  /** Empty: the one that is kept. */
  readonly secret: string;
  /** "Name: value", a line for each. */
  readonly headers: string;
  readonly body: string;
  readonly endpoint: string;
  readonly context: string;
  readonly callerId: string;
}

export type DraftText = Exclude<keyof TelephoneDraft, 'choice'>;

/** Which texts are asked for. */
export const TEXTS: Readonly<Record<Choice, readonly DraftText[]>> = {
  link: [],
  voipgrid: ['secret'],
  'three-cx': ['address', 'user', 'secret'],
  asterisk: ['address', 'user', 'secret', 'endpoint', 'context', 'callerId'],
  other: ['address', 'headers', 'body', 'secret'],
};

const EMPTY: TelephoneDraft = {
  choice: 'link',
  address: '',
  user: '',
  secret: '',
  headers: '',
  body: '',
  endpoint: ASTERISK.endpoint,
  context: ASTERISK.context,
  callerId: '',
};

/** As a system is offered when somebody chooses it. */
export function draftFor(choice: Choice): TelephoneDraft {
  switch (choice) {
    case 'link':
    case 'voipgrid':
      return { ...EMPTY, choice };
    case 'three-cx':
      return { ...EMPTY, choice, address: 'https://' };
    case 'asterisk':
      return { ...EMPTY, choice, address: ASTERISK.url, user: ASTERISK.user };
    case 'other':
      return { ...EMPTY, choice, ...writtenQuestion(GENERIC.dial) };
  }
}

export function draftOf(system: TelephoneSystem): TelephoneDraft {
  if (system.kind === 'link') return draftFor('link');
  if (system.kind === 'asterisk') {
    const { url, user, endpoint, context, callerId } = system;
    return { ...EMPTY, choice: 'asterisk', address: url, user, endpoint, context, callerId };
  }
  if (system.dial.url === VOIPGRID.dial.url) return draftFor('voipgrid');
  const site = URL.parse(system.dial.url)?.origin ?? '';
  if (system.tokenUrl !== null) return { ...EMPTY, choice: 'three-cx', address: site, user: system.clientId };
  return { ...EMPTY, choice: 'other', ...writtenQuestion(system.dial) };
}

export function systemOf(draft: TelephoneDraft): TelephoneSystem {
  const { choice, address, user, endpoint, context, callerId, headers, body } = draft;
  switch (choice) {
    case 'link':
      return { kind: 'link' };
    case 'voipgrid':
      return VOIPGRID;
    case 'three-cx': {
      const site = URL.parse(address.trim())?.origin ?? address.trim();
      const at = (url: string): string => url.replace(new URL(url).origin, () => site);
      return {
        ...THREE_CX,
        clientId: user.trim(),
        dial: { ...THREE_CX.dial, url: at(THREE_CX.dial.url) },
        tokenUrl: at(THREE_CX.tokenUrl ?? ''),
      };
    }
    case 'asterisk':
      return { kind: 'asterisk', url: address.trim(), user: user.trim(), endpoint, context, callerId: callerId.trim() };
    case 'other':
      return { ...GENERIC, dial: { method: 'POST', url: address.trim(), headers: readHeaders(headers), body } };
  }
}

function writtenQuestion({ url, headers, body }: SystemQuestion): Pick<TelephoneDraft, 'address' | 'headers' | 'body'> {
  return { address: url, headers: headers.map(({ name, value }) => `${name}: ${value}`).join('\n'), body };
}

function readHeaders(text: string): SystemQuestion['headers'] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...value] = line.split(':');
      return { name: name.trim(), value: value.join(':').trim() };
    });
}
