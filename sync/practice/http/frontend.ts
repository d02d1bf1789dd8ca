import type { ApiRequest } from '../actions/interpret.ts';
import type { User } from '../access/user.ts';
import { ANONYMOUS } from '../access/user.ts';
import { isRead } from '../engine.ts';
import type { Engine } from '../engine.ts';
import { ApiError } from '../errors.ts';
import type { CallName, FaultKnobs } from '../faults.ts';
import type { HttpAnswer } from './answer.ts';
import { errorAnswer, pageAnswer } from './answer.ts';
import { authenticate } from './credential.ts';
import type { HttpRequest, Route } from './request.ts';
import { routeOf } from './request.ts';
import type { Backend } from './respond.ts';
import { respond } from './respond.ts';

/** The name under which faults and the log know a request. */
function nameOf(route: Route): CallName {
  switch (route.kind) {
    case 'authx':
      return { entity: 'authx', action: 'id' };
    case 'calls':
      return { entity: 'multi', action: 'calls' };
    case 'call':
      return { entity: route.entity, action: route.action };
    case 'nothing':
      return { entity: '', action: '' };
  }
}

/** Stands between the sockets and the answers: here the faults strike, and every request is logged. */
export class Frontend {
  readonly #engine: Engine;
  readonly #faults: FaultKnobs;
  #stopped = false;

  constructor(engine: Engine, faults: FaultKnobs) {
    this.#engine = engine;
    this.#faults = faults;
  }

  /** After this nothing touches the data any more. */
  stop(): void {
    this.#stopped = true;
  }

  /** How long a request has to wait before it is looked at. */
  prepare(request: HttpRequest): { readonly delay: number } {
    const strikes = this.#faults.strikes('latency', nameOf(routeOf(request)));
    return { delay: strikes ? this.#faults.strength('latency') : 0 };
  }

  /** Answers a request, or breaks its connection. */
  answer(request: HttpRequest): HttpAnswer | 'dropped' {
    const route = routeOf(request);
    const call = nameOf(route);
    const answer = this.#stopped ? 'dropped' : this.#answer(request, route, call);
    this.#faults.log({ ...call, status: answer === 'dropped' ? 'dropped' : answer.status });
    return answer;
  }

  #answer(request: HttpRequest, route: Route, call: CallName): HttpAnswer | 'dropped' {
    const faults = this.#faults;
    if (faults.strikes('refuse', call)) return pageAnswer(503, 'Service Temporarily Unavailable');
    if (faults.strikes('dropBefore', call)) return 'dropped';
    if (faults.strikes('htmlPage', call)) return pageAnswer(200, 'One moment please');
    const answer = respond(this.#backend(call), request, route);
    if (faults.strikes('dropAfter', call)) return 'dropped';
    if (route.kind === 'call' && !isRead(call.action) && faults.strikes('errorAfterWrite', call)) {
      return errorAnswer(this.#engine.site.version, ANONYMOUS, new ApiError('DB Error: unknown error'));
    }
    return answer;
  }

  #backend(call: CallName): Backend {
    const { site } = this.#engine;
    return {
      version: site.version,
      authenticate: (request) => authenticate(site.database, request),
      interpret: (user, request) => this.#interpret(user, request),
      isInMaintenance: () => this.#faults.strikes('maintenance', call),
    };
  }

  #interpret(user: User, request: ApiRequest): ReturnType<Engine['perform']> {
    const engine = this.#engine;
    if (!isRead(request.action)) {
      if (this.#faults.isOn('staleReads')) engine.keepSnapshot();
      else engine.releaseSnapshot();
      return engine.perform(user, request);
    }
    const isGet = request.action.toLowerCase() === 'get';
    return isGet && this.#faults.strikes('staleReads', request)
      ? engine.performStale(user, request)
      : engine.perform(user, request);
  }
}
