/** How charities write in the CRM that a donor started an action, brought others in, or came through a friend's action. */
import type { DonorAction } from '../donor-facts.ts';

const WORDS: readonly (readonly [DonorAction['kind'], RegExp])[] = [
  ['through-friend', /\b(?:via|through) (?:de |een |an? |the )?(?:actie|action)\b|\bvia (?:vriend|friend)/i],
  ['own-action', /\b(?:eigen actie|own action|inzamelactie|peer[- ]to[- ]peer)\b/i],
  ['brought-others', /\b(?:bracht .*aan|aangebracht|brought in|member[- ]gets?[- ]member)\b/i],
];

/** What a source, type or subject says; null for ordinary words. */
export function actionIn(text: string): DonorAction['kind'] | null {
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
