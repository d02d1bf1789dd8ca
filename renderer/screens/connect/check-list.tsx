/** What was found in the CRM, item by item: a state, what it is about, and what to do. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useClient } from '../../data/client-context.ts';
import { questionOf } from '../../data/use-answer.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Bones } from '../../parts/bones.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { OwnFields } from './own-fields.tsx';
import { Statuses } from './statuses.tsx';

type Check = OutputOf<'connection.check'>;
type Item = Check['items'][number];

const LOOKS: Readonly<Record<Item['state'], { readonly icon: IconName; readonly tone: string }>> = {
  ok: { icon: 'tick', tone: 'ok' },
  warning: { icon: 'triangle', tone: 'att' },
  problem: { icon: 'octagon', tone: 'stop' },
};
/** What needs somebody comes first. */
const ORDER: readonly Item['state'][] = ['problem', 'warning', 'ok'];

export function CheckList() {
  const { t } = useTranslation();
  const client = useClient();
  // The answer is about somebody else's server: it is asked again whenever this screen is opened.
  const {
    data: check,
    error,
    isFetching,
    refetch,
  } = useQuery({
    ...questionOf(client, 'connection.check', {}),
    refetchOnMount: 'always',
  });
  return (
    <section className="found" aria-labelledby="connect-found" aria-busy={isFetching}>
      <div className="found-head">
        <h2 className="t" id="connect-found">
          {t('connect.found')}
        </h2>
        <CommandButton command="connect.check" onRun={() => void refetch()} isPending={isFetching}>
          {isFetching ? t('connect.checking') : t('connect.check')}
        </CommandButton>
      </div>
      {error !== null && <TroubleBar error={error} onClose={() => void refetch()} />}
      {check === undefined ? error === null && <Bones className="found-bones" /> : <Found check={check} />}
    </section>
  );
}

function Found({ check }: { readonly check: Check }) {
  const { t } = useTranslation();
  const say = useSentence();
  const items = check.items.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <>
      {check.uses.length > 0 && <Statuses check={check} />}
      {check.fields.missing.length > 0 && <OwnFields mayCreate={check.fields.mayCreate} />}
      <ul className="check-items">
        {items.map((item) => (
          <li key={item.id} className={item.state}>
            <span className={`st ${LOOKS[item.state].tone}`}>
              <Icon name={LOOKS[item.state].icon} />
              {t(`connect.states.${item.state}`)}
            </span>
            <div>
              <h3>{say(item.title)}</h3>
              <p className="soft">{say(item.text)}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
