/** The whole number above 0 that an option was given. Throws a RangeError for whoever typed it. */
export function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new RangeError(`${option} must be a whole number above 0, got "${text}".`);
}

/** Names of an option, separated by commas, each one of `known`. Throws a RangeError for whoever typed it. */
export function namesOf<Name extends string>(option: string, text: string, known: readonly Name[]): Name[] {
  return text.split(',').map((part) => {
    const name = known.find((one) => one === part.trim());
    if (name === undefined) throw new RangeError(`${option}: there is no "${part.trim()}"; there are ${known.join(', ')}.`);
    return name;
  });
}
