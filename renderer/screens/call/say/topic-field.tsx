/** What a question, complaint or idea is about: decides who answers it. The arrows choose without opening the list. */
import { Button } from 'react-aria-components/Button';
import { Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components/Select';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../../contract/procedures/call.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';

interface TopicFieldProps {
  readonly topics: CallView['topics'];
  /** Empty for none. */
  readonly chosen: string;
  readonly onChange: (topicId: string) => void;
}

export function TopicField({ topics, chosen, onChange }: TopicFieldProps) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <Select
      className="field composer-topic"
      value={chosen}
      onChange={(id) => onChange(typeof id === 'string' ? id : '')}
    >
      <Label className="hush">{t('call.followUp.topic')}</Label>
      <Button className="box select">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="top start">
        <ListBox className="menu">
          {topics.map(({ id, name }) => (
            <ListBoxItem key={id ?? ''} id={id ?? ''} className="menu-item" textValue={say(name)}>
              {say(name)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
