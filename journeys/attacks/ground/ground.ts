import type { Persona } from '@academy/kernel';
import type { UnderAttack } from '../io-stages.ts';
import type { Sightings } from '../watch/sightings.ts';

export type TokenRequest = { userId: string; tenantId: string; persona: Persona; lifetimeSeconds: number };

/** An academy that runs in one of the topologies, and what an attacker or an operator could know or do around it. */
export type Ground = AsyncDisposable &
  Pick<UnderAttack, 'databasePrefix' | 'redis' | 'signingKey' | 'islands' | 'submissions'> & {
    readonly url: string;
    /** Folder of the key that signs tokens. */
    readonly issuerDirectory: string;
    issueToken(request: TokenRequest): Promise<string>;
    /** Calls to subgraphs so far. */
    subgraphCalls(): Promise<number>;
    /** What the process that the gateway runs in holds in memory. */
    memoryBytes(): Promise<number>;
    /** Everything that the academy wrote into its logs so far. */
    logLines(): Promise<readonly string[]>;
    /** What its processes were seen to do so far, behind what they answer. */
    sightings(): Promise<Sightings>;
    /** Nothing is answered by this island until `work` is done. */
    whileHanging<T>(island: string, work: () => Promise<T>): Promise<T>;
  };
