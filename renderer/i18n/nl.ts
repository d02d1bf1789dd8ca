/** Everything the screens say in Dutch. To the volunteer "je", no blame, no exclamation marks (ui/principles.md, Words). */
import { ATTENTION } from './nl-attention.ts';
import { CALL } from './nl-call.ts';
import { CHARITY } from './nl-charity.ts';
import { COMMANDS } from './nl-commands.ts';
import { CONNECT } from './nl-connect.ts';
import { CRASHES } from './nl-crashes.ts';
import { CRM } from './nl-crm.ts';
import { DESK } from './nl-desk.ts';
import { DONORS } from './nl-donors.ts';
import { FILES } from './nl-files.ts';
import { FOLLOW_UPS } from './nl-follow-ups.ts';
import { MATCHING } from './nl-matching.ts';
import { PICTURE, TRUST } from './nl-picture.ts';
import { FORECAST } from './nl-forecast.ts';
import { BRIEFING } from './nl-briefing.ts';
import { PEOPLE, SIGN_IN } from './nl-people.ts';
import { POST } from './nl-post.ts';
import { KEY_SETTINGS } from './nl-key-settings.ts';
import { PRACTICE } from './nl-practice.ts';
import { SOURCES } from './nl-sources.ts';
import { WORKSTATIONS } from './nl-workstations.ts';
import { LOG } from './nl-log.ts';
import { PRIVACY } from './nl-privacy.ts';
import { REGISTER } from './nl-register.ts';
import { RESULTS } from './nl-results.ts';
import { SETTINGS } from './nl-settings.ts';
import { TELEPHONE } from './nl-telephone.ts';
import { NEWS, UPDATES } from './nl-updates.ts';
import { VERIFY } from './nl-verify.ts';
import { TALK } from './nl-talk.ts';

