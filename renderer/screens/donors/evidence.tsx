/** The proof of the basis for calls, saved as a text file (rules-nl.md L18). */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { writeEvidence } from '../../../domain/evidence.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { saveText } from '../../data/save-text.ts';
import { useLanguage } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';

export function Evidence({ donorId }: { readonly donorId: number }) {
  const { t } = useTranslation();
  const client = useClient();
  const language = useLanguage();
  const save = useMutation({
    mutationFn: async () => {
      const evidence = await client.ask('donor.evidence', { donor: { donorId } });
      const number = evidence.externalId ?? evidence.crmId ?? donorId;
      saveText(`${t('donors.evidence.file')}-${number}.txt`, writeEvidence(evidence, language));
    },
  });
  return (
    <>
      <CommandButton command="donors.evidence" onRun={save.mutate} isPending={save.isPending}>
        {t('donors.evidence.save')}
      </CommandButton>
      {save.isSuccess && (
        <output className="st ok">
          <Icon name="tick" />
          {t('donors.evidence.saved')}
        </output>
      )}
      {save.error !== null && <TroubleBar error={save.error} onClose={save.reset} />}
    </>
  );
}
