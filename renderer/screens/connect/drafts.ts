/** What was typed on this screen and not taken yet: it is there again when somebody looked elsewhere meanwhile. */
import type { InputOf } from '../../../contract/index.ts';
import { createStore, useStore } from '../../data/store.ts';

export interface ConnectDrafts {
  /** Which CRM; null: nobody has chosen. */
  readonly crm: 'civicrm' | 'salesforce' | null;
  /** Of Salesforce: what differs from what is known. */
  readonly app: Partial<InputOf<'connection.beginSignIn'>>;
  /** Null: nothing typed yet, the address that is connected is shown. */
  readonly url: string | null;
  readonly apiKey: string;
  /** Null: as it was; empty: none. */
  readonly authority: string | null;
  readonly allowsPlainHttp: boolean;
  /** The key of an administrator, for the fields. */
  readonly adminKey: string;
  /** Chosen statuses, by what they are for. */
  readonly statuses: Readonly<Record<string, string>>;
}

const EMPTY: ConnectDrafts = {
  crm: null,
  app: {},
  url: null,
  apiKey: '',
  authority: null,
  allowsPlainHttp: false,
  adminKey: '',
  statuses: {},
};

const drafts = createStore(EMPTY);

export function useDrafts(): readonly [drafts: ConnectDrafts, change: (change: Partial<ConnectDrafts>) => void] {
  return [useStore(drafts), (change) => drafts.set({ ...drafts.get(), ...change })];
}
