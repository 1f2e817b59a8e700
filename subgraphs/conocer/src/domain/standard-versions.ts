/** Where a standard stands: in force, followed by a later version, or withdrawn from the register. */
export type StandardStatus = 'ACTIVE' | 'SUPERSEDED' | 'RETIRED';

/** One version of a standard; without a version number it is the first. */
export type StandardVersion = { readonly code: string; readonly version: string | null; readonly isRetired: boolean };

/** How a version stands among the others. */
export type Standing = {
  readonly status: StandardStatus;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
};

/**
 * How the versions of one standard stand to each other, by code. A version follows the one before it, and supersedes it while it is itself not retired:
 * when a later version is withdrawn, the one before it is in force again. A retired version is followed as well, and stays retired.
 */
export function standVersions(versions: readonly StandardVersion[]): ReadonlyMap<string, Standing> {
  const inOrder = [...versions].sort((a, b) => Number(a.version ?? 0) - Number(b.version ?? 0));
  const standing = new Map<string, Standing>();
  inOrder.forEach((one, place) => {
    const next = inOrder.slice(place + 1).find(({ isRetired }) => !isRetired);
    const supersededBy = next?.code ?? null;
    const status = one.isRetired ? 'RETIRED' : supersededBy === null ? 'ACTIVE' : 'SUPERSEDED';
    standing.set(one.code, { status, supersedes: inOrder[place - 1]?.code ?? null, supersededBy });
  });
  return standing;
}
