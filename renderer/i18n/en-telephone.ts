/** The telephone, in English. */
import type { Catalogue } from './nl.ts';

export const TELEPHONE: Catalogue['telephone'] = {
  title: 'Telephone',
  intro:
    'Whoever presses B, calls. Choose here with what. Nothing is ever dialled by itself: a person presses a key every time.',
  how: 'How are donors called?',
  choices: {
    link: 'With the calling program of this computer',
    voipgrid: 'Voys, or another on VoIPGRID',
    'three-cx': '3CX',
    asterisk: 'Asterisk',
    other: 'Another telephone system',
  },
  choicesMore: {
    link: 'Such as Teams, a softphone or a linked mobile. Nothing needs to be set.',
    voipgrid: 'Your own phone rings first; pick it up, and the donor is called.',
    'three-cx': 'From version 20, with an API client.',
    asterisk: 'Over ARI. Your phone rings first, then the system dials the number.',
    other: 'Any system that can be asked over https to make a call.',
  },
  texts: {
    address: 'Address',
    user: 'User or client id',
    secret: 'Secret (key, password or e-mail:token)',
    headers: 'Headers, one on each line',
    body: 'Body',
    endpoint: 'Device in Asterisk',
    context: 'Context of the dial plan',
    callerId: 'Number that the donor sees',
  },
  secretKept: 'kept; leave empty to leave it as it is',
  save: 'Save',
  saved: 'Saved.',
  helpTitle: 'Good to know',
  helpByHand:
    'When the system does not work, everybody calls with P on their own phone. The conversation just goes on.',
  helpDevice: 'Every caller says which phone is theirs: behind the name at the top right, under My phone.',
  helpWords:
    'Address, headers and body may hold: {number} (+31612345678), {digits} (31612345678), {national} (0612345678), {device} (the phone) and {secret} (in headers and body only).',
  mine: 'My phone',
  mineText: 'When you call, this phone rings first. Pick it up, and the donor is called.',
  mineByLink: 'This workstation calls with the calling program of the computer. There is nothing to fill in.',
  device: 'Extension, such as 201',
  ownPhone: 'Call with your own phone',
  code: 'Code for the camera of your mobile: it calls this number',
  dialByHand: 'I am calling now',
  close: 'Close',
};
