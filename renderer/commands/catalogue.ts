/**
 * Every command there is: its keys, and when it can be given. Shortcuts, keycaps and the help sheet all read this one
 * list; a component only says what a command does while that component is on the screen.
 */

export const SCREENS = [
  'everywhere',
  'today',
  'call',
  'attention',
  'connect',
  'settings',
  'donors',
  'verify',
  'followUps',
  'matching',
  'results',
  'forecast',
  'post',
  'briefing',
  'files',
  'keys',
  'news',
] as const;
export type Screen = (typeof SCREENS)[number];

/** A layer lies over its screen while it is open, and its keys go first. */
const LAYERS = {
  emotion: 'call',
  nps: 'call',
  choice: 'call',
  appointment: 'call',
  composer: 'call',
  editor: 'call',
  wishes: 'call',
  ownPhone: 'call',
  answers: 'call',
  benefits: 'call',
  doubt: 'call',
  withdrawal: 'attention',
  conflict: 'attention',
  decision: 'attention',
  proposal: 'verify',
  handOver: 'followUps',
  consent: 'donors',
  reason: 'donors',
} as const satisfies Record<string, Screen>;
type Layer = keyof typeof LAYERS;

/** Where a command belongs. */
export type Scope = Screen | Layer;

interface Definition {
  readonly when: Scope;
  /** As written on the keycap: "Enter", "B", "Ctrl+Enter", "ArrowLeft", "1". None for what no slip of a key may do. */
  readonly keys: readonly string[];
  /** Works in the middle of a text, because it cannot be typed. */
  readonly whileTyping?: true;
}

const FIVE = ['1', '2', '3', '4', '5'] as const;
const SEVEN = [...FIVE, '6', '7'] as const;
const NINE = [...SEVEN, '8', '9'] as const;
const TEN = ['0', ...NINE] as const;

