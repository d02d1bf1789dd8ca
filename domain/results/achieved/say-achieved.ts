/** What the results say as a whole, and how everything odd was treated, in sentences for a board. */
import { writeDay } from '../../calendar/write-day.ts';
import type { CalendarDay } from '../../calendar/day.ts';
import { sentence, type Language, type Sentence } from '../../language.ts';
import { writeMoney } from '../../money.ts';
import { writeCount } from '../../write-count.ts';
import type { ShareSince } from '../../hold-out.ts';
import { nextReading, type Achieved } from './achieved.ts';
import { FEWEST_DONORS, FEWEST_EVENTS, FEWEST_GIVERS } from './comparison.ts';
import { MOST_COUNTED, type Arm } from './drawn.ts';
import { MAIN, NO_DIFFERENCE, rowsOf, TOO_FEW, type AchievedRow } from './say-row.ts';

/** With the year, always: the page is read long afterwards. */
function on(day: CalendarDay, language: Language): string {
  return writeDay(day, language, { today: '0001-01-01' });
}

export function mainRow(achieved: Achieved): AchievedRow | undefined {
  return rowsOf(achieved.all).find(({ outcome, months }) => outcome === MAIN.outcome && months === MAIN.months);
}

/** The finding, as a title: of what was decided beforehand to count, and of nothing that happens to look better. */
export function sayFinding(achieved: Achieved): Sentence {
  const row = mainRow(achieved);
  const { called, held } = achieved.all.drawn;
  if (called + held === 0) {
    return {
      nl: 'Er is nog niemand geloot: zonder vergelijkingsgroep is niet te zeggen wat bellen doet',
      en: 'Nobody has been drawn yet: without a hold-out group nobody can say what calling does',
    };
  }
  if (row === undefined || row.said === TOO_FEW) {
    return {
      nl: 'Nog te weinig om iets te zeggen over opnieuw geven binnen een jaar',
      en: 'Too few yet to tell anything about giving again within a year',
    };
  }
  if (row.said === NO_DIFFERENCE) {
    return {
      nl: 'Geen verschil aangetoond in opnieuw geven binnen een jaar',
      en: 'No difference was shown in giving again within a year',
    };
  }
  return sentence((language) => `${row.said[language]} ${language === 'nl' ? 'binnen een jaar' : 'within a year'}`);
}

/** The figures of the finding. */
export function sayFigures(achieved: Achieved): Sentence | null {
  const row = mainRow(achieved);
  const { differenceText, intervalText } = row ?? {};
  if (row === undefined || differenceText == null || intervalText == null) return null;
  return {
    nl: `${row.called.nl} die gebeld mochten worden, ${row.held.nl} in de vergelijkingsgroep. Verschil ${differenceText.nl}, waarschijnlijk tussen ${intervalText.nl.replace(' tot ', ' en ')}.`,
    en: `${row.called.en} who might be called, ${row.held.en} in the hold-out group. Difference ${differenceText.en}, probably between ${intervalText.en.replace(' to ', ' and ')}.`,
  };
}

export function sayReading(reading: CalendarDay): Sentence {
  return sentence((language) =>
    language === 'nl'
      ? `Stand van ${on(reading, 'nl')}. De volgende is op ${on(nextReading(reading), 'nl')}.`
      : `As of ${on(reading, 'en')}. The next reading is on ${on(nextReading(reading), 'en')}.`,
  );
}

/** Of one programme: every change of its share, oldest first. */
export interface ShareHistory {
  readonly name: Sentence;
  readonly shares: readonly ShareSince[];
}

/** A place that is read besides the CRM. */
export interface GiftPlace {
  readonly name: string;
  /** What was given before it was not read. */
  readonly from: CalendarDay;
  /** Its gifts are known up to this day; null: it was not read yet. */
  readonly until: CalendarDay | null;
}

export interface NoteFacts {
  readonly places: readonly GiftPlace[];
  readonly histories: readonly ShareHistory[];
  /** Draws of donors who were erased since. */
  readonly erased: Readonly<Record<Arm, number>>;
}

