import type { Persona } from '@academy/kernel';

/**
 * How the asker stands to what she asks about. `centre`: it is of the evaluation centre that she is the admin of. `tenant`: it is nobody's, as a report.
 * `foreign`: another tenant's.
 */
export type Relation = 'own' | 'assigned' | 'centre' | 'other' | 'tenant' | 'foreign';

/** Who asks: a column of the matrix, or nobody who is signed in. */
export type Asker = Persona | 'visitor';

/** Where the graph gives more or less than the matrix, and why that is right. */
export type Deviation = {
  readonly effect: 'wider' | 'narrower';
  readonly askers: readonly Asker[];
  readonly relations: readonly Relation[];
  /** For processes: with this scope, whatever the field's own is. */
  readonly withScope?: string;
  readonly why: string;
};
