/** Descriptions of one user in the memory of a test, and how each was asked for and answered. */
import type { Descriptions, KeptDescription } from '../../sync/crm/salesforce/descriptions.ts';

export function descriptionsInMemory(
  whose = 'one organisation, one user',
  shelf = new Map<string, KeptDescription>(),
): Descriptions & { readonly shelf: Map<string, KeptDescription> } {
  return {
    whose,
    shelf,
    read: (object) => Promise.resolve(shelf.get(object) ?? null),
    keep: (object, kept) => Promise.resolve(void shelf.set(object, kept)),
  };
}

/** "Task 304, if modified"; what is no description is not noted. */
export function notingDescribes(asked: typeof fetch = fetch): {
  readonly fetch: typeof fetch;
  readonly take: () => readonly string[];
} {
  const noted: string[] = [];
  return {
    fetch: async (input, init) => {
      const response = await asked(input, init);
      const object = /\/sobjects\/(\w+)\/describe$/.exec(input instanceof Request ? input.url : String(input))?.[1];
      const isConditional = new Headers(init?.headers).has('If-Modified-Since');
      if (object !== undefined) noted.push(`${object} ${response.status}${isConditional ? ', if modified' : ''}`);
      return response;
    },
    take: () => noted.splice(0).toSorted(),
  };
}
