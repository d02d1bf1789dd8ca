/** `--help`: what can be asked for, in the language of the system. */
import type { Sentence } from '../../domain/language.ts';
import { inOwnLanguage, printLine, type ExitCode } from './output.ts';

interface Usage {
  /** What is typed after the name of the command. */
  readonly ways: readonly string[];
  readonly about: Sentence;
}

export const USAGES: Readonly<Record<string, Usage>> = {
  'practice-crm': {
    ways: ['--load DIR [--port P] [--version 5.77]', '--donors N [--seed S] [--port P]'],
    about: { nl: 'een CRM om mee te oefenen', en: 'a CRM to practise with' },
  },
  connect: {
    ways: [
      '--url URL --api-key-file FILE [--authority-file PEM] [--allow-http]',
      '--crm salesforce --client-id KEY [--login sandbox]',
    ],
    about: { nl: 'koppelt deze werkplek met het CRM', en: 'connects this workstation to the CRM' },
  },
  check: { ways: [''], about: { nl: 'kijkt het CRM opnieuw na', en: 'looks at the CRM again' } },
  sync: { ways: [''], about: { nl: 'een ronde met het CRM', en: 'one round with the CRM' } },
  list: { ways: ['--lane caller|director'], about: { nl: 'wie er gebeld wordt', en: 'who is called' } },
  explain: {
    ways: ['--donor NUMBER [--trace]', 'why is NAME not on my list'],
    about: { nl: 'waarom wel of niet', en: 'why, and why not' },
  },
  evidence: {
    ways: ['--donor NUMBER'],
    about: { nl: 'het bewijs waarom iemand gebeld mag worden', en: 'the proof of why somebody may be called' },
  },
  import: {
    ways: [
      '--donors FILE --gifts FILE [--mapping FILE] [--save-mapping FILE]',
      '--file FILE --place NAME [--kind people|kal] [--mapping FILE] [--save-mapping FILE] [--try]',
      '--undo NUMBER|last [--try]',
    ],
    about: {
      nl: 'leest bestanden in: zonder CRM donateurs en giften, naast een CRM een bestand van een plek (gasten van een avond, een bureau). Zegt wie zeker is herkend, wie in twijfel is en wie nieuw. --try verandert niets, --undo draait een hele import terug. Vraagt de rol coördinator (--person NAME). 0 alles, 1 niets, 2 een deel.',
      en: 'takes files in: without a CRM donors and gifts, beside a CRM a file of a place (guests of an evening, a bureau). Says who is recognised for certain, who is in doubt and who is new. --try changes nothing, --undo takes a whole import back. Needs the role coordinator (--person NAME). 0 all, 1 nothing, 2 in part.',
    },
  },
  postcodes: { ways: ['--file FILE'], about: { nl: 'een postcoderegister', en: 'a register of postcodes' } },
  ask: { ways: ["PROCEDURE 'JSON'"], about: { nl: 'elke vraag van het contract', en: 'any question of the contract' } },
  backup: { ways: [''], about: { nl: 'een kopie die is nagekeken', en: 'a copy that was proved whole' } },
  doctor: {
    ways: ['[--restore]'],
    about: { nl: 'wat te doen als een profiel niet opengaat', en: 'what to do when a profile does not open' },
  },
  'forget-pin': { ways: ['--person NAME'], about: { nl: 'haalt een pincode weg', en: 'takes a PIN away' } },
  workstations: { ways: [''], about: { nl: 'welke werkplekken er zijn', en: 'which workstations there are' } },
  'breach-report': {
    ways: ['--workstation ID [--file REPORT.pdf]'],
    about: { nl: 'wat er op een verloren werkplek stond', en: 'what was on a workstation that is lost' },
  },
};

/** Of one command, or of all. */
export function help(command: string): ExitCode {
  const named = Object.hasOwn(USAGES, command) ? USAGES[command] : undefined;
  const shown = named === undefined ? Object.entries(USAGES) : ([[command, named]] as const);
  for (const [name, { ways, about }] of shown) {
    for (const way of ways) printLine(`${name} ${way}`.trimEnd());
    printLine(`    ${inOwnLanguage(about)}`);
  }
  printLine(
    inOwnLanguage({
      nl: 'Bij alles: --data DIR [--date JJJJ-MM-DD | --now ISO] [--json] [--passphrase-file FILE] [--person NAME --pin-file FILE]',
      en: 'With all: --data DIR [--date YYYY-MM-DD | --now ISO] [--json] [--passphrase-file FILE] [--person NAME --pin-file FILE]',
    }),
  );
  return 0;
}