/** How it was done, and what was odd: only what holds here. */
export function sayNotes(achieved: Achieved, { places, histories, erased }: NoteFacts): readonly Sentence[] {
  const { leftOut, fromBefore } = achieved;
  return [
    {
      nl: 'De loting beslist in welke groep iemand telt, ook als een gebelde niet werd bereikt of iemand uit de vergelijkingsgroep toch is gebeld.',
      en: 'The draw decides in which group somebody counts, also when a called donor was not reached or a held-out one was called all the same.',
    },
    {
      nl: `Minder dan ${FEWEST_DONORS} gevolgde donateurs in een groep, of minder dan ${FEWEST_EVENTS} voor wie het wel of juist niet geldt (bij bedragen: ${FEWEST_GIVERS} gevers in elke groep): “${TOO_FEW.nl}”. “Drempel” is het kleinste verschil dat met zoveel donateurs vier van de vijf keer zou zijn gezien.`,
      en: `Fewer than ${FEWEST_DONORS} followed donors in a group, or fewer than ${FEWEST_EVENTS} for whom it is true or is not (of amounts: ${FEWEST_GIVERS} givers in each group): “${TOO_FEW.en}”. “Threshold” is the smallest difference that so many donors would have shown four times out of five.`,
    },
    {
      nl: 'De cijfers veranderen vier keer per jaar. Wie elke week kijkt, ziet vroeg of laat een verschil, ook als bellen niets doet: in nagespeelde proeven een op de vijf keer, en vier keer per jaar nog een op de acht. Spreek vooraf af op welke stand je beslist. Vooraf gekozen als hoofdzaak: opnieuw geven binnen 12 maanden. Van twintig andere vergelijkingen valt er gemiddeld één door toeval buiten zijn marge.',
      en: 'The figures change four times a year. Whoever looks every week sees a difference sooner or later, even when calling does nothing: in trials one time in five, and four times a year still one in eight. Agree beforehand on which reading you decide. Chosen beforehand as what counts: giving again within 12 months. Of twenty other comparisons one on average falls outside its margin by chance.',
    },
    placesNote(places),
    ...strataNote(achieved),
    ...notYetNote(achieved),
    ...counted(aboveMost(achieved), (count, language) => {
      const most = writeMoney(MOST_COUNTED, language, 'spoken');
      return language === 'nl'
        ? `Van één donateur telt in het verschil hoogstens ${most}; zoveel gaven er meer: ${count}.`
        : `Of one donor ${most} counts in the difference at most; so many gave more: ${count}.`;
    }),
    {
      nl: 'Klachten en verzet tellen zoals ze op deze werkplek zijn vastgelegd, meestal in een gesprek: wie niet gebeld wordt, heeft minder gelegenheid om het te zeggen.',
      en: 'Complaints and objections count as they were recorded on this workstation, mostly in a call: who is not called has fewer occasions to say it.',
    },
    ...histories.flatMap(historyNote),
    ...counted(fromBefore, (count, language) =>
      language === 'nl'
        ? `${count} stonden al op de lijst toen de groep werd geopend. Zij zijn meegeloot en tellen vanaf die dag.`
        : `${count} were on the list already when the group was opened. They were drawn too, and count from that day on.`,
    ),
    ...counted(leftOut.triedBefore, (count, language) =>
      language === 'nl'
        ? `${count} waren al gebeld voordat de groep werd geopend: daar besliste de loting niet, zij tellen niet mee.`
        : `${count} had been called before the group was opened: the draw did not decide there, they do not count.`,
    ),
    ...bothArms(leftOut.removed, {
      nl: 'in het CRM verwijderd of samengevoegd',
      en: 'removed or merged in the CRM',
    }),
    ...bothArms(erased, { nl: 'op verzoek gewist', en: 'erased on request' }),
  ];
}

/** Who gave more than counts of one donor, within the longest window. */
function aboveMost({ all }: Achieved): number {
  return all.amounts.slice(-1).reduce((sum, { called, held }) => sum + called.above + held.above, 0);
}

