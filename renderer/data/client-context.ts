/** Hands the contract's client to every screen. */
import { createContext, useContext } from 'react';
import type { Client } from '../../contract/client.ts';

const ClientContext = createContext<Client | null>(null);

export const ClientProvider = ClientContext.Provider;

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('no ClientProvider above this component');
  return client;
}
