/** Where a file is dropped, or chosen with a button. */
import { Button } from 'react-aria-components/Button';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Text } from 'react-aria-components/Text';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/icon.tsx';

interface Props {
  readonly isBusy: boolean;
  readonly isAgain: boolean;
  readonly onFile: (file: File) => void;
}

const TYPES = [
  '.csv',
  '.txt',
  '.tsv',
  '.xlsx',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

export function ChooseFile({ isBusy, isAgain, onFile }: Props) {
  const { t } = useTranslation();
  return (
    <DropZone
      className="files-drop"
      onDrop={(event) => {
        const item = event.items.find((each) => each.kind === 'file');
        if (item?.kind !== 'file' || isBusy) return;
        void item.getFile().then((file) => onFile(file));
      }}
    >
      <Icon name="file" />
      <Text slot="label">{t('files.drop')}</Text>
      <FileTrigger
        acceptedFileTypes={TYPES}
        onSelect={(files) => {
          const [file] = files ?? [];
          if (file !== undefined && !isBusy) onFile(file);
        }}
      >
        <Button className="btn go" data-pending={isBusy || undefined}>
          {t(isAgain ? 'files.chooseNext' : 'files.choose')}
        </Button>
      </FileTrigger>
    </DropZone>
  );
}
