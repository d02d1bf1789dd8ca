import { createContext, useContext } from 'react';

interface Help {
  readonly open: () => void;
}

const HelpContext = createContext<Help>({ open: () => undefined });

export const HelpProvider = HelpContext.Provider;

export function useHelp(): Help {
  return useContext(HelpContext);
}
