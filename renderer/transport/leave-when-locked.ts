/** A window in which somebody practises goes back to the workstation when that is locked: there somebody signs in. */
import type { Transport } from '../../contract/client.ts';

export function leaveWhenLocked(transport: Transport, leave: () => void): Transport {
  return {
    listen: (listener) => transport.listen(listener),
    async ask(procedure, input) {
      const answer = await transport.ask(procedure, input);
      if (procedure === 'session.lock' && answer.ok) leave();
      return answer;
    },
  };
}
