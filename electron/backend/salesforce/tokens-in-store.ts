/** The tokens of Salesforce in the encrypted database of the profile, whose key is in the key store (docs/decisions/0006). */
import { readSetting, writeSetting, type Setting } from '../../../db/queries/settings.ts';
import type { Store } from '../../../db/store.ts';
import { signInAgain } from '../../../sync/crm/salesforce/failures.ts';
import { tokensSchema, type Tokens, type TokenStore } from '../../../sync/crm/salesforce/tokens.ts';

export const TOKENS: Setting<Tokens> = { key: 'connection.tokens', schema: tokensSchema };

export function tokensInStore(store: Store): TokenStore {
  return {
    read: async () => {
      const tokens = await readSetting(store.reader, TOKENS);
      if (tokens === null) throw signInAgain();
      return tokens;
    },
    // Forced to the disk: the one before is worth nothing any more.
    write: (tokens) => store.write((writer) => writeSetting(writer, TOKENS, tokens)),
  };
}
