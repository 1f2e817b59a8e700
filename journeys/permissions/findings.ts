import type { Relation } from './standing.ts';
import type { Viewer } from './viewer.ts';

/** What was asked: who, through which door, about what. */
export type Asked = {
  readonly viewer: Viewer;
  readonly relation: Relation;
  readonly door: string;
  /** An island that names an entity shows that it is there; the gateway asks another island for it first. */
  readonly isIsland: boolean;
};

/** An answer that is not what the matrix says. `leak`: shown and should not be; `missing`: should be shown. */
export type Difference = {
  readonly kind: 'leak' | 'missing' | 'oracle' | 'act';
  readonly field: string;
  readonly viewer: string;
  readonly relation: Relation;
  readonly door: string;
  readonly detail: string;
};

/** What became of a matrix. */
export type Findings = {
  /** Sent, and answers of single fields that were compared. */
  requests: number;
  compared: number;
  readonly differences: Difference[];
  /** Fields that somebody was shown, and fields that somebody was refused. */
  readonly shown: Set<string>;
  readonly hidden: Set<string>;
};

export function noFindings(): Findings {
  return { requests: 0, compared: 0, differences: [], shown: new Set(), hidden: new Set() };
}

/** A difference on record. */
export function differ(findings: Findings, asked: Asked, kind: Difference['kind'], field: string, detail = ''): void {
  findings.differences.push({ kind, field, viewer: asked.viewer.name, relation: asked.relation, door: asked.door, detail });
}

/** All differences as a table, the same ones of several fields in one row. */
export function tableOf(differences: readonly Difference[]): string {
  const rows = Map.groupBy(differences, ({ kind, viewer, relation, door, detail }) =>
    [kind, viewer, relation, door, detail].join(' | '),
  );
  return [...rows].map(([row, same]) => `${row} | ${[...new Set(same.map(({ field }) => field))].join(', ')}`).join('\n');
}