/** From where gifts were counted: a place that was not read for the whole time is said. */
function placesNote(places: readonly GiftPlace[]): Sentence {
  const list = (language: Language): string =>
    places
      .map(({ name, from, until }) => {
        if (until === null) return language === 'nl' ? `${name} (nog niet gelezen)` : `${name} (not read yet)`;
        return language === 'nl'
          ? `${name} (van ${on(from, 'nl')} tot ${on(until, 'nl')})`
          : `${name} (from ${on(from, 'en')} to ${on(until, 'en')})`;
      })
      .join(', ');
  if (places.length === 0) {
    return { nl: 'Giften zijn geteld zoals het CRM ze kent.', en: 'Gifts were counted as the CRM knows them.' };
  }
  return {
    nl: `Giften zijn geteld uit het CRM en van ${list('nl')}, in beide groepen gelijk. Wat op twee plekken staat telt één keer, op de dag dat het is gegeven; wat terugging en wat anoniem op een site is gegeven telt niet.`,
    en: `Gifts were counted from the CRM and from ${list('en')}, alike in both groups. What stands in two places counts once, on the day it was given; what went back, and what was given anonymously on a site, does not count.`,
  };
}

/** Where more than one draw was taken together. */
function strataNote({ programmes }: Achieved): readonly Sentence[] {
  const draws = programmes.reduce((sum, { percents }) => sum + percents.length, 0);
  if (draws < 2) return [];
  return [
    {
      nl: 'Elk belprogramma en elk aandeel is apart vergeleken en daarna samengenomen; het verschil kan daardoor afwijken van dat tussen de twee totalen. Wie in meer programma’s is geloot, telt bij alles samen alleen met de eerste loting.',
      en: 'Each programme and each share was compared by itself and then taken together; the difference can therefore differ from that between the two totals. Who was drawn in several programmes counts in all together by the first draw alone.',
    },
  ];
}

function notYetNote({ all }: Achieved): readonly Sentence[] {
  if (all.notYet.every(({ count }) => count === 0)) return [];
  const counts = (language: Language): string =>
    all.notYet
      .map(
        ({ months, count }) =>
          `${writeCount(count, language)} ${language === 'nl' ? `voor ${months} maanden` : `for ${months} months`}`,
      )
      .join(', ');
  return [
    {
      nl: `Nog niet lang genoeg gevolgd, en daarom niet meegeteld: ${counts('nl')}.`,
      en: `Not followed long enough yet, and so not counted: ${counts('en')}.`,
    },
  ];
}

function counted(count: number, write: (count: string, language: Language) => string): readonly Sentence[] {
  return count === 0 ? [] : [sentence((language) => write(writeCount(count, language), language))];
}

function bothArms({ called, held }: Readonly<Record<Arm, number>>, what: Sentence): readonly Sentence[] {
  if (called + held === 0) return [];
  return [
    {
      nl: `Sinds de loting ${what.nl} en niet meegeteld: ${writeCount(called, 'nl')} die gebeld mochten worden en ${writeCount(held, 'nl')} uit de vergelijkingsgroep.`,
      en: `Since the draw ${what.en} and not counted: ${writeCount(called, 'en')} who might be called and ${writeCount(held, 'en')} of the hold-out group.`,
    },
  ];
}

/** A share that was changed, or a programme that was switched off and on: said, and what was done about it. */
function historyNote({ name, shares }: ShareHistory): readonly Sentence[] {
  if (shares.length < 2) return [];
  const list = (language: Language): string =>
    shares
      .map(({ since, percent }) => {
        const day = on(since, language);
        if (percent === 0) return language === 'nl' ? `uit vanaf ${day}` : `off from ${day}`;
        return language === 'nl' ? `${percent}% vanaf ${day}` : `${percent}% from ${day}`;
      })
      .join(', ');
  return [
    {
      nl: `De vergelijkingsgroep van “${name.nl}” is veranderd: ${list('nl')}. Wie eerder was geloot, bleef in zijn groep.`,
      en: `The hold-out group of “${name.en}” was changed: ${list('en')}. Who was drawn before stayed in the same group.`,
    },
  ];
}
