/** Answers the questions that come over one port, and sends it the backend's events. */
import { portRequestSchema, type PortMessage, type PortRequest } from '../../contract/wire.ts';
import { isProcedureName } from '../../contract/index.ts';
import type { Backend } from '../backend/backend.ts';
import { kindOfError, type HostLog } from '../launch/host-log.ts';
import { UNEXPECTED_ANSWER } from '../launch/unexpected-answer.ts';
import type { Port } from './port.ts';

export function servePort(port: Port, backend: Pick<Backend, 'ask' | 'listen'>, log: HostLog): void {
  const post = (message: PortMessage): void => port.postMessage(message);
  const stopListening = backend.listen((event) => post({ event }));
  port.on('close', stopListening);
  port.on('message', ({ data }) => {
    const parsed = portRequestSchema.safeParse(data);
    // Our own page sends nothing else; whoever does gets no second try.
    if (!parsed.success) {
      log.warn({}, 'backend: unreadable question');
      stopListening();
      port.close();
      return;
    }
    void answer(parsed.data);
  });
  port.start();

  async function answer({ id, procedure, input, practice }: PortRequest): Promise<void> {
    try {
      post({ id, answer: await backend.ask(procedure, input, practice === true ? 'practice' : 'work') });
    } catch (error) {
      const name = isProcedureName(procedure) ? procedure : 'unknown';
      log.error({ procedure: name, ...kindOfError(error) }, 'backend: unexpected');
      post({ id, answer: UNEXPECTED_ANSWER });
    }
  }
}
