/** Everything the screens say in English. */
import { ATTENTION } from './en-attention.ts';
import { CALL } from './en-call.ts';
import { CHARITY } from './en-charity.ts';
import { COMMANDS } from './en-commands.ts';
import { CONNECT } from './en-connect.ts';
import { CRASHES } from './en-crashes.ts';
import { CRM } from './en-crm.ts';
import { DESK } from './en-desk.ts';
import { DONORS } from './en-donors.ts';
import { FILES } from './en-files.ts';
import { FOLLOW_UPS } from './en-follow-ups.ts';
import { MATCHING } from './en-matching.ts';
import { PICTURE, TRUST } from './en-picture.ts';
import { FORECAST } from './en-forecast.ts';
import { BRIEFING } from './en-briefing.ts';
import { PEOPLE, SIGN_IN } from './en-people.ts';
import { POST } from './en-post.ts';
import { KEY_SETTINGS } from './en-key-settings.ts';
import { PRACTICE } from './en-practice.ts';
import { SOURCES } from './en-sources.ts';
import { WORKSTATIONS } from './en-workstations.ts';
import { LOG } from './en-log.ts';
import { PRIVACY } from './en-privacy.ts';
import { REGISTER } from './en-register.ts';
import { RESULTS } from './en-results.ts';
import { SETTINGS } from './en-settings.ts';
import { TELEPHONE } from './en-telephone.ts';
import { NEWS, UPDATES } from './en-updates.ts';
import { VERIFY } from './en-verify.ts';
import { TALK } from './en-talk.ts';
import type { Catalogue } from './nl.ts';

