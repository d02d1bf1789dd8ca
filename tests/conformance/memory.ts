import type { Json } from '../../sync/practice/json.ts';
import { isObject } from '../../sync/practice/json.ts';

/** The users whose keys a recording speaks of. */
export type KeyName = 'admin' | 'caller' | 'link' | 'nokey';

export type Keys = Readonly<Record<KeyName, string>>;

const ONE_NAME = /^\{\{([^{}]+)\}\}$/;
const NAMES = /\{\{([^{}]+)\}\}/g;

/** The name between the braces, when the text is nothing else. */
export function wholeName(text: string): string | undefined {
  return ONE_NAME.exec(text)?.[1];
}

/** Cuts a text into what stands outside and inside braces, by turns. */
export function cutAtNames(text: string): readonly string[] {
  return text.split(NAMES);
}

/** A value as it stands inside a longer text. */
function asText(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a replay knows: the keys, the name of this run, and the values that earlier answers gave. */
export class Memory {
  readonly #keys: Keys;
  readonly #values = new Map<string, Json>();

  constructor(keys: Keys, run: string) {
    this.#keys = keys;
    this.#values.set('run', run);
  }

  key(name: string): string {
    const found = Object.entries(this.#keys).find(([known]) => known === name);
    if (found === undefined) throw new Error(`There is no key called ${name}.`);
    return found[1];
  }

  remember(name: string, value: Json): void {
    this.#values.set(name, value);
  }

  /** The value that a name in braces stands for; `|s` asks for it as text. @throws Error for a name not seen yet */
  recall(name: string): Json {
    if (name.startsWith('key:')) return this.key(name.slice(4));
    const wantsText = name.endsWith('|s');
    const value = this.#values.get(wantsText ? name.slice(0, -2) : name);
    if (value === undefined) throw new Error(`No earlier step has told {{${name}}}.`);
    return wantsText ? asText(value) : value;
  }

  recallText(name: string): string {
    return asText(this.recall(name));
  }

  /** The same text with the names in it replaced. */
  fillText(text: string): string {
    return cutAtNames(text)
      .map((part, index) => (index % 2 === 1 ? this.recallText(part) : part))
      .join('');
  }

  /** The same value with the names in it replaced; a text that is one name becomes what the name stands for. */
  fill(value: Json): Json {
    if (typeof value === 'string') {
      const name = wholeName(value);
      return name === undefined ? this.fillText(value) : this.recall(name);
    }
    if (Array.isArray(value)) return value.map((item: Json) => this.fill(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.fillText(key), this.fill(item)]));
  }
}
