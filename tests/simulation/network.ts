/**
 * The network between the workstations and the CRM. A request is on its way until the scheduler lets it through, with
 * a fate: so the requests of several workstations cross in any order, and always in the same order for the same seed.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent, request as httpRequest } from 'node:http';
import type { PracticeCrm } from '../../sync/practice/server.ts';

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
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: (response: Response) => void;
  readonly fail: (error: Error) => void;
}

/** Whether an action changes nothing; `id` asks who we are. */
export function isRead(action: string): boolean {
  return /^(get|id$)/i.test(action);
}

export const currentTask = new AsyncLocalStorage<Task>();

export class Network {
  readonly #crm: PracticeCrm;
  readonly #agent = new Agent({ keepAlive: true });
  #onTheWay: Question[] = [];
  #isStale = false;

  readonly #time: () => number;

  constructor(crm: PracticeCrm, time: () => number = () => 0) {
    this.#crm = crm;
    this.#time = time;
    // The CRM keeps what was before each write only while this knob is on.
    crm.faults.set('staleReads', () => this.#isStale);
  }

  get onTheWay(): readonly Question[] {
    return this.#onTheWay;
  }

  /** @param change lets a mutation rewrite what is asked */
  fetchFor(change: (request: Question) => Record<string, unknown> = ({ parameters }) => parameters): typeof fetch {
    return (input, init) =>
      new Promise<Response>((resolve, reject) => {
        const task = currentTask.getStore();
        if (task === undefined) throw new Error('a request outside every task');
        const url = new URL(input instanceof Request ? input.url : input);
        const [, , , , entity = 'authx', action = 'id'] = url.pathname.split('/');
        const form = init?.body instanceof URLSearchParams ? init.body : null;
        const parameters = JSON.parse(form?.get('params') ?? '{}') as Record<string, unknown>;
        const request: Question = {
          task,
          sentAt: this.#time(),
          entity,
          action,
          parameters,
          path: url.pathname + url.search,
          body: null,
          headers: init?.headers as Record<string, string>,
          answer: resolve,
          fail: reject,
        };
        const body = form === null ? null : new URLSearchParams({ params: JSON.stringify(change(request)) }).toString();
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
      request.answer(await this.#meet(request, fate));
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
      body: new URLSearchParams({ params: JSON.stringify(parameters) }).toString(),
      headers: { 'X-Civi-Auth': `Bearer ${this.#crm.keys.admin}`, 'X-Requested-With': 'XMLHttpRequest' },
    });
    const answer = (await response.json()) as { values?: Record<string, unknown>[]; error_message?: string };
    if (answer.values === undefined) throw new Error(`${entity}.${action}: ${answer.error_message ?? response.status}`);
    return answer.values;
  }

  #send({ path, body, headers }: Pick<Question, 'path' | 'body' | 'headers'>): Promise<Response> {
    return new Promise((resolve, reject) => {
      const type = body === null ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' };
      const sent = httpRequest(
        this.#crm.url + path,
        { method: body === null ? 'GET' : 'POST', agent: this.#agent, headers: { ...headers, ...type } },
        (message) => {
          const chunks: Buffer[] = [];
          message.on('data', (chunk: Buffer) => void chunks.push(chunk));
          message.on('error', reject);
          message.on('end', () => {
            const given = Object.entries(message.headers).map(([name, value]) => [name, String(value)] as const);
            const status = message.statusCode ?? 500;
            resolve(new Response(Buffer.concat(chunks), { status, headers: Object.fromEntries(given) }));
          });
        },
      );
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
