/**
 * What the page and the window around it say to each other, where there is one: Electron's. It goes over a port of its
 * own beside the backend's, and both sides parse what they get. Nothing of a donor is ever said here but the number in a
 * link that came from outside.
 */
import { z } from 'zod';
import { languageSchema } from './values.ts';

const MOST_ITEMS = 80;
const MOST_GROUPS = 4;

const menuSchema = z.object({
  kind: z.literal('menu'),
  language: languageSchema,
  groups: z
    .array(
      z.object({
        title: z.string().max(60),
        items: z
          .array(z.object({ id: z.string().max(64), label: z.string().max(120), key: z.string().max(20).nullable() }))
          .max(MOST_ITEMS),
      }),
    )
    .max(MOST_GROUPS),
});

/** What can be done now: the same as in the palette. */
export type DeskMenu = z.infer<typeof menuSchema>;

export const fromPageSchema = z.discriminatedUnion('kind', [
  menuSchema,
  /** Somebody is in a call, or not any more: nothing may come between. */
  z.object({ kind: z.literal('in-call'), isOn: z.boolean() }),
  /** The link was opened, or put aside by the person. */
  z.object({ kind: z.literal('link-taken') }),
  /** The notice stood on the screen. */
  z.object({ kind: z.literal('notice-seen') }),
]);
export type FromPage = z.infer<typeof fromPageSchema>;

export const NOTICES = ['backend-came-back', 'page-came-back'] as const;

export const toPageSchema = z.discriminatedUnion('kind', [
  /** Chosen in the menu: one of the ids that the page named. */
  z.object({ kind: z.literal('run'), id: z.string().max(64) }),
  /** A donor by the CRM's number. Told again to a page that is loaded anew, until it says `link-taken`. */
  z.object({ kind: z.literal('link'), crmId: z.int().positive() }),
  z.object({ kind: z.literal('notice'), notice: z.enum(NOTICES) }),
]);
export type ToPage = z.infer<typeof toPageSchema>;
export type Notice = (typeof NOTICES)[number];
