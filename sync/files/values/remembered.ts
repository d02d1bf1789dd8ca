/** Reading the same text once: a file of a hundred thousand gifts has a few thousand days and a handful of statuses. */

/** @param read pure: the same text always gives the same answer */
export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const answers = new Map<string, { readonly value: Value }>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known.value;
    const value = read(text);
    answers.set(text, { value });
    return value;
  };
}
