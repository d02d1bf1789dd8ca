/** Places beside the CRM that came from files, and taking one away whole, with what would go said beforehand. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { useClient } from '../../data/client-context.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { Bones } from '../../parts/bones.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { SureOrNot } from './sure-or-not.tsx';
import { useCounted } from './use-counted.ts';

type Place = OutputOf<'files.places'>['places'][number];

export function Places({ isBusy }: { readonly isBusy: boolean }) {
  const { t } = useTranslation();
  const counted = useCounted();
  const language = useLanguage();
  const { data } = useAnswer('files.places', {});
  const [asked, setAsked] = useState<string | null>(null);
  if (data === undefined || data.places.length === 0) return null;
  const at = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Amsterdam',
  });
  return (
    <section className="files-places" aria-labelledby="files-places">
      <h3 id="files-places">{t('files.places')}</h3>
      <p className="files-intro">{t('files.placesAbout')}</p>
      <ul className="files-runs">
        {data.places.map((place) => (
          <li key={place.id}>
            <div className="files-run">
              <div>
                <b>{place.name}</b>
                <span>
                  {t('files.ofPlaceKnown', {
                    people: t('files.ofPlace', counted(place.people)),
                    donors: counted(place.donors).number,
                    gifts: counted(place.gifts).number,
                  })}
                </span>
                {place.lastReadAt !== null && (
                  <span className="soft">{t('files.lastRead', { at: at.format(new Date(place.lastReadAt)) })}</span>
                )}
              </div>
              <span />
              <Button
                className="btn"
                data-pending={isBusy || undefined}
                onPress={() => {
                  if (!isBusy) setAsked(place.id === asked ? null : place.id);
                }}
              >
                {t('files.removePlace')}
              </Button>
            </div>
            {asked === place.id && <RemovePlace place={place} onDone={() => setAsked(null)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RemovePlace({ place: { id, name }, onDone }: { readonly place: Place; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const say = useSentence();
  const counted = useCounted();
  const client = useClient();
  const { data: preview } = useAnswer('files.placePreview', { id });
  const remove = useMutation({ mutationFn: () => client.ask('files.removePlace', { id }), onSuccess: onDone });
  if (preview === undefined) return <Bones className="found-bones" />;
  if (preview.whyNot !== null) return <Refusal>{say(preview.whyNot)}</Refusal>;
  const { people, donors, gifts, consents, strangersObjecting, inCrm } = preview;
  return (
    <SureOrNot name={t('files.removeOf', { name })} sure={t('files.removeSure')} doing={remove} onNot={onDone}>
      <p>{t('files.goPeople', counted(people))}</p>
      {gifts > 0 && <p>{t('files.goGifts', counted(gifts))}</p>}
      {consents > 0 && <p>{t('files.goConsents', counted(consents))}</p>}
      {strangersObjecting > 0 && <p>{t('files.goObjecting', counted(strangersObjecting))}</p>}
      {donors > 0 && <p>{t('files.stayDonors', counted(donors))}</p>}
      {inCrm > 0 && <p>{t('files.inCrm', counted(inCrm))}</p>}
      <p>{t('files.goForGood')}</p>
    </SureOrNot>
  );
}
