/**
 * The network between the workstations and the CRM. A request is on its way until the scheduler lets it through, with
 * a fate: so the requests of several workstations cross in any order, and always in the same order for the same seed.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent, request as httpRequest } from 'node:http';
import type { FaultKnobs } from '../../sync/practice/faults.ts';
import { nameOf } from '../salesforce/stand-in.ts';

/** What happens to a request on its way. */
export const FATES = [
  'pass',
  /** The connection breaks before the CRM has done anything, or after. */
  'dropBefore',
  'dropAfter',
  /** It arrives twice; the second answer comes back. */
  'duplicate',
  /** The CRM does it, and answers with an error 500. */
  'errorAfterWrite',
  /** Nothing is done; a web page comes back. */
  'htmlPage',
  'maintenance',
  /** 503 of the web server in front of it. */
  'refuse',
  /** A read that knows nothing of the last write. */
  'staleReads',
] as const;
export type Fate = (typeof FATES)[number];

/** Something that a workstation does: a command or a round of sync. */
export interface Task {
  readonly workstation: number;
  readonly name: string;
  isFinished: boolean;
}

export interface Question {
  readonly task: Task;
  /** By the clock of the world. */
  readonly sentAt: number;
  readonly entity: string;
  readonly action: string;
  readonly parameters: Record<string, unknown>;
  readonly path: string;
  readonly method: string;
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: (response: Response) => void;
  readonly fail: (error: Error) => void;
  /** How many of the day's questions were gone, as the answer told. */
  told: Told | null;
}

export interface Told {
  readonly used: number;
  readonly most: number;
}

/** Whether an action changes nothing; `id` asks who we are. */
export function isRead(action: string): boolean {
  return /^(get|id$)/i.test(action);
}

export const currentTask = new AsyncLocalStorage<Task>();

/** A CRM at the other end. */
export interface FarSide {
  readonly url: string;
  readonly faults: FaultKnobs;
  /** Key of the administrator, where people work through the same door. */
  readonly administrator: string | null;
}

/** What the network carries of a request. */
export type Asked = Pick<Question, 'entity' | 'action' | 'parameters' | 'path' | 'method' | 'body' | 'headers'>;

/** What a mutation does to what passes. */
export interface Tampering {
  readonly change?: (request: Question) => Record<string, unknown>;
  readonly rewrite?: (asked: Asked) => Asked;
  readonly reply?: (asked: Asked, text: string) => string;
  readonly hidesBudget?: true;
}

export class Network {
  readonly #crm: FarSide;
  readonly #agent = new Agent({ keepAlive: true });
  #onTheWay: Question[] = [];
  #isStale = false;
  /** See every request as it sets out, and before it is answered. */
  onAnswer: (request: Question) => void = () => undefined;
  onAsk: (asked: Asked, task: Task) => void = () => undefined;

  readonly #time: () => number;

