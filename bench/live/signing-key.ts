/** Signs the calls and the stream entries of a run of the live benchmark. */
export const BENCH_SIGNING_KEY = { id: 'bench', secret: 'a secret of the live benchmark of 32 letters or more' };
