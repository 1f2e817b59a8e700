/** Who asks. */
export type Setting = {
  readonly name: 'distinct' | 'one';
  readonly title: 'distinct principals' | 'one principal';
  /** People who ask in turn. */
  readonly people: number;
};

/** Of distinct people nothing may be shared; of one, whatever is under way may be. 2,000: a multiple of every workload's number of bodies. */
export const SETTINGS: readonly Setting[] = [
  { name: 'distinct', title: 'distinct principals', people: 2_000 },
  { name: 'one', title: 'one principal', people: 1 },
];
