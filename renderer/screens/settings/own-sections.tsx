/** The sections of Instellingen besides the programmes: in the order of the list, each with its name and its screen. */
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { CharitySettings } from './charity/charity-settings.tsx';
import { CHARITY_SECTIONS } from './charity/sections.ts';
import { CrmSettings } from './crm/crm-settings.tsx';
import { CrashSettings } from './crashes/crash-settings.tsx';
import { LogSettings } from './log/log-settings.tsx';
import { PeopleSettings } from './people/people-settings.tsx';
import { PrivacySettings } from './privacy/privacy-settings.tsx';
import { RegisterSettings } from './register/register-settings.tsx';
import { TrustSettings } from './trust/trust-settings.tsx';
import { SourcesSettings } from './sources/sources-settings.tsx';
import { TALK_SECTIONS } from './talk/sections.ts';
import { TalkSettings } from './talk/talk-settings.tsx';
import { UpdatesSettings } from './updates/updates-settings.tsx';
import { WorkstationsSettings } from './workstations/workstations-settings.tsx';
import { TelephoneSettings } from './telephone/telephone-settings.tsx';

interface OwnSection {
  /** In the address. */
  readonly id: string;
  readonly name: (t: TFunction) => string;
  readonly show: () => ReactNode;
}

interface SectionGroup {
  readonly heading: (t: TFunction) => string;
  readonly sections: readonly OwnSection[];
}

export const OWN_GROUPS: readonly SectionGroup[] = [
  {
    heading: (t) => t('talk.group'),
    sections: TALK_SECTIONS.map((id) => ({
      id,
      name: (t) => t(`talk.sections.${id}`),
      show: () => <TalkSettings section={id} />,
    })),
  },
  {
    heading: (t) => t('charity.group'),
    sections: CHARITY_SECTIONS.map((id) => ({
      id,
      name: (t) => t(`charity.sections.${id}`),
      show: () => <CharitySettings section={id} />,
    })),
  },
  {
    heading: (t) => t('register.group'),
    sections: [
      { id: 'crm', name: (t) => t('crm.title'), show: () => <CrmSettings /> },
      { id: 'people', name: (t) => t('people.section'), show: () => <PeopleSettings /> },
      { id: 'log', name: (t) => t('log.title'), show: () => <LogSettings /> },
      { id: 'workstations', name: (t) => t('workstations.title'), show: () => <WorkstationsSettings /> },
      { id: 'privacy', name: (t) => t('privacy.section'), show: () => <PrivacySettings /> },
      { id: 'postcodes', name: (t) => t('register.section'), show: () => <RegisterSettings /> },
      { id: 'telephone', name: (t) => t('telephone.title'), show: () => <TelephoneSettings /> },
      { id: 'updates', name: (t) => t('updates.section'), show: () => <UpdatesSettings /> },
      { id: 'trust', name: (t) => t('trust.title'), show: () => <TrustSettings /> },
      { id: 'kentaa', name: (t) => t('sources.title'), show: () => <SourcesSettings /> },
      { id: 'crashes', name: (t) => t('crashes.title'), show: () => <CrashSettings /> },
    ],
  },
];

export const OWN_SECTIONS: readonly OwnSection[] = OWN_GROUPS.flatMap(({ sections }) => sections);
