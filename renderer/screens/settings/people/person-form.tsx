/** One person: the name, what they do, and who they are in the CRM. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../contract/procedures/people.ts';
import { ROLES, type Role } from '../../../../domain/role.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import { UndoBar } from '../../../parts/undo-bar.tsx';
import type { PersonCommands } from './use-person-commands.ts';
import { Refusal } from '../../../parts/refusal.tsx';
import { OneOf } from '../../../parts/one-of.tsx';

interface PersonFormProps {
  /** Null for somebody new. */
  readonly person: PersonView | null;
  readonly colleagues: readonly { readonly crmId: number; readonly name: string }[];
  readonly commands: PersonCommands;
}

const ONLY_HERE = 'none';

export function PersonForm({ person, colleagues, commands }: PersonFormProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const [name, setName] = useState(person?.name ?? '');
  const [roles, setRoles] = useState<readonly Role[]>(person?.roles ?? ['caller']);
  const [crmId, setCrmId] = useState(person?.crmId ?? null);
  const refusalOf = (field: string): string | null => {
    const refusal = commands.refusals.find((each) => each.field === field);
    return refusal === undefined ? null : say(refusal.sentence);
  };
  const own = person?.crmId ?? null;
  const users = [
    { id: ONLY_HERE, name: t('people.crmNone') },
    ...(own === null ? [] : [{ id: String(own), name: t('people.crmNumber', { id: own }) }]),
    ...colleagues.map((each) => ({ id: String(each.crmId), name: each.name })),
  ];
  return (
    <div className="people-form">
      <TextField
        className="field"
        value={name}
        isInvalid={refusalOf('name') !== null}
        validationBehavior="aria"
        onChange={setName}
      >
        <Label>{t('people.name')}</Label>
        <Input className="box" autoComplete="off" />
        <Refused text={refusalOf('name')} />
      </TextField>
      <CheckboxGroup
        className="people-tasks"
        value={[...roles]}
        onChange={(chosen) => setRoles(ROLES.filter((role) => chosen.includes(role)))}
      >
        <Label className="field-label">{t('people.roles')}</Label>
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} className="tick-box">
            <span className="tick-box-mark">{roles.includes(role) && <Icon name="tick" />}</span>
            <span>
              {t(`people.role.${role}`)}
              <span className="people-roles">{t(`people.roleMore.${role}`)}</span>
            </span>
          </Checkbox>
        ))}
        <Refused text={refusalOf('roles')} />
      </CheckboxGroup>
      <OneOf
        label={t('people.crmUser')}
        value={crmId === null ? ONLY_HERE : String(crmId)}
        options={users}
        onChange={(id) => setCrmId(id === ONLY_HERE ? null : Number(id))}
      >
        <Refused text={refusalOf('crmId')} />
      </OneOf>
      {commands.error !== null && <TroubleBar error={commands.error} onClose={commands.clear} />}
      {commands.done !== null && (
        <UndoBar
          text={commands.done.text}
          action={
            commands.done.undo === null
              ? null
              : { command: 'settings.undo', label: t('people.undo'), onRun: commands.undo }
          }
        />
      )}
      <div className="settings-do">
        <CommandButton
          className="btn go"
          command="settings.save"
          isPending={commands.isPending}
          onRun={() => commands.save(person, { name, crmId, roles: [...roles] })}
        >
          {t('people.save')}
        </CommandButton>
        {person?.isActive === true && !person.isLastCoordinator && (
          <Button className="btn" onPress={() => commands.leave(person)}>
            <bdi>{t('people.leave', { name: person.name })}</bdi>
          </Button>
        )}
        {person?.isActive === false && (
          <Button className="btn" onPress={() => commands.comeBack(person)}>
            <bdi>{t('people.comeBack', { name: person.name })}</bdi>
          </Button>
        )}
      </div>
      {person?.isActive === true && (
        <p className="meta">{person.isLastCoordinator ? t('people.lastCoordinator') : t('people.leaveMore')}</p>
      )}
    </div>
  );
}

function Refused({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return <Refusal>{text}</Refusal>;
}
