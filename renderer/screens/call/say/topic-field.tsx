/** What a question, complaint or idea is about: decides who answers it. The arrows choose without opening the list. */
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../../contract/procedures/call.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { OneOf } from '../../../parts/one-of.tsx';

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
    <OneOf
      className="composer-topic"
      labelClassName="hush"
      label={t('call.followUp.topic')}
      value={chosen}
      placement="top start"
      options={topics.map(({ id, name }) => ({ id: id ?? '', name: say(name) }))}
      onChange={onChange}
    />
  );
}
