/** What the window around the page says in English. */
import type { Catalogue } from './nl.ts';

export const DESK: Catalogue['desk'] = {
  now: 'Now',
  goTo: 'Go to',
  notices: {
    'backend-came-back': 'Dankbel failed for a moment and has started again by itself. What you typed is still there.',
    'page-came-back':
      'This window failed for a moment and was loaded anew. Your notes are saved; look at the last words again.',
  },
  safeLabel: 'Safe mode',
  safe: 'Safe mode: nothing is fetched or sent. Start Dankbel again to connect as usual.',
  linkWaits: 'A donor was clicked in the CRM. She waits until after this call.',
  linkPractice: 'A donor was clicked in the CRM. Stop practising to open her page.',
  linkOpen: 'Open now',
  linkLater: 'Do not open',
  unknownTitle: 'This donor is not on this workstation',
  unknownText:
    'In the CRM this donor has number {{number}}. Nobody with that number was fetched here. Look in the CRM, or ask the coordinator which donors are on this workstation.',
};