export const COMMANDS = {
  'help.open': { when: 'everywhere', keys: ['?'] },
  'palette.open': { when: 'everywhere', keys: ['Ctrl+K'], whileTyping: true },
  'practice.begin': { when: 'everywhere', keys: [] },
  'practice.leave': { when: 'everywhere', keys: [] },
  'news.open': { when: 'everywhere', keys: [] },
  'person.lock': { when: 'everywhere', keys: ['Shift+L'] },

  'today.call': { when: 'today', keys: ['Enter'] },
  'today.postpone': { when: 'today', keys: ['L'] },
  'today.undo': { when: 'today', keys: ['Z'] },
  'today.story': { when: 'today', keys: ['D'] },
  'today.attention': { when: 'today', keys: ['A'] },
  'today.lane': { when: 'today', keys: ['W'] },
  'today.retry': { when: 'today', keys: ['R'] },

  'call.dial': { when: 'call', keys: ['B'] },
  'call.dialSecond': { when: 'call', keys: ['Shift+B'] },
  'call.ownPhone': { when: 'call', keys: ['P'] },
  'call.previousStep': { when: 'call', keys: ['ArrowLeft'] },
  'call.nextStep': { when: 'call', keys: ['ArrowRight'] },
  'call.objectionOffered': { when: 'call', keys: ['J'] },
  'call.objectionUsed': { when: 'call', keys: ['S'] },
  'call.objectionNotOffered': { when: 'call', keys: ['N'] },
  'call.notes': { when: 'call', keys: ['T'] },
  'call.question': { when: 'call', keys: ['V'] },
  'call.complaint': { when: 'call', keys: ['K'] },
  'call.idea': { when: 'call', keys: ['I'] },
  'call.emotion': { when: 'call', keys: ['E'] },
  'call.addressForm': { when: 'call', keys: ['U'] },
  'call.thumbUp': { when: 'call', keys: ['D'] },
  'call.thumbDown': { when: 'call', keys: ['Shift+D'] },
  'call.nps': { when: 'call', keys: ['A'] },
  'call.details': { when: 'call', keys: ['G'] },
  'call.previousDetail': { when: 'call', keys: ['ArrowUp'] },
  'call.nextDetail': { when: 'call', keys: ['ArrowDown'] },
  'call.answers': { when: 'call', keys: ['Q'] },
  'call.benefits': { when: 'call', keys: ['L'] },
  'call.wishes': { when: 'call', keys: ['M'] },
  'call.correct': { when: 'call', keys: ['C'] },
  'call.outcome': { when: 'call', keys: NINE },
  'call.finish': { when: 'call', keys: ['Ctrl+Enter'], whileTyping: true },
  'call.undo': { when: 'call', keys: ['Z'] },
  'call.leave': { when: 'call', keys: ['Escape'] },

  'emotion.choose': { when: 'emotion', keys: FIVE },
  'emotion.close': { when: 'emotion', keys: ['Escape'] },
  'nps.choose': { when: 'nps', keys: TEN },
  'nps.ten': { when: 'nps', keys: ['T'] },
  'nps.close': { when: 'nps', keys: ['Escape'] },
  'choice.pick': { when: 'choice', keys: FIVE },
  'choice.close': { when: 'choice', keys: ['Escape'], whileTyping: true },
  'appointment.save': { when: 'appointment', keys: ['Ctrl+Enter', 'Enter'], whileTyping: true },
  'appointment.close': { when: 'appointment', keys: ['Escape'], whileTyping: true },
  'composer.save': { when: 'composer', keys: ['Ctrl+Enter'], whileTyping: true },
  'composer.close': { when: 'composer', keys: ['Escape'], whileTyping: true },
  'editor.save': { when: 'editor', keys: ['Enter', 'Ctrl+Enter'], whileTyping: true },
  'editor.propose': { when: 'editor', keys: ['F2'], whileTyping: true },
  'editor.close': { when: 'editor', keys: ['Escape'], whileTyping: true },
  'answers.previous': { when: 'answers', keys: ['ArrowUp'], whileTyping: true },
  'answers.next': { when: 'answers', keys: ['ArrowDown'], whileTyping: true },
  'answers.ask': { when: 'answers', keys: ['Ctrl+Enter'], whileTyping: true },
  'answers.close': { when: 'answers', keys: ['Escape'], whileTyping: true },
  'benefits.answer': { when: 'benefits', keys: ['1', '2', '3'] },
  'benefits.close': { when: 'benefits', keys: ['Escape'] },
  'ownPhone.dial': { when: 'ownPhone', keys: ['Enter', 'P'] },
  'ownPhone.close': { when: 'ownPhone', keys: ['Escape'] },
  'wishes.close': { when: 'wishes', keys: ['Escape'] },
  'doubt.yes': { when: 'doubt', keys: ['J'] },
  'doubt.no': { when: 'doubt', keys: ['N'] },

  'attention.previous': { when: 'attention', keys: ['ArrowUp'] },
  'attention.next': { when: 'attention', keys: ['ArrowDown'] },
  'attention.runSync': { when: 'attention', keys: ['R'] },
  'attention.retry': { when: 'attention', keys: ['1'] },
  'attention.withdraw': { when: 'attention', keys: ['2'] },
  'attention.type': { when: 'attention', keys: ['3'] },
  'attention.later': { when: 'attention', keys: ['L'] },
  'attention.seen': { when: 'attention', keys: ['G'] },
  'attention.takeBack': { when: 'attention', keys: ['T'] },
  'attention.leave': { when: 'attention', keys: ['Escape'] },
  'conflict.mine': { when: 'conflict', keys: ['1'] },
  'conflict.theirs': { when: 'conflict', keys: ['2'] },
  'withdrawal.confirm': { when: 'withdrawal', keys: ['1'] },
  'withdrawal.close': { when: 'withdrawal', keys: ['2', 'Escape'] },

  'connect.save': { when: 'connect', keys: ['Ctrl+Enter'], whileTyping: true },
  'connect.openBrowser': { when: 'connect', keys: ['O'] },
  'connect.cancelSignIn': { when: 'connect', keys: ['X'] },
  'connect.check': { when: 'connect', keys: ['R'] },
  'connect.createFields': { when: 'connect', keys: ['V'] },
  'connect.saveStatuses': { when: 'connect', keys: ['S'] },
  'connect.leave': { when: 'connect', keys: ['Escape'] },

  'settings.previous': { when: 'settings', keys: ['ArrowUp'] },
  'settings.next': { when: 'settings', keys: ['ArrowDown'] },
  'settings.save': { when: 'settings', keys: ['Ctrl+Enter'], whileTyping: true },
  'settings.discard': { when: 'settings', keys: ['X'] },
  'settings.undo': { when: 'settings', keys: ['Z'] },
  'settings.older': { when: 'settings', keys: ['ArrowRight'] },
  'settings.newer': { when: 'settings', keys: ['ArrowLeft'] },
  'settings.leave': { when: 'settings', keys: ['Escape'] },

  'donors.search': { when: 'donors', keys: ['/'] },
  'donors.open': { when: 'donors', keys: ['Enter'], whileTyping: true },
  'donors.previous': { when: 'donors', keys: ['ArrowUp'], whileTyping: true },
  'donors.next': { when: 'donors', keys: ['ArrowDown'], whileTyping: true },
  'donors.previousDay': { when: 'donors', keys: ['ArrowLeft'] },
  'donors.nextDay': { when: 'donors', keys: ['ArrowRight'] },
  'donors.trace': { when: 'donors', keys: ['U'] },
  'donors.evidence': { when: 'donors', keys: ['P'] },
  'donors.part': { when: 'donors', keys: SEVEN },
  'donors.consent': { when: 'donors', keys: ['T'] },
  'consent.save': { when: 'consent', keys: ['Ctrl+Enter'], whileTyping: true },
  'consent.close': { when: 'consent', keys: ['Escape'], whileTyping: true },
  'reason.ringsBack': { when: 'reason', keys: ['B'] },
  'reason.question': { when: 'reason', keys: ['V'] },
  'reason.details': { when: 'reason', keys: ['G'] },
  'reason.asked': { when: 'reason', keys: ['C'] },
  'reason.save': { when: 'reason', keys: ['Ctrl+Enter'], whileTyping: true },
  'donors.leave': { when: 'donors', keys: ['Escape'] },
  'donors.undoUnlink': { when: 'donors', keys: ['Z'] },

  'verify.previous': { when: 'verify', keys: ['ArrowLeft'] },
  'verify.next': { when: 'verify', keys: ['ArrowRight'] },
  'verify.up': { when: 'verify', keys: ['ArrowUp'] },
  'verify.down': { when: 'verify', keys: ['ArrowDown'] },
  'verify.kind': { when: 'verify', keys: ['W'] },
  'verify.right': { when: 'verify', keys: ['1'] },
  'verify.accept': { when: 'verify', keys: ['2'] },
  'verify.type': { when: 'verify', keys: ['3'] },
  'verify.undo': { when: 'verify', keys: ['Z'] },
  'verify.finish': { when: 'verify', keys: ['Ctrl+Enter', 'Enter'] },
  'verify.propose': { when: 'verify', keys: ['M'] },
  'verify.again': { when: 'verify', keys: ['R'] },
  'verify.leave': { when: 'verify', keys: ['Escape'] },
  'proposal.save': { when: 'proposal', keys: ['Ctrl+Enter'], whileTyping: true },
  'proposal.close': { when: 'proposal', keys: ['Escape'], whileTyping: true },
  'decision.yes': { when: 'decision', keys: ['1'] },
  'decision.no': { when: 'decision', keys: ['2'] },

  'followUps.previous': { when: 'followUps', keys: ['ArrowUp'] },
  'followUps.next': { when: 'followUps', keys: ['ArrowDown'] },
  'followUps.write': { when: 'followUps', keys: ['T'] },
  'followUps.save': { when: 'followUps', keys: ['Ctrl+Enter'], whileTyping: true },
  'followUps.handOver': { when: 'followUps', keys: ['D'] },
  'followUps.close': { when: 'followUps', keys: ['K'] },
  'followUps.reopen': { when: 'followUps', keys: ['Z'] },
  'followUps.again': { when: 'followUps', keys: ['R'] },
  'followUps.leave': { when: 'followUps', keys: ['Escape'] },
  'handOver.save': { when: 'handOver', keys: ['Ctrl+Enter'], whileTyping: true },
  'handOver.close': { when: 'handOver', keys: ['Escape'], whileTyping: true },

  'matching.previous': { when: 'matching', keys: ['ArrowUp'] },
  'matching.next': { when: 'matching', keys: ['ArrowDown'] },
  'matching.left': { when: 'matching', keys: ['ArrowLeft'] },
  'matching.right': { when: 'matching', keys: ['ArrowRight'] },
  'matching.kind': { when: 'matching', keys: ['W'] },
  'matching.same': { when: 'matching', keys: ['1'] },
  'matching.other': { when: 'matching', keys: ['2'] },
  'matching.new': { when: 'matching', keys: ['3'] },
  'matching.later': { when: 'matching', keys: ['4'] },
  'matching.search': { when: 'matching', keys: ['/'] },
  'matching.undo': { when: 'matching', keys: ['Z'] },
  'matching.again': { when: 'matching', keys: ['R'] },
  'matching.leave': { when: 'matching', keys: ['Escape'] },

  'keys.leave': { when: 'keys', keys: ['Escape'] },
  'news.leave': { when: 'news', keys: ['Escape'] },

  'results.period': { when: 'results', keys: ['W'] },
  'results.level': { when: 'results', keys: ['N'] },
  'results.csv': { when: 'results', keys: ['C'] },
  'results.board': { when: 'results', keys: ['O'] },
  'results.print': { when: 'results', keys: ['P'] },
  'results.leave': { when: 'results', keys: ['Escape'] },

  'forecast.lane': { when: 'forecast', keys: ['W'] },
  'forecast.save': { when: 'forecast', keys: ['Ctrl+Enter'], whileTyping: true },
  'forecast.leave': { when: 'forecast', keys: ['Escape'] },

  'briefing.previous': { when: 'briefing', keys: ['ArrowUp'] },
  'briefing.next': { when: 'briefing', keys: ['ArrowDown'] },
  'briefing.call': { when: 'briefing', keys: ['B'] },
  'briefing.print': { when: 'briefing', keys: ['P'] },
  'briefing.printAll': { when: 'briefing', keys: ['Shift+P'] },
  'briefing.rememberCard': { when: 'briefing', keys: ['K'] },
  'briefing.leave': { when: 'briefing', keys: ['Escape'] },

  'post.previous': { when: 'post', keys: ['ArrowUp'] },
  'post.next': { when: 'post', keys: ['ArrowDown'] },
  'post.send': { when: 'post', keys: ['V'] },
  'post.printOne': { when: 'post', keys: ['D'] },
  'post.printLetters': { when: 'post', keys: ['P'] },
  'post.printLabels': { when: 'post', keys: ['E'] },
  'post.sendLetters': { when: 'post', keys: ['Shift+B'] },
  'post.sendCards': { when: 'post', keys: ['Shift+K'] },
  'post.undo': { when: 'post', keys: ['Z'] },
  'post.leave': { when: 'post', keys: ['Escape'] },

  'files.previous': { when: 'files', keys: ['ArrowUp'] },
  'files.next': { when: 'files', keys: ['ArrowDown'] },
  'files.check': { when: 'files', keys: ['U'] },
  'files.take': { when: 'files', keys: ['Ctrl+Enter'], whileTyping: true },
  'files.leave': { when: 'files', keys: ['Escape'] },
} as const satisfies Record<string, Definition>;

export type CommandId = keyof typeof COMMANDS;

export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[];

export function definitionOf(id: CommandId): Definition {
  return COMMANDS[id];
}

/** Of a command with a row of digits the digit says which, so that its name alone does not. */
export function isWhole(id: CommandId): boolean {
  const { keys } = definitionOf(id);
  return keys.length < 2 || !keys.every((key) => /^\d$/.test(key));
}

export function isLayer(scope: Scope): scope is Layer {
  return Object.hasOwn(LAYERS, scope);
}

/** The screen in whose group a command is listed. */
export function screenOf(id: CommandId): Screen {
  const { when } = COMMANDS[id];
  return isLayer(when) ? LAYERS[when] : when;
}
