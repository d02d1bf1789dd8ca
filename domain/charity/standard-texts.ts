/** The letter and the cards that a charity begins with, so that nothing has to be written before the first post. */
import type { Sentence } from '../language.ts';

export const STANDARD_LETTER: Sentence = {
  nl: `{aanhef},

Dank u wel voor {gift}. Wij zijn er blij mee, en willen dat graag zelf laten weten.

{verhaal}

Heeft u een vraag, een idee of een wens? Bel ons gerust: {telefoon}. Wilt u liever geen post van ons, dan hoeft u dat alleen te zeggen.

Met hartelijke groet,`,
  en: `{salutation},

Thank you for {gift}. It made us glad, and we would like to tell you so ourselves.

{story}

Do you have a question, an idea or a wish? Please call us: {phone}. If you would rather have no post from us, you only have to say so.

With kind regards,`,
};

export const STANDARD_CARDS: Sentence = {
  nl: `{aanhef},
Dank u wel voor {gift}. Fijn dat u met ons meedoet.

{aanhef},
Wij hebben u niet aan de telefoon kunnen bedanken, dus doen we het zo: dank u wel voor {gift}.`,
  en: `{salutation},
Thank you for {gift}. It is good to have you with us.

{salutation},
We could not reach you by telephone, so we do it this way: thank you for {gift}.`,
};
