/** What every place says of this donor, field by field, and who is linked to her elsewhere; nothing where one place alone knows her. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { Picture as PictureAnswer } from '../../../../contract/procedures/picture.ts';
import { useClient } from '../../../data/client-context.ts';
import { useSession } from '../../../data/session-context.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import { UndoBar } from '../../../parts/undo-bar.tsx';
import { Section } from './section.tsx';

export function Picture({ donorId }: { readonly donorId: number }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { data } = useAnswer('donor.picture', { donorId });
  const [undoable, setUndoable] = useState<{ readonly decisionId: number; readonly name: string } | null>(null);
  const client = useClient();
  const undo = useMutation({
    mutationFn: (decisionId: number) => client.ask('matching.undo', { decisionId }),
    onSuccess: () => setUndoable(null),
  });
  if (data === undefined || (data.links.length === 0 && !hasSeveralPlaces(data) && undoable === null)) return null;
  return (
    <Section id="picture" title={t('picture.title')}>
      {data.level !== null && <p className="soft">{t('picture.level', { level: say(data.level) })}</p>}
      <dl className="picture">
        {data.fields.map(({ field, name, values }) => (
          <div key={field}>
            <dt>
              {say(name)}
              <Agreement values={values} />
            </dt>
            {values.map(({ value, said }, index) => (
              <dd key={say(value)} className={index === 0 ? 'first' : ''}>
                <bdi>{say(value)}</bdi> <small className="meta">{said.map((each) => say(each)).join(' · ')}</small>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <Links
        links={data.links}
        onUnlinked={(decisionId, name) => {
          undo.reset();
          setUndoable({ decisionId, name });
        }}
      />
      {undo.error !== null && <TroubleBar error={undo.error} onClose={undo.reset} />}
      {undoable !== null && (
        <UndoBar
          text={t('picture.unlinked', { name: undoable.name })}
          action={{
            command: 'donors.undoUnlink',
            label: t('matching.undo'),
            onRun: () => undo.mutate(undoable.decisionId),
          }}
        />
      )}
    </Section>
  );
}

function Agreement({ values }: Pick<PictureAnswer['fields'][number], 'values'>) {
  const { t } = useTranslation();
  // What one place alone says agrees with nobody.
  if (values.length === 1 && values[0]?.said.length === 1) return null;
  const isOne = values.length === 1;
  return (
    <span className={`st ${isOne ? 'ok' : 'cor'}`}>
      <Icon name={isOne ? 'tick' : 'arrows'} />
      {isOne ? t('picture.one') : t('picture.several', { count: values.length })}
    </span>
  );
}

function hasSeveralPlaces({ fields }: PictureAnswer): boolean {
  return fields.some(({ values }) => values.some(({ said }) => said.length > 1));
}

interface LinksProps {
  readonly links: PictureAnswer['links'];
  readonly onUnlinked: (decisionId: number, name: string) => void;
}

function Links({ links, onUnlinked }: LinksProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const { roles } = useSession().person;
  const unlink = useMutation({
    mutationFn: ({ sourceDonorId }: { readonly sourceDonorId: number; readonly name: string }) =>
      client.ask('matching.unlink', { sourceDonorId }),
    onSuccess: ({ decisionId }, { name }) => onUnlinked(decisionId, name),
  });
  return (
    <>
      {unlink.error !== null && <TroubleBar error={unlink.error} onClose={unlink.reset} />}
      <ul className="picture-links">
        {links.map(({ sourceDonorId, name, siteName, giving, linked }) => (
          <li key={sourceDonorId}>
            <p>
              <b>
                <bdi>{t('picture.linkedTo', { name, site: siteName })}</bdi>
              </b>
              <br />
              <span className="meta">
                {say(giving)}. {say(linked)}.
              </span>
            </p>
            {roles.includes('coordinator') && (
              <Button
                className="btn"
                onPress={() => {
                  if (!unlink.isPending) unlink.mutate({ sourceDonorId, name });
                }}
              >
                {t('picture.unlink')}
                <span className="hush"> {name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
