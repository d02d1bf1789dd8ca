/** What was done outside a call, in words for a person who reads it in the CRM. */
import type { MomentOperation } from '../../../domain/operation.ts';

const ASKED = { question: 'Vraag', complaint: 'Klacht', idea: 'Idee', task: 'Taak' } as const;

/** As it was typed: whoever writes them makes them safe for where they go. */
export function momentLines({ answers, text }: MomentOperation): readonly string[] {
  return [answers === undefined ? '' : `${ASKED[answers.kind]}: ${answers.text}`, text].filter((line) => line !== '');
}