export const en: Catalogue = {
  bar: {
    screens: 'Screens',
    today: 'Today',
    attention: 'Attention',
    files: 'Files',
    settings: 'Settings',
    post: 'Post',
    forecast: 'Forecast',
    verify: 'Verify',
    matching: 'Recognise',
    followUps: 'Follow-up',
    more: 'More',
    results: 'Results',
    donors: 'Donors',
    needAttention_one: '{{count}} needs attention',
    needAttention_other: '{{count}} need attention',
    toToday: 'Back to Today',
    lane: 'Lane',
    lanes: { caller: 'Caller', director: 'Director' },
    practiceLabel: 'Practice',
    practice: 'Practice. The donors are invented, nobody is really called.',
  },
  menu: {
    label: '{{name}}: language, appearance and keys',
    language: 'Language',
    languages: { nl: 'Nederlands', en: 'English' },
    theme: 'Appearance',
    themes: { system: 'Same as this computer', light: 'Light', dark: 'Dark' },
    keys: 'Keys',
    singleKeys: 'Single letters and digits work',
    allKeys: 'All keys',
    connect: 'Connect',
    newcomer: 'New workstation',
  },
  firstPull: {
    label: 'Fetching for the first time',
    donors: 'Fetching for the first time: {{done}} of {{total}} donors.',
    minutes_one: '{{count}} minute left.',
    minutes_other: '{{count}} minutes left.',
    lessThanMinute: 'Less than a minute left.',
    ready: 'Your list is ready for calling already.',
    paused: 'It is waiting.',
    pausedLater: 'Fetching from the CRM is waiting. What you record goes on.',
    pause: 'Let it wait',
    resume: 'Go on fetching',
  },
  sync: {
    sent: 'Everything saved and sent',
    kept: 'Saved here',
    waiting_one: 'Saved here, {{count}} waiting',
    waiting_other: 'Saved here, {{count}} waiting',
    offline: 'Saved here. No connection.',
    offlineWaiting_one: 'Saved here. No connection, {{count}} waiting.',
    offlineWaiting_other: 'Saved here. No connection, {{count}} waiting.',
    attention: 'Look here, {{count}}',
    own_one: 'Saved here, {{count}} question for you',
    own_other: 'Saved here, {{count}} questions for you',
    stopped: 'Look here, nothing is being sent',
    unknown: 'Saved here',
  },
  trouble: {
    heading: 'Look here',
    title: 'This does not work right now',
    unexpected: 'Something went wrong. What you saved already is safe on this computer.',
    unreachable: 'Dankbel is not answering right now. What you saved already is safe on this computer.',
    disconnected: 'This page is no longer connected: start Dankbel again.',
    disconnectedMore: 'What you saved already is safe on this computer. Close this window and start Dankbel again.',
    whatToDo: 'Try again in a moment. If it stays like this, start Dankbel again.',
    tryAgain: 'Try again now',
    screen: 'This screen got stuck',
    screenMore: 'What you saved already is safe on this computer. Open the screen again and you can go on.',
    reopen: 'Open the screen again',
    close: 'Close this message',
    loading: 'Dankbel is getting your work',
  },
  today: {
    title: 'Today',
    greeting: {
      morning: 'Good morning, {{name}}',
      afternoon: 'Good afternoon, {{name}}',
      evening: 'Good evening, {{name}}',
    },
    spoken_zero: 'Nobody spoken yet.',
    spoken_one: 'You spoke to one person.',
    spoken_other: 'You spoke to {{count}} people.',
    left_zero: 'Your list is empty.',
    left_one: '{{count}} to go.',
    left_other: '{{count}} to go.',
    line: {
      label: 'Your day on a line',
      now: 'now {{time}}',
      closes: '{{time}} closes',
      spoken: '{{time}} spoken',
      notReached: '{{time}} not reached',
      promise: '{{time}} call back: {{name}}',
    },
    door: {
      briefing: 'Briefing',
      story: 'Whole story',
      label: 'Up next',
      turn: 'Up next',
      promised: 'Promised: call back now',
      begun: 'You were in the middle of this',
      why: 'Why now',
      past: 'So far',
      call: 'Call {{number}}',
      continue: 'Go on with the call',
      later: { morning: 'Later today', afternoon: 'Later today', evening: 'Later tonight' },
    },
    undoBar: {
      undo: 'Undo',
      undone: 'Undone. {{name}} is on your list again.',
    },
    promises: 'Promised to call back',
    someTime: 'any time',
    due: 'now',
    queue: 'After that',
    donors_one: '{{count}} donor',
    donors_other: '{{count}} donors',
    done: 'Just done',
    called: '{{count}} called',
    undo: 'Undo',
    undone: 'Undone',
    legend: { spoken: 'spoken', notReached: 'not reached' },
    search: 'search or do something',
    allKeys: 'all keys',
    finished: {
      morning: 'That was your morning, {{name}}',
      afternoon: 'That was your afternoon, {{name}}',
      evening: 'That was your evening, {{name}}',
      spoken_zero: 'You called {{called}} times.',
      spoken_one: 'You spoke to one person.',
      spoken_other: 'You spoke to {{count}} people.',
      corrections_one: 'One detail is right again.',
      corrections_other: '{{count}} details are right again.',
      followUps_one: 'One question is on its way to somebody who knows.',
      followUps_other: '{{count}} questions are on their way to somebody who knows.',
      thanks: 'Thank you.',
      check: 'See if everything arrived',
    },
    empty: {
      title: 'Nobody is on your list today',
      text: 'Everybody has been thanked, or comes later. As soon as somebody is added, you see it here.',
      noSource: 'No CRM or file is connected yet. Your coordinator can do that.',
      noLane: 'Your work is on another screen.',
      again: 'Look again',
    },
    morning: {
      title: 'What waits for you today',
      decide_zero: 'Nothing to decide.',
      decide_one: 'One thing to decide.',
      decide_other: '{{count}} things to decide.',
      post: 'Cards, letters and labels to print.',
      verify: 'Names, addresses and numbers that do not look right.',
      results: 'What the calls brought, and how each journey stands.',
      forecast: 'Who is due in the next four weeks.',
    },
    closed: {
      ready_one: '{{count}} donor is ready on your list.',
      ready_other: '{{count}} donors are ready on your list.',
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
    title: 'Look for what you want to do',
    placeholder: 'What do you want to do, for example: note',
    goTo: 'Go to {{screen}}',
    nothing: 'This cannot be done here now. Type another word.',
  },
  help: {
    title: 'All keys',
    intro: 'Letters and digits sleep while you type. Esc takes you out of a field.',
    close: 'Close',
    to: 'to',
    groups: {
      everywhere: 'Everywhere',
      today: 'Today',
      call: 'Call',
      attention: 'Attention',
      connect: 'Connect',
      settings: 'Settings',
      donors: 'Donors',
      verify: 'Verify',
      followUps: 'Follow-up',
      matching: 'Recognise',
      results: 'Results',
      forecast: 'Forecast',
      post: 'Post',
      files: 'Files',
      briefing: 'For the director',
      keys: 'Keys',
      news: 'What is new',
    },
  },
  keys: { shift: 'Shift' },
  commands: COMMANDS,
};
