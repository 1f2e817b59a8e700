import { expect, test } from 'vitest';
import { keptCases } from '../fuzz/found-case.ts';
import { ours } from '../fuzz/subjects/ours.ts';
import { openArena } from '../fuzz/trial.ts';

// Each was found by `npm run fuzz:gateway`, and made small: what graphql-js answers over one schema, the gateway answers over subgraphs.
test.each(keptCases())('$title', async (found) => {
  const arena = await openArena(found, { ours });
  if ('errors' in arena) throw new Error(arena.errors.join('\n'));
  try {
    expect(arena.mistakes(found.operation)).toEqual([]);
    const tried = await arena.tryOut(found.operation);
    expect(tried?.expected.data).toBeDefined();
    expect(tried?.verdicts['ours']).toMatchObject({ difference: undefined });
    expect(arena.fallbacks('ours')).toBe(0);
  } finally {
    await arena.close();
  }
});
