/** What the organisation's administrator fixed for this machine, above what a coordinator can set in the app. */
import { z } from 'zod';
import { ROLES, type Role } from '../../../domain/role.ts';
import type { Sentence } from '../../../domain/language.ts';

/** A word that is not known is a mistake: what it was meant to forbid would go on. */
export const policySchema = z.strictObject({
  $schema: z.string().optional(),
  crmHost: z
    .string()
    .regex(/^[a-z0-9.-]{1,253}(?::\d{1,5})?$/)
    .optional()
    .describe('The only computer that this workstation may connect to as its CRM, such as "crm.voorbeeld.nl".'),
  lockMinutes: z
    .int()
    .min(1)
    .max(240)
    .optional()
    .describe('The workstation locks after this many minutes without a key or pointer, or sooner; never later.'),
  roles: z
    .array(z.enum(ROLES))
    .min(1)
    .optional()
    .describe('What people may do at this machine. Other roles of a person sleep here.'),
  updates: z
    .enum(['stable', 'beta', 'off'])
    .optional()
    .describe(
      '"off": Dankbel never looks for newer versions of itself. "stable", "beta": which it gets, not to be changed in the app.',
    ),
  crashReports: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional()
    .describe(
      'Where notes of crashes may be sent, once a coordinator has said so: which part, how, and where in the program. Nowhere without it.',
    ),
});

export type Policy = Readonly<Omit<z.output<typeof policySchema>, '$schema'>>;

/** Nothing is fixed. */
export const NO_POLICY: Policy = {};

/** For editors, and for whoever checks a file before it goes to twenty machines: docs/policy.schema.json. */
export function policyJsonSchema(): object {
  return z.toJSONSchema(policySchema, { target: 'draft-2020-12' });
}

/** The roles that somebody has at this machine. */
export function rolesHere({ roles }: Policy, ofPerson: readonly Role[]): readonly Role[] {
  return roles === undefined ? ofPerson : ofPerson.filter((role) => roles.includes(role));
}

/** Minutes until the lock; null for never. */
export function lockMinutesHere({ lockMinutes }: Policy, chosen: number | null): number | null {
  if (lockMinutes === undefined) return chosen;
  return chosen === null ? lockMinutes : Math.min(chosen, lockMinutes);
}

/** This very computer always: the practice CRM is there. */
export function mayConnectTo({ crmHost }: Policy, address: string): boolean {
  const url = URL.parse(address);
  return crmHost === undefined || url?.host === crmHost || url?.hostname === '127.0.0.1';
}

export function refuseHost({ crmHost = '' }: Policy): Sentence {
  return {
    nl: `Deze computer mag alleen met ${crmHost} verbinden. Dat heeft je beheerder vastgelegd.`,
    en: `This computer may connect to ${crmHost} only. Your administrator has fixed that.`,
  };
}

export function refuseMinutes({ lockMinutes = 0 }: Policy): Sentence {
  return {
    nl: `Deze computer vergrendelt na hoogstens ${lockMinutes} minuten. Dat heeft je beheerder vastgelegd.`,
    en: `This computer locks after ${lockMinutes} minutes at most. Your administrator has fixed that.`,
  };
}
