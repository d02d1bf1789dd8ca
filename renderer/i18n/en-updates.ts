/** Versions and updates, in English. */
import type { Catalogue } from './nl.ts';

export const UPDATES: Catalogue['updates'] = {
  section: 'Updates',
  title: 'Updates',
  version: 'Dankbel {{version}}',
  channel: 'Which versions does this computer get?',
  channels: { stable: 'Usual versions', beta: 'Trial versions, sooner and less tried out' },
  channelFixed: 'Your administrator has fixed this.',
  check: 'Look now',
  install: 'Close, install and start again',
  newsTitle: 'What is new',
  newsText: 'For each version, in plain words.',
  newsOpen: 'Read what is new',
  safeTitle: 'Good to know',
  safeText:
    'A new version is only installed when you close Dankbel or press the button here. Never during a call, never while something waits to be sent, and always with a copy of the data first.',
  backText:
    'Going back to an older version is only possible with a copy from before the update. An older Dankbel does not open newer data, and says so.',
};

export const NEWS: Catalogue['news'] = {
  title: 'What is new',
  intro: 'You now work with Dankbel {{version}}.',
  release: 'Version {{version}}',
  releaseOn: 'Version {{version}}, {{day}}',
  band: 'Dankbel was updated to version {{version}}.',
  read: 'Read what is new',
  later: 'Close this message',
};
