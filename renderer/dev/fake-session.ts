import type { OutputOf } from '../../contract/index.ts';
import { s } from './donors.ts';
import type { FakeWorld, Handlers } from './fake-world.ts';

export function sessionHandlers(world: FakeWorld): Handlers {
  const { scenario, clock } = world;
  const isClosed = scenario.name === 'closed' || scenario.name === 'closed-begun';
  return {
    'session.get': (): OutputOf<'session.get'> => ({
      person: { id: 1, name: 'Anneke Postma', firstName: 'Anneke', roles: [scenario.role] },
      lanes: scenario.hasTwoLanes ? ['caller', 'director'] : scenario.role === 'verifier' ? [] : ['caller'],
      charityName: 'Elk Kind Zwemt',
      isPractice: scenario.isPractice,
      isSafe: scenario.isSafe,
      source: 'civicrm',
      language: world.language,
      theme: world.theme,
      keys: {},
      today: clock.today(),
      now: clock.now(),
      partOfDay: 'evening',
      lines: isClosed
        ? {
            state: 'closed',
            title: s('Op zondag bellen we niet', 'We do not call on Sundays'),
            next: s(
              'De lijnen gaan maandag 30 november om 10:00 weer open.',
              'The lines open again on Monday 30 November at 10:00.',
            ),
          }
        : { state: 'open', opens: '10:00', closes: '20:30' },
    }),
    'news.get': (): OutputOf<'news.get'> => ({ version: '0.1.0', hasUnseen: false, releases: [] }),
    'practice.state': (): OutputOf<'practice.state'> => ({ isAvailable: false, isInvited: false }),
    'session.setLanguage': ({ language }: { language: 'nl' | 'en' }) => {
      world.language = language;
      return {};
    },
    'session.setTheme': ({ theme }: { theme: FakeWorld['theme'] }) => {
      world.theme = theme;
      return {};
    },
  };
}
