/** What an answer says went wrong, plainly: errors, and refusals of the domain among the data. */
export function plainErrors({ data, errors }) {
  const refusals = Object.entries(data ?? {})
    .filter(([, value]) => typeof value?.code === 'string' && typeof value.message === 'string')
    .map(([field, { code, message }]) => ({ code, message, where: [field], times: 1 }));
  const faults = new Map();
  for (const { message, path = [], extensions } of errors ?? []) {
    const code = extensions?.code ?? 'ERROR';
    const known = faults.get(code + message);
    if (known === undefined) faults.set(code + message, { code, message, where: path, times: 1 });
    else known.times += 1;
  }
  return [...faults.values(), ...refusals];
}

/** One line for a person. */
export function sentence({ message, where, times }) {
  const place = where.length === 0 ? '' : ` (${where.join('.')}${times > 1 ? ` and ${times - 1} more` : ''})`;
  return `${message}${place}`;
}
