/** The entries whose names a comma-separated option lists, in the option's order. Throws Error that tells the names there are. */
export function choose<Entry>(
  option: string,
  given: string,
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
): Entry[] {
  return given.split(',').map((name) => {
    const entry = entries.find((one) => nameOf(one) === name.trim());
    if (entry === undefined) {
      throw new Error(`${option}: there is no "${name.trim()}"; there are ${entries.map(nameOf).join(', ')}.`);
    }
    return entry;
  });
}

/** A number of an option. Throws Error when it is none, or less than the least. */
export function number(option: string, given: string, least: number): number {
  const value = Number(given);
  if (!Number.isFinite(value) || value < least) throw new Error(`${option}: expected a number from ${least} up, got "${given}".`);
  return value;
}
