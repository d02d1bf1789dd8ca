/** One picture: chosen, shown, replaced, taken away. What is no picture is refused in words. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import type { Sentence } from '../../../../domain/language.ts';
import { useClient } from '../../../data/client-context.ts';
import { encodePicture, type PictureUse } from '../../../data/encode-picture.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { Refusal } from '../../../parts/refusal.tsx';

interface PictureFieldProps {
  readonly label: string;
  readonly picture: string | null;
  readonly use: PictureUse;
  readonly onChange: (picture: string | null) => void;
}

export function PictureField({ label, picture, use, onChange }: PictureFieldProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const client = useClient();
  const [refusal, setRefusal] = useState<Sentence | null>(null);
  const keep = useMutation({
    mutationFn: async (file: File) => {
      setRefusal(null);
      const encoded = await encodePicture(file, use);
      if (!encoded.ok) {
        setRefusal(encoded.sentence);
        return null;
      }
      return client.ask('charity.addPicture', { base64: encoded.base64 });
    },
    onSuccess: (kept) => {
      if (kept !== null) onChange(kept.id);
    },
  });
  const trouble = refusal === null ? (keep.error === null ? null : textOf(keep.error)) : say(refusal);
  return (
    <fieldset className="charity-picture" aria-label={label}>
      <p className="field-label">{label}</p>
      <div className={`charity-frame ${use}`}>
        {picture === null ? <p className="meta">{t('charity.noPicture')}</p> : <Shown id={picture} />}
      </div>
      <div className="charity-buttons">
        <FileTrigger
          acceptedFileTypes={['image/png', 'image/jpeg']}
          onSelect={(files) => {
            const [file] = files ?? [];
            if (file !== undefined && !keep.isPending) keep.mutate(file);
          }}
        >
          <Button className="btn" data-pending={keep.isPending || undefined}>
            {t(picture === null ? 'charity.choosePicture' : 'charity.otherPicture')}
          </Button>
        </FileTrigger>
        {picture !== null && (
          <Button className="btn" onPress={() => onChange(null)}>
            {t('charity.removePicture')}
          </Button>
        )}
      </div>
      {trouble !== null && <Refusal>{trouble}</Refusal>}
    </fieldset>
  );
}

function Shown({ id }: { readonly id: string }) {
  const { data } = useAnswer('charity.picture', { id });
  return data === undefined ? null : <img src={data.url} width={data.width} height={data.height} alt="" />;
}
