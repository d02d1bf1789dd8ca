/**
 * Every screen of every role, in one window per role: gone through with the Tab key, no violation that axe can find in
 * either light, and nothing cut off sideways in either language.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { pressAndSee, seeNextFrames } from './support/by-key.ts';
import { checkBothLights } from './support/check-screen.ts';
import { sayInCall } from './support/say-in-call.ts';
import { walkWithTab } from './support/tab-walk.ts';

interface State {
  readonly name: string;
  /** Where it is; absent: it is made from the state before. */
  readonly path?: string;
  /** What is pressed there, one after the other. */
  readonly keys?: readonly string[];
  /** Something that is there when it is all there. */
  readonly sign?: string;
}

const CALL: readonly State[] = [
  { name: 'the call', keys: ['Enter'], sign: '[role="timer"]' },
  { name: 'the call, a question', keys: ['v'], sign: '.composer' },
  { name: 'the call, ready answers', keys: ['Escape', 'q'], sign: '.answers' },
  { name: 'the call, wishes', keys: ['Escape', 'm'], sign: '.wishes' },
  { name: 'the call, on another phone', keys: ['Escape', 'p'], sign: '.own-phone' },
  { name: 'the call, an emotion', keys: ['Escape', 'e'] },
  {
    name: 'the call, closing, and a detail that is typed',
    keys: ['Escape', ...Array.from({ length: 5 }, () => 'ArrowRight'), 'j', 'g', 'Enter', 'c'],
    sign: '.editor',
  },
  { name: 'the call, an appointment', keys: ['Escape', '2'], sign: '.appointment' },
  { name: 'the call, other outcomes', keys: ['Escape', '9'], sign: '.second-question' },
];

const DONOR = '/donors/10';
const SCREENS: Readonly<Record<'caller' | 'director' | 'verifier' | 'coordinator', readonly State[]>> = {
  caller: [
    { name: 'Vandaag', path: '/', sign: 'article' },
    ...CALL,
    { name: 'Vandaag, a call that was left', keys: ['Escape', 'Escape'], sign: 'article' },
    { name: 'Donateurs', path: '/donors', sign: '[type="search"]' },
    { name: 'Donateurs, a reason is asked for', path: '/donors/63', sign: '.reason-choices' },
    { name: 'Aandacht', path: '/attention', sign: 'h1' },
    { name: 'Opvolging', path: '/follow-ups', sign: 'h1' },
  ],
  director: [
    { name: 'Vandaag', path: '/', sign: 'article' },
    { name: 'Briefing', path: '/briefing', sign: 'svg.paper' },
    { name: 'the call', keys: ['b'], sign: '.check' },
  ],
  verifier: [
    { name: 'Nakijken', path: '/verify', sign: '.verify-answers' },
    { name: 'Nakijken, typed', keys: ['3'], sign: '.editor' },
    { name: 'Nakijken, something for the coordinator', keys: ['Escape', 'm'], sign: '.proposal' },
    { name: 'Aandacht', path: '/attention', sign: 'h1' },
  ],
  coordinator: [
    { name: 'Donateurs, everything of one', path: DONOR, sign: '.donor-parts' },
    { name: 'Donateurs, everything that was looked at', keys: ['u'], sign: '.why-trace li' },
    { name: 'Aandacht', path: '/attention', sign: 'h1' },
    { name: 'Opvolging, a complaint', path: '/follow-ups', sign: 'h2' },
    { name: 'Opvolging, handed over', keys: ['d'], sign: '.hand-over' },
    { name: 'Post, a card', path: '/post', sign: '.post-row' },
    { name: 'Nakijken', path: '/verify', sign: '.verify-answers' },
    { name: 'Herkennen', path: '/matching', sign: 'h1' },
    { name: 'Resultaten', path: '/results', sign: '.results-body h2' },
    { name: 'Vooruitblik', path: '/forecast', sign: 'figure' },
    { name: 'Bestanden', path: '/files', sign: '.files-intro' },
    { name: 'Bestanden, earlier', path: '/files/earlier', sign: '.files-intro' },
    { name: 'Bestanden, out', path: '/files/out', sign: '.files-out' },
    { name: 'Instellingen', path: '/settings/anniversaryCall', sign: '[type="checkbox"]' },
    { name: 'Instellingen, topics', path: '/settings/topics', sign: '[type="text"], textarea' },
    { name: 'Instellingen, benefits', path: '/settings/benefits', sign: 'main section h2' },
    { name: 'Instellingen, organisation', path: '/settings/organisation', sign: '.charity-fields' },
    { name: 'Instellingen, stories', path: '/settings/stories', sign: '.charity-fields' },
    { name: 'Instellingen, letter', path: '/settings/letter', sign: '.charity-fields' },
    { name: 'Instellingen, CRM', path: '/settings/crm', sign: '.crm-facts' },
    { name: 'Instellingen, workstations', path: '/settings/workstations', sign: '.settings-effect h2' },
    { name: 'Instellingen, log', path: '/settings/log', sign: '.log-days, .log-none' },
    { name: 'Instellingen, privacy', path: '/settings/privacy', sign: '.privacy-erasures' },
    { name: 'Instellingen, differences', path: '/settings/trust', sign: '.trust-fields' },
    { name: 'Instellingen, postcodes', path: '/settings/postcodes', sign: '.register-example' },
    { name: 'Instellingen, crashes', path: '/settings/crashes', sign: '.crashes-intro' },
    { name: 'Instellingen, telephone', path: '/settings/telephone', sign: '.telephone-form' },
    { name: 'Instellingen, updates', path: '/settings/updates', sign: '.updates-version' },
    { name: 'Wat is er nieuw', path: '/news', sign: '.news section' },
    { name: 'Instellingen, Kentaa', path: '/settings/kentaa', sign: '.sources-form' },
    { name: 'Mijn toestel', path: '/device', sign: 'h1' },
    { name: 'Toetsen', path: '/keys', sign: 'h1' },
    { name: 'Koppelen', path: '/connect', sign: 'li' },
    { name: 'the help sheet', keys: ['Escape', '?'], sign: '[role="dialog"]' },
    { name: 'the palette', keys: ['Escape', 'Control+k'], sign: '[role="dialog"] [role="menuitem"]' },
  ],
};

async function arrange(page: Page, { path, keys = [], sign }: State): Promise<void> {
  if (path !== undefined) {
    await page.evaluate((hash) => void (location.hash = hash), path);
    // Then what is looked at is no longer the screen before, which may have the same sign.
    await seeNextFrames(page);
  }
  await pressAndSee(page, ...keys);
  if (sign !== undefined) await expect(page.locator(sign).first()).toBeVisible();
  await expect(page.locator('[class*="bones"]')).toHaveCount(0);
}

for (const role of ['caller', 'director', 'verifier', 'coordinator'] as const) {
  test.describe(`of a ${role}`, () => {
    test.use({ appOptions: { roles: role === 'coordinator' ? ['coordinator', 'director'] : [role] } });
    test('every screen, with Tab, and for axe in both lights', async ({ app, page }) => {
      if (role === 'coordinator') await sayInCall(app);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await app.visit(page);
      for (const state of SCREENS[role]) {
        await test.step(state.name, async () => {
          await arrange(page, state);
          await checkBothLights(app, page);
          await walkWithTab(page);
        });
      }
    });
  });
}
