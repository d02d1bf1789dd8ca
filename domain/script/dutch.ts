/** The script in Dutch, with "u" and with "je". */
import type { AddressForm, ScriptWords, Spoken, Subject } from './words.ts';

/** Chooses between the two ways of speaking. */
type Pick = (formal: string, informal: string) => string;

export function dutch(form: AddressForm): ScriptWords {
  const pick: Pick = (formal, informal) => (form === 'formal' ? formal : informal);
  const u = pick('u', 'je');
  const uw = pick('uw', 'je');
  const U = pick('U', 'Je');
  const Uw = pick('Uw', 'Je');
  const tell = `Mag ik ${u} kort vertellen waar we nu mee bezig zijn?`;
  const reason = `Ik bel ${u} om één reden: om ${u} te bedanken.`;
  const nothingToDo = `${U} hoeft nu niets te doen. Als ${u} wilt, leg ik uit hoe het verder gaat, of ik zet een vraag door naar onze administratie.`;

  const forYears = ({ loyalYears }: Spoken): string =>
    loyalYears === null ? '' : `${U} steunt ons al ${loyalYears}, en dat is bijzonder. `;
  const forMandate = (spoken: Spoken): string =>
    `${reason} Sinds ${spoken.mandateSince} steunt ${u} ons met ${spoken.mandateAmount}. ` +
    `${forYears(spoken)}**Dank ${u} wel.** Daar kunnen we op bouwen.`;
  const whatItDoes = ({ project, does }: Spoken): string => {
    const where = project === null ? '' : `${Uw} gift gaat naar ${project}. `;
    if (does !== null) return `${where}${does}`;
    return project === null
      ? `${Uw} gift is aan het werk, precies daar waar die het hardst nodig is. ${tell}`
      : `${where}${tell}`;
  };

  /** Most calls are to thank. */
  const purposes: Partial<Record<Subject | 'promised', string>> = {
    promised: `We hadden afgesproken dat ik ${u} terug zou bellen.`,
    feedback: `Ik bel om te horen hoe ${u} ons vorige gesprek vond.`,
    birthday: `Ik bel om ${u} te feliciteren.`,
    failed: `Ik bel over ${uw} steun aan ons.`,
    reversed: `Ik bel over ${uw} steun aan ons.`,
  };

  return {
    greetings: { morning: 'Goedemorgen', afternoon: 'Goedemiddag', evening: 'Goedenavond' },
    opening: ({ callerName, charityName, donorName }, greeting, purpose) =>
      `${greeting}, ${u} spreekt met ${callerName}${charityName === '' ? '' : ` van ${charityName}`}. Spreek ik met ${donorName}? ` +
      `${purposes[purpose] ?? `Ik bel om ${u} te bedanken.`} **Komt het gelegen?**`,
    thanks: {
      gift: (spoken) =>
        `${reason} Op ${spoken.day} gaf ${u} ${spoken.amount}${spoken.isFirstGift ? `, ${uw} eerste gift` : ''}. ` +
        `${forYears(spoken)}**Dank ${u} wel, ook namens iedereen hier.**`,
      mandate: forMandate,
      expected: forMandate,
      major: ({ day, amount }) =>
        `Op ${day} ontvingen wij ${uw} gift van ${amount}. Ik wilde ${u} daar zelf voor bedanken. **Heel hartelijk dank.** ` +
        `Mag ik vragen wat ${u} ertoe bracht?`,
      friend: ({ day, amount, whoseAction }) =>
        whoseAction === null
          ? `${reason} Op ${day} gaf ${u} ${amount} bij een actie van iemand die ${u} kent. **Dank ${u} wel.** ` +
            `Mag ik vragen hoe ${u} die persoon kent?`
          : `${reason} Op ${day} gaf ${u} ${amount} via de actie van ${whoseAction}. **Dank ${u} wel.** ` +
            `Mag ik vragen hoe ${u} bij die actie kwam?`,
      anniversary: ({ loyalYears }) =>
        `${reason} ${
          loyalYears === null ? `${U} steunt ons al een hele tijd.` : `Rond deze dag steunt ${u} ons ${loyalYears}.`
        } **Dank ${u} wel, ook namens iedereen hier.**`,
      ambassador: () =>
        `${reason} ${U} bent voor ons in actie gekomen en hebt anderen bij ons gebracht. **Dank ${u} wel. Dat doet veel.** ` +
        'Mag ik vragen hoe het was?',
      feedback: () =>
        `Een tijdje geleden hebben we ${u} gebeld om te bedanken. Ik bel alleen om te vragen hoe ${u} dat vond. ` +
        '**Wat ging goed, en wat kan beter?**',
      birthday: () =>
        `**Van harte gefeliciteerd met ${uw} verjaardag, ook namens iedereen hier.** Meer wilde ik niet vragen.`,
      failed: ({ charityName, amount, day }) =>
        `${U} steunt ${charityName || 'ons'}, en daar zijn we blij mee. Ik bel omdat de afschrijving van ${amount} op ${day} niet is gelukt. ` +
        `Dat kan gebeuren. **Kan ik ${u} ergens mee helpen?**`,
      reversed: ({ charityName, amount, day }) =>
        `${U} steunt ${charityName || 'ons'}, en daar zijn we blij mee. Ik bel omdat ${amount} van ${day} is teruggeboekt. ` +
        `Dat mag altijd. **Is er iets misgegaan, of kan ik ${u} ergens mee helpen?**`,
      support: (spoken) => `${reason} ${forYears(spoken)}**Dank ${u} wel voor ${uw} steun.**`,
    },
    gift: {
      gift: whatItDoes,
      mandate: whatItDoes,
      major: whatItDoes,
      friend: whatItDoes,
      anniversary: whatItDoes,
      ambassador: whatItDoes,
      feedback: whatItDoes,
      birthday: whatItDoes,
      support: whatItDoes,
      expected: ({ does }) => `De eerste afschrijving is onderweg; ${u} hoeft daar niets voor te doen. ${does ?? tell}`,
      failed: () => nothingToDo,
      reversed: () => nothingToDo,
    },
    now: `Mag ik ${u} ook kort vertellen waar we nu mee bezig zijn?`,
    details: `Mag ik nog even met ${u} nalopen of we ${uw} gegevens goed hebben staan? Dan komt onze post ook echt bij ${u} aan.`,
    questions: {
      usual: (spoken) =>
        `${aboutComplaint(spoken, pick)}${pick('Heeft u', 'Heb je')} zelf nog een vraag, of iets wat ${u} ons wilt meegeven? ` +
        `Ik schrijf het op en ${u} krijgt antwoord.`,
      feedback: (spoken) =>
        `${aboutComplaint(spoken, pick)}Van nul tot en met tien: **hoe waarschijnlijk is het dat ${u} ons bij anderen aanbeveelt?** ` +
        'En wat zou dat cijfer hoger maken? Ik schrijf het op.',
    },
    closing: ({ donorName }) =>
      `Dank ${u} wel voor dit gesprek, ${donorName}. Mogen we ${u} een volgende keer weer bellen? ` +
      `**Als ${u} dat liever niet ${pick('heeft', 'hebt')}, ${pick('zegt u', 'zeg')} het gerust.** Dan bellen we ${u} niet meer.`,
  };
}

function aboutComplaint({ answeredComplaint }: Spoken, pick: Pick): string {
  if (answeredComplaint === null) return '';
  return `Op ${answeredComplaint} ${pick('liet u', 'liet je')} ons weten dat er iets niet goed ging. Is dat naar ${pick('uw', 'je')} zin opgelost? `;
}
