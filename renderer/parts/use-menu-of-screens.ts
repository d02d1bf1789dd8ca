/** A menu out of which somebody goes to another screen. */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';

interface MenuOfScreens {
  /** For the `MenuTrigger`. */
  readonly trigger: { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void };
  readonly goTo: (path: string) => void;
}

export function useMenuOfScreens(): MenuOfScreens {
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  return {
    trigger: { isOpen, onOpenChange: setOpen },
    goTo: (path) => {
      // It goes first: the screen may take the focus on arrival, and a menu that closes would take it back.
      flushSync(() => setOpen(false));
      void navigate(path);
    },
  };
}
