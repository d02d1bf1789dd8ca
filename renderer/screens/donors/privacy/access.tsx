/** Everything about this donor, to hand to the donor: to read as PDF, and as JSON for a machine (AVG art. 15, 20). */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../data/client-context.ts';
import { savePdf } from '../../../data/save-pdf.ts';
import { saveText } from '../../../data/save-text.ts';
import { useLanguage } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';

export function Access({ donorId }: { readonly donorId: number }) {
  const { t } = useTranslation();
  const client = useClient();
  const language = useLanguage();
  const paper = useMutation({
    mutationFn: () => client.ask('export.paper', { donorId, language }),
    onSuccess: savePdf,
  });
  const file = useMutation({
    mutationFn: () => client.ask('export.file', { donorId }),
    onSuccess: ({ fileName, json }) => saveText(fileName, json, 'application/json'),
  });
  const error = paper.error ?? file.error;
  return (
    <>
      <Button className="btn" data-pending={paper.isPending || undefined} onPress={() => paper.mutate()}>
        {t('privacy.accessPdf')}
      </Button>
      <Button className="btn" data-pending={file.isPending || undefined} onPress={() => file.mutate()}>
        {t('privacy.accessJson')}
      </Button>
      {(paper.isSuccess || file.isSuccess) && (
        <output className="st ok">
          <Icon name="tick" />
          {t('privacy.accessDone')}
        </output>
      )}
      {error !== null && (
        <TroubleBar
          error={error}
          onClose={() => {
            paper.reset();
            file.reset();
          }}
        />
      )}
    </>
  );
}
