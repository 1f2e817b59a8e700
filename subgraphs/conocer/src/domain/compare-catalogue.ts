import type { ListedStandard } from './register-row.ts';
import { type StandardStatus, type Standing, standVersions } from './standard-versions.ts';

/** What the register says of a standard, and how it stands among its versions. */
export type CatalogueFacts = Omit<ListedStandard, 'isWithdrawn'> & Standing;

/** A standard of the catalogue, with what is remembered of earlier readings. */
export type KnownStandard = CatalogueFacts & {
  /** Whether a good reading ever listed it: one that none did is not missed. */
  readonly wasListed: boolean;
  readonly absences: number;
};

/** Facts that may differ between two readings. */
const COMPARED = ['title', 'level', 'sector', 'committee', 'status', 'supersedes', 'supersededBy'] as const;
type ComparedField = (typeof COMPARED)[number];
/** What may change: also what the academy itself computes of the register's facts, when its model does. */
export type ChangedField = ComparedField | 'alignment';

/** One difference. RETIRED: withdrawn from the register; whatever else differs is named too. */
export type CatalogueChange =
  | { readonly kind: 'ADDED'; readonly after: CatalogueFacts }
  | {
      readonly kind: 'CHANGED' | 'RETIRED';
      readonly fields: readonly ChangedField[];
      readonly before: CatalogueFacts;
      readonly after: CatalogueFacts;
    };

/** What a reading makes of the catalogue. */
export type CatalogueComparison = {
  /** By code. */
  readonly changes: readonly CatalogueChange[];
  /** Codes that this reading lists. */
  readonly listed: readonly string[];
  /** Codes that it does not, though an earlier one did: how often in a row by now. */
  readonly absences: ReadonlyMap<string, number>;
};

/** A standard is taken for retired when so many good readings in a row do not list it: the public list is known to leave out some that exist. */
export const ABSENCES_UNTIL_RETIRED = 3;

/**
 * How a reading of the register differs from the catalogue. A standard is retired when the reading says so, or when it has been absent from three good
 * readings in a row; it comes back when it is listed again. Nothing is ever removed: earlier versions stay, with what follows them.
 */
export function compareCatalogue(known: readonly KnownStandard[], reading: readonly ListedStandard[]): CatalogueComparison {
  const knownByCode = new Map(known.map((standard) => [standard.code, standard]));
  const readByCode = new Map(reading.map((standard) => [standard.code, standard]));
  const absences = new Map(
    known.filter(({ code, wasListed }) => wasListed && !readByCode.has(code)).map(({ code, absences }) => [code, absences + 1]),
  );
  const codes = [...new Set([...knownByCode.keys(), ...readByCode.keys()])].sort();
  const versions = codes.map((code) => {
    const facts = readByCode.get(code) ?? knownByCode.get(code);
    if (facts === undefined) throw new Error(`The code ${code} comes from neither side.`);
    return { ...facts, isRetired: isRetired(readByCode.get(code), knownByCode.get(code), absences.get(code) ?? 0) };
  });
  const standings = new Map<string, Standing>();
  for (const group of Map.groupBy(versions, ({ major }) => major).values()) {
    for (const [code, standing] of standVersions(group)) standings.set(code, standing);
  }
  const changes = versions.flatMap((facts): CatalogueChange[] => {
    const { code, major, version, title, level, sector, committee } = facts;
    const standing = standings.get(code);
    if (standing === undefined) throw new Error(`The version ${code} stands nowhere.`);
    return changeOf(knownByCode.get(code), { code, major, version, title, level, sector, committee, ...standing });
  });
  return { changes, listed: [...readByCode.keys()], absences };
}

function isRetired(read: ListedStandard | undefined, known: KnownStandard | undefined, absences: number): boolean {
  if (read !== undefined) return read.isWithdrawn;
  return known?.status === 'RETIRED' || absences >= ABSENCES_UNTIL_RETIRED;
}

function changeOf(known: KnownStandard | undefined, after: CatalogueFacts): CatalogueChange[] {
  if (known === undefined) return [{ kind: 'ADDED', after }];
  const fields = COMPARED.filter((field) => known[field] !== after[field]);
  if (fields.length === 0) return [];
  const { wasListed: _, absences: __, ...before } = known;
  const hasRetired = retires(before.status, after.status);
  return [{ kind: hasRetired ? 'RETIRED' : 'CHANGED', fields, before, after }];
}

function retires(before: StandardStatus, after: StandardStatus): boolean {
  return before !== 'RETIRED' && after === 'RETIRED';
}
