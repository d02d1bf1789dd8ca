/** Searching for a donor who is not among those who came near: whom a coordinator knows it is. */
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Input, Label, SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../commands/commands-context.tsx';
import { KeycapOf } from '../../commands/keycap.tsx';
import { useClient } from '../../data/client-context.ts';
import { questionOf } from '../../data/use-answer.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { TroubleBar } from '../../parts/trouble-bar.tsx';

/** Of one key nobody can tell anything. */
const FEWEST_KEYS = 2;

export function FindDonor({ onFound }: { readonly onFound: (donorId: number) => void }) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const subject = text.trim();
  const isAsked = subject.length >= FEWEST_KEYS;
  const { data, error, refetch } = useQuery({
    ...questionOf(client, 'donor.search', { text: subject }),
    enabled: isAsked,
  });
  useCommand('matching.search', () => box.current?.select());
  const choose = (donorId: number): void => {
    setText('');
    // When the list is done with its key: it gives the focus back to the box, and whoever was found takes it from there.
    requestAnimationFrame(() => onFound(donorId));
  };
  return (
    <section className="match-find" aria-label={t('matching.search')}>
      {/* What was found is the answer already: nothing of it is filtered here. */}
      <Autocomplete filter={() => true} inputValue={text} onInputChange={setText}>
        <SearchField className="field">
          <Label>
            {t('matching.search')} <KeycapOf command="matching.search" />
          </Label>
          <Input className="box" ref={box} autoComplete="off" spellCheck={false} placeholder={t('matching.searchBy')} />
        </SearchField>
        {error !== null && <TroubleBar error={error} onClose={() => void refetch()} />}
        {/* Always there, because the box says that it controls it. */}
        <Menu
          className={`menu match-found${isAsked && data !== undefined ? '' : ' nothing-yet'}`}
          aria-label={t('matching.found')}
          renderEmptyState={() => <p className="soft">{t('matching.foundNobody')}</p>}
        >
          {(isAsked ? (data?.donors ?? []) : []).map(({ donorId, name, address, number, externalId, crmId }) => (
            <MenuItem
              key={donorId}
              id={donorId}
              className="menu-item"
              textValue={say(name)}
              onAction={() => choose(donorId)}
            >
              <b>
                <bdi>
                  {say(name).trim() === ''
                    ? t('donors.numbered', { number: externalId ?? crmId ?? donorId })
                    : say(name)}
                </bdi>
              </b>
              <small className="soft">
                <bdi>{[address, number, externalId].filter((part) => part !== null && part !== '').join(' · ')}</bdi>
              </small>
            </MenuItem>
          ))}
        </Menu>
      </Autocomplete>
    </section>
  );
}
