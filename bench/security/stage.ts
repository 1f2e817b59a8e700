import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import type { LoadResult } from '../gateway/processes/load.ts';
import type { Spawned } from '../gateway/processes/spawned.ts';
import type { AcademyPlace } from './academy.ts';
import { TENANT } from './assembly.ts';
import type { BenchOperation } from './operations.ts';

/** One stretch of one variant. */
export type Stretch = { readonly perSecond: number; readonly cpuMs: number };

const PROFILE_MS = 8_000;

/** Variants that are up, and who asks them. */
export class Stage {
  readonly #academy: Spawned;
  readonly #driver: Spawned;
  readonly #place: AcademyPlace;
  readonly #pools: ReadonlyMap<string, Pool>;
  #asked = 0;

  constructor(academy: Spawned, driver: Spawned, place: AcademyPlace) {
    this.#academy = academy;
    this.#driver = driver;
    this.#place = place;
    const pool = (port: number) => new Pool(`http://127.0.0.1:${port}`, { connections: 1, pipelining: 1 });
    this.#pools = new Map(Object.entries(place.ports).map(([variant, port]) => [variant, pool(port)]));
  }

  get operations(): readonly BenchOperation[] {
    return this.#place.operations;
  }

  get variants(): readonly string[] {
    return Object.keys(this.#place.ports);
  }

  /** Every variant answers the same to everybody who asks; the one that is on refuses a token that was changed. Throws where not. */
  async verify(): Promise<void> {
    for (const { name, bodies, tokens } of this.operations) {
      for (const token of tokens.slice(0, 3)) {
        const answers = await Promise.all(this.variants.map((variant) => this.#ask(variant, bodies[0] ?? '', token)));
        const [first] = answers;
        if (first?.status !== 200 || first.answer['errors'] !== undefined)
          throw new Error(`${name}: ${first?.status} ${JSON.stringify(first?.answer).slice(0, 500)}`);
        const odd = this.variants.filter((_, at) => !isDeepStrictEqual(answers[at], first));
        if (odd.length > 0)
          throw new Error(`${name}: ${odd.join(', ')} answered otherwise: ${JSON.stringify(answers).slice(0, 3_000)}`);
      }
    }
    const { bodies, tokens } = this.operations[0] ?? { bodies: [], tokens: [] };
    const forged = await this.#ask('on', bodies[0] ?? '', `${tokens[0]?.slice(0, -8)}AAAAAAAA`);
    if (forged.status !== 401) throw new Error(`401 was expected to a forged token, got ${forged.status}.`);
  }

  /** Everything is compiled and every token known afterwards. */
  async warm(variants: readonly string[], ms: number): Promise<void> {
    for (const variant of variants) for (const operation of this.operations) await this.run(variant, operation, 16, ms);
  }

  /** One stretch of load; requests go on where the last one ended. */
  async run(variant: string, operation: BenchOperation, connections: number, ms: number): Promise<Stretch> {
    const { bodies, tokens } = operation;
    const before = await this.#cpuMs();
    const job = {
      port: this.#place.ports[variant],
      path: '/graphql',
      headers: { 'x-tenant-id': TENANT },
      bodies,
      tokens,
      connections,
      ms,
      from: this.#asked,
    };
    const result = await this.#driver.ask<LoadResult>(job, ms + 30_000);
    const cpuMs = ((await this.#cpuMs()) - before) / result.requests;
    this.#asked += result.requests;
    if (result.refused + result.broken > 0)
      throw new Error(`${variant}: ${result.refused} requests were refused, ${result.broken} broke.`);
    await this.#stillAnswers(variant, operation);
    return { perSecond: result.requests / result.seconds, cpuMs };
  }

  /** How long one request takes, in milliseconds, while nothing else is asked. */
  async time(variant: string, { bodies, tokens }: BenchOperation, number: number): Promise<number> {
    const token = tokens[number % tokens.length] ?? '';
    const began = performance.now();
    const answer = await this.#pools.get(variant)?.request({
      method: 'POST',
      path: '/graphql',
      headers: headersOf(token),
      body: bodies[number % bodies.length] ?? '',
    });
    await answer?.body.arrayBuffer();
    if (answer?.statusCode !== 200) throw new Error(`${variant}: 200 was expected, got ${answer?.statusCode}.`);
    return performance.now() - began;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }

  /** Writes a CPU profile of each operation, on and off. */
  async profile(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const variant of ['on', 'off']) {
      for (const [at, operation] of this.operations.entries()) {
        await this.#academy.ask('profile', 10_000);
        await this.run(variant, operation, 16, PROFILE_MS);
        await this.#academy.ask({ profileTo: join(folder, `${variant}-${at}.cpuprofile`) }, 30_000);
      }
    }
  }

  /** An answer of which a part is missing has the status of a whole one, and costs less. Throws where that has come to be. */
  async #stillAnswers(variant: string, { name, bodies, tokens }: BenchOperation): Promise<void> {
    const { answer } = await this.#ask(variant, bodies[0] ?? '', tokens[0] ?? '');
    if (answer['errors'] !== undefined) throw new Error(`${name}, ${variant}: ${JSON.stringify(answer['errors']).slice(0, 500)}`);
  }

  async #cpuMs(): Promise<number> {
    const { user, system } = await this.#academy.ask<NodeJS.CpuUsage>('cpu', 30_000);
    return (user + system) / 1_000;
  }

  async #ask(variant: string, body: string, token: string): Promise<{ status: number; answer: Record<string, unknown> }> {
    const response = await fetch(`http://127.0.0.1:${this.#place.ports[variant]}/graphql`, {
      method: 'POST',
      headers: headersOf(token),
      body,
      signal: AbortSignal.timeout(10_000),
    });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  }
}

function headersOf(token: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-tenant-id': TENANT,
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
  };
}