  constructor(crm: FarSide, time: () => number = () => 0) {
    this.#crm = crm;
    this.#time = time;
    // The CRM keeps what was before each write only while this knob is on.
    crm.faults.set('staleReads', () => this.#isStale);
  }

  get onTheWay(): readonly Question[] {
    return this.#onTheWay;
  }

  fetchFor(tampering: Tampering = {}): typeof fetch {
    const { change = ({ parameters }: Question) => parameters, rewrite = (asked: Asked) => asked } = tampering;
    return (input, init) =>
      new Promise<Response>((resolve, reject) => {
        const task = currentTask.getStore();
        if (task === undefined) throw new Error('a request outside every task');
        const isSalesforce = this.#crm.administrator === null;
        if (isSalesforce) this.onAsk(carrySalesforce(input, init), task);
        const carried = isSalesforce ? rewrite(carrySalesforce(input, init)) : carryCiviCrm(input, init);
        const answer = (response: Response): void => {
          tampered(carried, response, tampering).then(resolve, reject);
        };
        const request: Question = { ...carried, task, sentAt: this.#time(), answer, fail: reject, told: null };
        const isForm = this.#crm.administrator !== null && request.method === 'POST';
        const body = isForm
          ? new URLSearchParams({ params: JSON.stringify(change(request)) }).toString()
          : carried.body;
        this.#onTheWay.push({ ...request, body });
      });
  }

  /** Breaks everything that a workstation has on its way. */
  cut(workstation: number): void {
    const cut = this.#onTheWay.filter(({ task }) => task.workstation === workstation);
    this.#onTheWay = this.#onTheWay.filter(({ task }) => task.workstation !== workstation);
    for (const { fail } of cut) fail(new TypeError('fetch failed'));
  }

  /** Lets a request meet its fate. */
  async release(request: Question, fate: Fate): Promise<void> {
    this.#onTheWay = this.#onTheWay.filter((other) => other !== request);
    try {
      const response = await this.#meet(request, fate);
      request.told = toldIn(response.headers.get('sforce-limit-info'));
      this.onAnswer(request);
      request.answer(response);
    } catch (error) {
      request.fail(new TypeError('fetch failed', { cause: error }));
    }
  }

  async #meet(request: Question, fate: Fate): Promise<Response> {
    const { faults } = this.#crm;
    switch (fate) {
      case 'pass':
        return this.#send(request);
      case 'duplicate':
        await this.#send(request);
        return this.#send(request);
      case 'staleReads':
        this.#isStale = true;
        try {
          return await this.#send(request);
        } finally {
          this.#isStale = false;
        }
      case 'dropBefore':
      case 'dropAfter':
      case 'errorAfterWrite':
      case 'htmlPage':
      case 'maintenance':
      case 'refuse':
        faults.set(fate, { next: 1 });
        try {
          return await this.#send(request);
        } finally {
          faults.set(fate, 'never');
        }
    }
  }

  /** As the administrator, past all faults: for people who work in the CRM itself. */
  async administrate(entity: string, action: string, parameters: object): Promise<readonly Record<string, unknown>[]> {
    const response = await this.#send({
      path: `/civicrm/ajax/api4/${entity}/${action}`,
      method: 'POST',
      body: new URLSearchParams({ params: JSON.stringify(parameters) }).toString(),
      headers: {
        'X-Civi-Auth': `Bearer ${this.#crm.administrator ?? ''}`,
        'X-Requested-With': 'XMLHttpRequest',
        ...FORM,
      },
    });
    const answer = (await response.json()) as { values?: Record<string, unknown>[]; error_message?: string };
    if (answer.values === undefined) throw new Error(`${entity}.${action}: ${answer.error_message ?? response.status}`);
    return answer.values;
  }

  #send({ path, method, body, headers }: Pick<Question, 'path' | 'method' | 'body' | 'headers'>): Promise<Response> {
    return new Promise((resolve, reject) => {
      const sent = httpRequest(this.#crm.url + path, { method, agent: this.#agent, headers }, (message) => {
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => void chunks.push(chunk));
        message.on('error', reject);
        message.on('end', () => {
          const given = Object.entries(message.headers).map(([name, value]) => [name, String(value)] as const);
          const status = message.statusCode ?? 500;
          const bytes = [204, 304].includes(status) ? null : Buffer.concat(chunks);
          resolve(new Response(bytes, { status, headers: Object.fromEntries(given) }));
        });
      });
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function toldIn(header: string | null): Told | null {
  const [, used, most] = /api-usage=(\d+)\/(\d+)/.exec(header ?? '') ?? [];
  return used === undefined || most === undefined ? null : { used: Number(used), most: Number(most) };
}

async function tampered(asked: Asked, response: Response, { reply, hidesBudget }: Tampering): Promise<Response> {
  if (reply === undefined && hidesBudget !== true) return response;
  const headers = new Headers(response.headers);
  if (hidesBudget === true) headers.delete('sforce-limit-info');
  const text = await response.text();
  const isEmpty = [204, 304].includes(response.status);
  return new Response(isEmpty ? null : (reply?.(asked, text) ?? text), { status: response.status, headers });
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

type Fetched = Parameters<typeof fetch>;

function carryCiviCrm(input: Fetched[0], init: Fetched[1]): Asked {
  const url = new URL(input instanceof Request ? input.url : input);
  const [, , , , entity = 'authx', action = 'id'] = url.pathname.split('/');
  const form = init?.body instanceof URLSearchParams ? init.body : null;
  const headers = { ...(init?.headers as Record<string, string>), ...(form === null ? {} : FORM) };
  return {
    entity,
    action,
    parameters: JSON.parse(form?.get('params') ?? '{}') as Record<string, unknown>,
    path: url.pathname + url.search,
    method: form === null ? 'GET' : 'POST',
    body: null,
    headers,
  };
}

function carrySalesforce(input: Fetched[0], init: Fetched[1]): Asked {
  const url = new URL(input instanceof Request ? input.url : input);
  const method = init?.method ?? 'GET';
  const body =
    init?.body instanceof URLSearchParams ? init.body.toString() : typeof init?.body === 'string' ? init.body : null;
  const isJson = body?.startsWith('{') === true;
  return {
    ...nameOf(method, url.pathname),
    parameters: isJson ? (JSON.parse(body) as Record<string, unknown>) : {},
    path: url.pathname + url.search,
    method,
    body,
    headers: { ...(init?.headers as Record<string, string>), ...(body === null || isJson ? {} : FORM) },
  };
}
