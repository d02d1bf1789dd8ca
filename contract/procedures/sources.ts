/** Places besides the CRM where donors give: fundraising platforms. Read, never written to. */
import { z } from 'zod';
import { MOST_OWN_ADDRESSES } from '../../domain/sources/own-addresses.ts';
import { command, query } from '../procedure.ts';
import { daySchema, done, instantSchema, nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

const siteId = z.string().max(100);

export const sourceSiteSchema = z.object({
  siteId: z.string(),
  name: z.string(),
  address: z.string(),
  startedFrom: daySchema,
  isEnabled: z.boolean(),
  /** Newcomers go to the CRM without a coordinator's yes. */
  addsNewcomers: z.boolean(),
  lastPulledAt: instantSchema.nullable(),
  lastPulled: sentenceSchema.nullable(),
  problem: sentenceSchema.nullable(),
  /** What the place said is left of the questions that may be asked; null when it did not say. */
  budget: z.object({
    minuteLeft: z.int().nullable(),
    hourLeft: z.int().nullable(),
    pausedUntil: instantSchema.nullable(),
  }),
  counts: z.object({
    people: z.int(),
    gifts: z.int(),
    linked: z.int(),
    doubtful: z.int(),
    newcomers: z.int(),
  }),
});
export type SourceSiteView = z.infer<typeof sourceSiteSchema>;

export const sourceProcedures = {
  'sources.list': query(COORDINATOR, nothing, z.object({ sites: z.array(sourceSiteSchema) })),
  /** Asks the place whose key it is; nothing is kept before it has said so. */
  'sources.add': command(
    COORDINATOR,
    z.object({
      kind: z.enum(['kentaa']),
      address: z.string().trim().max(500),
      apiKey: z.string().trim().max(500),
      startedFrom: daySchema,
    }),
    z.object({ siteId: z.string(), name: z.string() }),
  ),
  'sources.change': command(
    COORDINATOR,
    z.object({
      siteId,
      /** Null: the one that is kept. */
      apiKey: z.string().trim().max(500).nullable(),
      isEnabled: z.boolean(),
      addsNewcomers: z.boolean(),
    }),
    done,
  ),
  /** Reads now; answers when it is done. */
  'sources.pull': command(COORDINATOR, nothing, done),
  /** She is nobody in the CRM: make her a contact there, at the next round of sync. */
  'sources.addDonor': command(COORDINATOR, z.object({ sourceDonorId: z.int() }), done),
  /** Addresses and domains of the charity's own staff, whose donations are trials: no donor, no gift, no call. */
  'sources.ownAddresses': query(COORDINATOR, nothing, z.object({ addresses: z.array(z.string()) })),
  /** One in each; answers `refused` for one that is no address or domain, and keeps nothing then. */
  'sources.saveOwnAddresses': command(
    COORDINATOR,
    z.object({ addresses: z.array(z.string().max(254)).max(MOST_OWN_ADDRESSES) }),
    done,
  ),
  /** Takes the place away, with all that it said; what counted because of it counts no longer. */
  'sources.remove': command(COORDINATOR, z.object({ siteId }), done),
};
