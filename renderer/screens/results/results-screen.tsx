/** Resultaten: what was done, how donors took it, and the map of the journey. For a coordinator. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RESULT_PERIODS } from '../../../contract/procedures/results.ts';
import { LEVEL_NAMES, LOYALTY_LEVELS, type LoyaltyLevel } from '../../../domain/loyalty/level.ts';
import { writeCsv } from '../../../domain/results/csv.ts';
import { useTitle } from '../../app/use-document.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { KeycapOf } from '../../commands/keycap.tsx';
import { useClient } from '../../data/client-context.ts';
import { savePdf } from '../../data/save-pdf.ts';
import { questionOf } from '../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { Bar } from '../../parts/bar.tsx';
import { Bones } from '../../parts/bones.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useScrollable } from '../../parts/use-scrollable.ts';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { ResultPanels } from './result-panels.tsx';
import { resultRows } from './results-csv.ts';
import './results.css';

type Period = (typeof RESULT_PERIODS)[number];

const EVERYBODY = 'everybody';

export function ResultsScreen() {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useClient();
  const textOf = useTroubleText();
  const [period, setPeriod] = useState<Period>('quarter');
  const [level, setLevel] = useState<LoyaltyLevel | null>(null);
  // What was counted stays until the next count has come; it is counted anew each time that somebody looks.
  const question = questionOf(client, 'results.get', { period, level });
  const { data, error } = useQuery({ ...question, placeholderData: keepPreviousData, refetchOnMount: 'always' });
  const levels = [null, ...LOYALTY_LEVELS];
  const body = useRef<HTMLElement>(null);
  const scrollable = useScrollable(body);
  useTitle(t('results.title'));
  useCommand('results.leave', () => void navigate('/'));
  useCommand('results.period', () => setPeriod(RESULT_PERIODS[(RESULT_PERIODS.indexOf(period) + 1) % 3] ?? 'quarter'));
  useCommand('results.level', () => setLevel(levels[(levels.indexOf(level) + 1) % levels.length] ?? null));
  const board = useMutation({ mutationFn: () => client.ask('achieved.paper', { language }), onSuccess: savePdf });
  const save = (): void => {
    if (data !== undefined) saveFile(`${t('results.file')}-${data.to}.csv`, writeCsv(resultRows(data, language, t)));
  };
  return (
    <>
      <Bar />
      <main className="beside results">
        <section className="side-list results-side" aria-labelledby="results-title">
          <h1 id="results-title">{t('results.heading')}</h1>
          {data !== undefined && <p className="soft">{say(data.periodText)}</p>}
          <div className="results-choice">
            <p className="field-label" id="results-period">
              {t('results.period')} <KeycapOf command="results.period" />
            </p>
            <ToggleButtonGroup
              className="segments"
              aria-labelledby="results-period"
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[period]}
              onSelectionChange={(keys) => setPeriod(RESULT_PERIODS.find((id) => keys.has(id)) ?? period)}
            >
              {RESULT_PERIODS.map((id) => (
                <ToggleButton key={id} id={id} className="segment">
                  {t(`results.periods.${id}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          </div>
          <div className="results-choice">
            <p className="field-label" id="results-level">
              {t('results.level')} <KeycapOf command="results.level" />
            </p>
            <ToggleButtonGroup
              className="result-levels"
              aria-labelledby="results-level"
              orientation="vertical"
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[level ?? EVERYBODY]}
              onSelectionChange={(keys) => setLevel(LOYALTY_LEVELS.find((id) => keys.has(id)) ?? null)}
            >
              {levels.map((id) => (
                <ToggleButton key={id ?? EVERYBODY} id={id ?? EVERYBODY} className="result-level">
                  {id === null ? t('results.everybody') : capital(say(LEVEL_NAMES[id]))}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            <p className="meta">{t('results.levelHow')}</p>
          </div>
          <div className="results-do">
            <CommandButton command="results.csv" onRun={save}>
              {t('results.saveCsv')}
            </CommandButton>
            <CommandButton command="results.board" onRun={() => board.mutate()} isPending={board.isPending}>
              {t('results.achieved.board')}
            </CommandButton>
            <CommandButton command="results.print" onRun={() => window.print()}>
              {t('results.print')}
            </CommandButton>
          </div>
        </section>
        <section className="side-one results-body" aria-label={t('results.figures')} ref={body} {...scrollable}>
          {board.error !== null && <TroubleBar error={board.error} onClose={() => board.reset()} />}
          {data !== undefined ? (
            <ResultPanels results={data} />
          ) : error === null ? (
            <Bones className="bones-frame" />
          ) : (
            <TroublePage title={t('trouble.title')} text={textOf(error)} />
          )}
        </section>
      </main>
    </>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
