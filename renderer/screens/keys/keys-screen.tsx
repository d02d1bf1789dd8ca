/** Toetsen: the commands of every screen, and the key that this person has for each. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useTitle } from '../../app/use-document.ts';
import { SCREENS, screenOf, type CommandId } from '../../commands/catalogue.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { writtenName } from '../../commands/keycap.tsx';
import { CHANGEABLE, keysOf, ownKeys, type OwnKeys } from '../../commands/own-keys.ts';
import { usePreferences } from '../../data/use-preferences.ts';
import { useStore } from '../../data/store.ts';
import { Bar } from '../../parts/bar.tsx';
import { KeyRow } from './key-row.tsx';
import './keys.css';

export function KeysScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { setKeys } = usePreferences();
  const own = useStore(ownKeys);
  const [said, setSaid] = useState<string | null>(null);
  const count = Object.keys(own).length;
  useTitle(t('keySettings.title'));
  useCommand('keys.leave', () => void navigate('/'));

  const keep = (next: OwnKeys, id: CommandId): void => {
    setKeys(next);
    const [key = ''] = keysOf(id, next);
    setSaid(t('keySettings.saved', { command: t(`commands.${id}`), key: writtenName(key, t) }));
  };
  return (
    <>
      <Bar />
      <main className="key-settings">
        <header>
          <h1>{t('keySettings.title')}</h1>
          <p className="soft">{t('keySettings.intro')}</p>
          <div className="key-settings-all">
            <output>{said ?? (count === 0 ? t('keySettings.none') : t('keySettings.changed', { count }))}</output>
            {count > 0 && (
              <Button
                className="btn"
                onPress={() => {
                  setKeys({});
                  setSaid(null);
                }}
              >
                {t('keySettings.allBack')}
              </Button>
            )}
          </div>
        </header>
        <div className="key-groups">
          {SCREENS.map((screen) => ({ screen, ids: CHANGEABLE.filter((id) => screenOf(id) === screen) }))
            .filter(({ ids }) => ids.length > 0)
            .map(({ screen, ids }) => (
              <section key={screen} aria-labelledby={`keys-${screen}`}>
                <h2 id={`keys-${screen}`}>{t(`help.groups.${screen}`)}</h2>
                <ul>
                  {ids.map((id) => (
                    <KeyRow
                      key={id}
                      id={id}
                      own={own}
                      onChoose={(key) => keep({ ...own, [id]: key }, id)}
                      onBack={() => keep(withoutKey(own, id), id)}
                    />
                  ))}
                </ul>
              </section>
            ))}
        </div>
      </main>
    </>
  );
}

function withoutKey(own: OwnKeys, id: CommandId): OwnKeys {
  return Object.fromEntries(Object.entries(own).filter(([other]) => other !== id));
}