export const nl = {
  bar: {
    screens: 'Schermen',
    today: 'Vandaag',
    attention: 'Aandacht',
    files: 'Bestanden',
    settings: 'Instellingen',
    post: 'Post',
    forecast: 'Vooruitblik',
    verify: 'Nakijken',
    matching: 'Herkennen',
    followUps: 'Vervolgacties',
    more: 'Meer',
    results: 'Resultaten',
    donors: 'Donateurs',
    needAttention_one: '{{count}} vraagt aandacht',
    needAttention_other: '{{count}} vragen aandacht',
    toToday: 'Terug naar Vandaag',
    lane: 'Baan',
    lanes: { caller: 'Beller', director: 'Directeur' },
    practiceLabel: 'Oefenen',
    practice: 'Oefenen. De donateurs zijn verzonnen, er wordt niemand echt gebeld.',
  },
  menu: {
    label: '{{name}}: taal, weergave en toetsen',
    language: 'Taal',
    languages: { nl: 'Nederlands', en: 'English' },
    theme: 'Weergave',
    themes: { system: 'Zoals deze computer', light: 'Licht', dark: 'Donker' },
    keys: 'Toetsen',
    singleKeys: 'Losse letters en cijfers werken',
    allKeys: 'Alle toetsen',
    connect: 'Koppelen',
    newcomer: 'Nieuwe werkplek',
  },
  firstPull: {
    label: 'Eerste keer ophalen',
    donors: 'Eerste keer ophalen: {{done}} van {{total}} donateurs.',
    minutes_one: 'Nog {{count}} minuut.',
    minutes_other: 'Nog {{count}} minuten.',
    lessThanMinute: 'Nog minder dan een minuut.',
    ready: 'Je lijst is al klaar om te bellen.',
    paused: 'Het wacht even.',
    pausedLater: 'Ophalen uit het CRM wacht. Wat je vastlegt, gaat gewoon door.',
    pause: 'Even wachten',
    resume: 'Ga verder met ophalen',
  },
  sync: {
    sent: 'Alles bewaard en verstuurd',
    kept: 'Hier bewaard',
    waiting_one: 'Hier bewaard, {{count}} wacht',
    waiting_other: 'Hier bewaard, {{count}} wachten',
    offline: 'Hier bewaard. Geen verbinding.',
    offlineWaiting_one: 'Hier bewaard. Geen verbinding, {{count}} wacht.',
    offlineWaiting_other: 'Hier bewaard. Geen verbinding, {{count}} wachten.',
    attention: 'Let op, {{count}}',
    own_one: 'Hier bewaard, {{count}} vraag voor jou',
    own_other: 'Hier bewaard, {{count}} vragen voor jou',
    stopped: 'Let op, er wordt niets verstuurd',
    unknown: 'Hier bewaard',
  },
  trouble: {
    heading: 'Let op',
    title: 'Dit lukt nu even niet',
    unexpected: 'Er ging iets mis. Wat je al bewaarde, staat veilig op deze computer.',
    unreachable: 'Dankbel antwoordt even niet. Wat je al bewaarde, staat veilig op deze computer.',
    disconnected: 'Deze pagina is niet meer verbonden: start Dankbel opnieuw.',
    disconnectedMore: 'Wat je al bewaarde, staat veilig op deze computer. Sluit dit venster en start Dankbel opnieuw.',
    whatToDo: 'Probeer het zo nog eens. Blijft het zo, start Dankbel dan opnieuw.',
    tryAgain: 'Probeer nu opnieuw',
    screen: 'Dit scherm is vastgelopen',
    screenMore: 'Wat je al bewaarde, staat veilig op deze computer. Open het scherm opnieuw, dan kun je verder.',
    reopen: 'Open het scherm opnieuw',
    close: 'Sluit dit bericht',
    loading: 'Dankbel haalt je gegevens op',
  },
  today: {
    title: 'Vandaag',
    greeting: {
      morning: 'Goedemorgen, {{name}}',
      afternoon: 'Goedemiddag, {{name}}',
      evening: 'Goedenavond, {{name}}',
    },
    spoken_zero: 'Je sprak nog niemand.',
    spoken_one: 'Je sprak al één mens.',
    spoken_other: 'Je sprak al {{count}} mensen.',
    left_zero: 'Je lijst is leeg.',
    left_one: 'Nog {{count}} op je lijst.',
    left_other: 'Nog {{count}} op je lijst.',
    line: {
      label: 'Je dag op een lijn',
      now: 'nu {{time}}',
      closes: '{{time}} sluit',
      spoken: '{{time}} gesproken',
      notReached: '{{time}} niet bereikt',
      promise: '{{time}} terugbellen: {{name}}',
    },
    door: {
      briefing: 'Briefing',
      story: 'Hele verhaal',
      label: 'Nu aan de beurt',
      turn: 'Nu aan de beurt',
      promised: 'Beloofd: nu terugbellen',
      begun: 'Hier was je mee bezig',
      why: 'Waarom nu',
      past: 'Al gebeurd',
      call: 'Bel {{number}}',
      continue: 'Ga verder met het gesprek',
      later: { morning: 'Later vandaag', afternoon: 'Later vandaag', evening: 'Later vanavond' },
    },
    undoBar: {
      undo: 'Terugdraaien',
      undone: 'Teruggedraaid. {{name}} staat weer op je lijst.',
    },
    promises: 'Beloofd terug te bellen',
    someTime: 'ergens',
    due: 'nu',
    queue: 'Daarna',
    donors_one: '{{count}} donateur',
    donors_other: '{{count}} donateurs',
    done: 'Net gedaan',
    called: '{{count}} gebeld',
    undo: 'Terugdraaien',
    undone: 'Teruggedraaid',
    legend: { spoken: 'gesproken', notReached: 'niet bereikt' },
    search: 'zoeken of iets doen',
    allKeys: 'alle toetsen',
    finished: {
      morning: 'Dat was je ochtend, {{name}}',
      afternoon: 'Dat was je middag, {{name}}',
      evening: 'Dat was je avond, {{name}}',
      spoken_zero: 'Je hebt {{called}} keer gebeld.',
      spoken_one: 'Je sprak één mens.',
      spoken_other: 'Je sprak {{count}} mensen.',
      corrections_one: 'Eén gegeven klopt weer.',
      corrections_other: '{{count}} gegevens kloppen weer.',
      followUps_one: 'Eén vraag is op weg naar iemand die het weet.',
      followUps_other: '{{count}} vragen zijn op weg naar iemand die het weet.',
      thanks: 'Dank je wel.',
      check: 'Kijk of alles is aangekomen',
    },
    empty: {
      title: 'Vandaag staat er niemand op je lijst',
      text: 'Iedereen is al bedankt, of is later aan de beurt. Zodra er iemand bij komt, staat die hier.',
      noSource: 'Er is nog geen CRM of bestand gekoppeld. Je coördinator kan dat doen.',
      noLane: 'Jouw werk staat op een ander scherm.',
      again: 'Kijk opnieuw',
    },
    morning: {
      title: 'Wat vandaag op je wacht',
      decide_zero: 'Niets om te beslissen.',
      decide_one: 'Eén ding om te beslissen.',
      decide_other: '{{count}} dingen om te beslissen.',
      post: 'Kaarten, brieven en etiketten om te printen.',
      verify: 'Namen, adressen en nummers die niet lijken te kloppen.',
      results: 'Wat de gesprekken brachten, en of de kring rond is.',
      forecast: 'Wie de komende vier weken aan de beurt is.',
    },
    closed: {
      ready_one: 'Er staat {{count}} donateur klaar op je lijst.',
      ready_other: 'Er staan {{count}} donateurs klaar op je lijst.',
    },
  },
  call: CALL,
  talk: TALK,
  attention: ATTENTION,
  connect: CONNECT,
  charity: CHARITY,
  post: POST,
  briefing: BRIEFING,
  settings: SETTINGS,
  crashes: CRASHES,
  crm: CRM,
  desk: DESK,
  donors: DONORS,
  forecast: FORECAST,
  verify: VERIFY,
  signIn: SIGN_IN,
  people: PEOPLE,
  followUps: FOLLOW_UPS,
  matching: MATCHING,
  picture: PICTURE,
  trust: TRUST,
  results: RESULTS,
  practice: PRACTICE,
  keySettings: KEY_SETTINGS,
  register: REGISTER,
  files: FILES,
  privacy: PRIVACY,
  log: LOG,
  telephone: TELEPHONE,
  updates: UPDATES,
  news: NEWS,
  workstations: WORKSTATIONS,
  sources: SOURCES,
  palette: {
    title: 'Zoek wat je wilt doen',
    placeholder: 'Wat wil je doen, bijvoorbeeld: notitie',
    goTo: 'Naar {{screen}}',
    nothing: 'Dit kan hier nu niet. Typ een ander woord.',
  },
  help: {
    title: 'Alle toetsen',
    intro: 'Letters en cijfers slapen terwijl je typt. Met Esc kom je uit een veld.',
    close: 'Sluit',
    to: 'tot',
    groups: {
      everywhere: 'Overal',
      today: 'Vandaag',
      call: 'Gesprek',
      attention: 'Aandacht',
      connect: 'Koppelen',
      settings: 'Instellingen',
      donors: 'Donateurs',
      verify: 'Nakijken',
      followUps: 'Vervolgacties',
      matching: 'Herkennen',
      results: 'Resultaten',
      forecast: 'Vooruitblik',
      post: 'Post',
      files: 'Bestanden',
      briefing: 'Voor de directie',
      keys: 'Toetsen',
      news: 'Wat is er nieuw',
    },
  },
  keys: { shift: 'Shift' },
  commands: COMMANDS,
} as const;

type Texts<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Texts<Catalogue[Key]>;
};

/** Every language has exactly the keys of Dutch. */
export type Catalogue = Texts<typeof nl>;
