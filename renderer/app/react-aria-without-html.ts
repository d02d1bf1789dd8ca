/**
 * react-aria empties its announcements with `innerHTML = ''`, which the content security policy forbids: whoever typed
 * a time lost the screen. Emptying is all that is let through; HTML itself stays forbidden everywhere.
 */

/** As much of Trusted Types as is used here; only Chromium enforces them. */
interface TrustingWindow {
  readonly trustedTypes?: {
    createPolicy(name: 'default', rules: { readonly createHTML: (html: string) => string | null }): unknown;
  };
}

(window as TrustingWindow).trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) });
