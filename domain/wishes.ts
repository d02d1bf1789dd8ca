/** By which channel a donor wants to hear what. Each kind of message has a wish of its own. */
import type { Sentence } from './language.ts';

export const WISH_ABOUTS = ['thanks', 'news', 'invitations'] as const;
export type WishAbout = (typeof WISH_ABOUTS)[number];

/** `none`: rather not. What the law or the donor's own gift needs is still sent. */
export const WISH_CHANNELS = ['phone', 'email', 'post', 'none'] as const;
export type WishChannel = (typeof WISH_CHANNELS)[number];

export const WISH_NAMES: Readonly<Record<WishAbout, Sentence>> = {
  thanks: { nl: 'Bedankjes', en: 'Thanks' },
  news: { nl: 'Nieuws', en: 'News' },
  invitations: { nl: 'Uitnodigingen', en: 'Invitations' },
};

export const CHANNEL_NAMES: Readonly<Record<WishChannel, Sentence>> = {
  phone: { nl: 'telefoon', en: 'phone' },
  email: { nl: 'e-mail', en: 'e-mail' },
  post: { nl: 'post', en: 'post' },
  none: { nl: 'liever niet', en: 'rather not' },
};

/** Read to a donor before consent to e-mail is written down: what for, and how it ends. */
export const DEFAULT_OPT_IN_WORDS: Sentence = {
  nl: 'Mogen we u per e-mail laten weten wat uw gift doet? Afmelden kan altijd, onder elke e-mail.',
  en: 'May we tell you by e-mail what your gift does? You can always unsubscribe, at the bottom of every e-mail.',
};
export const LONGEST_OPT_IN_WORDS = 400;
