/**
 * A call that is in the CRM more than once: the network delivered it twice, or the answer to "is it there?" was older
 * than the call. Nothing can prevent that, because activities have no key (docs/decisions/0005), so it is looked for
 * after every pull. The oldest stays, and everybody comes to the same end, whoever looks first.
 */
import { findDoubledCalls } from '../db/queries/doubled-calls.ts';
import type { Store } from '../db/store.ts';
import type { Connector } from './connector.ts';

export interface DoublesContext {
  readonly store: Store;
  readonly connector: Connector;
  readonly shouldStop: () => boolean;
}

/** @throws CrmFailure; what was ended before stays ended, and the rest is found again by the next round. */
export async function endDoubles({ store, connector, shouldStop }: DoublesContext): Promise<void> {
  for (const { operationId, keeps } of await findDoubledCalls(store.reader)) {
    if (shouldStop()) return;
    await connector.endDoubles(operationId, keeps);
  }
}
