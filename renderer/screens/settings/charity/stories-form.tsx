/** What gifts do: one story for every gift, and one per project, each with one picture. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { NO_STORY, type Project, type Story } from '../../../../domain/charity/charity.ts';
import { PictureField } from './picture-field.tsx';
import type { CharityFormProps } from './organisation-form.tsx';
import { BothTexts, Text } from './text-fields.tsx';
import type { Refusals } from './use-refusals.ts';

const GENERAL = 'general';
/** The most used ones; the others can be typed. */
const MOST_OFFERED = 3;

interface StoriesFormProps extends CharityFormProps {
  /** Names that gifts carry in the CRM and that have no project here. */
  readonly campaigns: readonly string[];
}

export function StoriesForm({ charity, refusals, onChange, campaigns }: StoriesFormProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(GENERAL);
  const { projects } = charity;
  const index = projects.findIndex(({ id }) => id === wanted);
  const project = projects[index];
  const set = (next: readonly Project[]): void => onChange({ ...charity, projects: [...next] });
  const add = (name: string): void => {
    const id = crypto.randomUUID();
    set([...projects, { id, name, story: NO_STORY }]);
    setWanted(id);
  };
  const offered = campaigns.filter((name) => projects.every((each) => each.name !== name)).slice(0, MOST_OFFERED);
  return (
    <>
      <p className="soft">{t('charity.storiesHow')}</p>
      <ToggleButtonGroup
        className="charity-projects"
        aria-label={t('charity.projects')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[project?.id ?? GENERAL]}
        onSelectionChange={(keys) => setWanted([...keys].map(String)[0] ?? GENERAL)}
      >
        <ToggleButton id={GENERAL} className="segment">
          {t('charity.general')}
        </ToggleButton>
        {projects.map(({ id, name }) => (
          <ToggleButton key={id} id={id} className="segment">
            {name.trim() === '' ? t('charity.nameless') : name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className="charity-buttons">
        <Button className="btn" onPress={() => add('')}>
          {t('charity.addProject')}
        </Button>
        {offered.map((name) => (
          <Button key={name} className="link" onPress={() => add(name)}>
            {t('charity.addCampaign', { name })}
          </Button>
        ))}
      </div>
      {project === undefined ? (
        <StoryFields
          key={GENERAL}
          field="story"
          story={charity.story}
          refusals={refusals}
          onChange={(story) => onChange({ ...charity, story })}
        />
      ) : (
        <fieldset key={project.id} className="charity-part">
          <legend className="hush">{project.name}</legend>
          <Text
            label={t('charity.projectName')}
            field={`projects.${index}.name`}
            value={project.name}
            refusals={refusals}
            onChange={(name) => set(projects.with(index, { ...project, name }))}
          />
          <p className="meta">{t('charity.projectNameHow')}</p>
          <StoryFields
            field={`projects.${index}.story`}
            story={project.story}
            refusals={refusals}
            onChange={(story) => set(projects.with(index, { ...project, story }))}
          />
          <Button className="link" onPress={() => set(projects.toSpliced(index, 1))}>
            {t('charity.removeProject', { name: project.name })}
          </Button>
        </fieldset>
      )}
    </>
  );
}

interface StoryFieldsProps {
  readonly field: string;
  readonly story: Story;
  readonly refusals: Refusals;
  readonly onChange: (story: Story) => void;
}

function StoryFields({ field, story, refusals, onChange }: StoryFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {(['does', 'now'] as const).map((part) => (
        <BothTexts
          key={part}
          label={t(`charity.${part}`)}
          field={`${field}.${part}`}
          value={story[part]}
          refusals={refusals}
          lines={4}
          onChange={(words) => onChange({ ...story, [part]: words })}
        />
      ))}
      <PictureField
        label={t('charity.picture')}
        picture={story.picture}
        use="photo"
        onChange={(picture) => onChange({ ...story, picture })}
      />
      {story.picture !== null && (
        <BothTexts
          label={t('charity.pictureText')}
          field={`${field}.pictureText`}
          value={story.pictureText}
          refusals={refusals}
          onChange={(pictureText) => onChange({ ...story, pictureText })}
        />
      )}
    </>
  );
}
