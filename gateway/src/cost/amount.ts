/** Values of an operation's variables. */
export type Given = Readonly<Record<string, unknown>>;

/** One reckoning: the values of a request, and the amounts that were reckoned already. */
export type Reckoning = { readonly given: Given; known?: Map<object, number> };

/** A number that is known when a document is compiled, or one that hangs on variables. */
export type Amount = number | ((reckoning: Reckoning) => number);

/** All of them together; a number when all are. */
export function sum(amounts: readonly Amount[]): Amount {
  let fixed = 0;
  const open: ((reckoning: Reckoning) => number)[] = [];
  for (const amount of amounts) {
    if (typeof amount === 'number') fixed += amount;
    else open.push(amount);
  }
  const [only] = open;
  if (only === undefined) return fixed;
  if (open.length === 1) return fixed === 0 ? only : (reckoning) => fixed + only(reckoning);
  return (reckoning) => {
    let total = fixed;
    for (const amount of open) total += amount(reckoning);
    return total;
  };
}

/** One times the other. */
export function multiplied(times: Amount, amount: Amount): Amount {
  if (times === 1) return amount;
  if (times === 0 || amount === 0) return 0;
  if (typeof times === 'number') return typeof amount === 'number' ? times * amount : (reckoning) => times * amount(reckoning);
  return (reckoning) => times(reckoning) * (typeof amount === 'number' ? amount : amount(reckoning));
}

/** The same, reckoned once per request however often it is asked for. */
export function remembered(amount: Amount): Amount {
  if (typeof amount === 'number') return amount;
  return (reckoning) => {
    const before = reckoning.known?.get(amount);
    if (before !== undefined) return before;
    const reckoned = amount(reckoning);
    reckoning.known ??= new Map();
    reckoning.known.set(amount, reckoned);
    return reckoned;
  };
}
