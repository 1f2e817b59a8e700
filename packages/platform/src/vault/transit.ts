import { Fault } from '@academy/kernel';
import { z } from 'zod';
import type { KeyEncryptionKeys } from './key-encryption-keys.ts';
import { createTransitClient, type TransitSettings } from './transit-client.ts';

const PREFIX = 'transit';
/** Vault takes lists of any length; ours stay well below its body limit of 32 MiB. */
const MAX_BATCH = 500;

/** A batch bears an error for each item that failed, and an empty text in its place. */
const results = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ data: z.object({ batch_results: z.array(z.object({ ...shape, error: z.literal('').optional() })) }) });
const encrypted = results({ ciphertext: z.string().min(1) });
const decrypted = results({ plaintext: z.string().min(1) });

/**
 * Key-encryption keys that HashiCorp Vault (or OpenBao) keeps: data keys are sent to its transit engine and never leave it wrapped by anything that this process
 * holds. The transit key must be made with `derived=true`, which binds each data key to its context; `check` proves that it is, and that token and key are good.
 */
export function createTransitKeys(settings: TransitSettings): KeyEncryptionKeys {
  const client = createTransitClient(settings);
  const { key } = settings;

  async function inBatches<Item, Answer>(
    items: readonly Item[],
    ask: (batch: readonly Item[]) => Promise<Answer[]>,
  ): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (let from = 0; from < items.length; from += MAX_BATCH) {
      const batch = items.slice(from, from + MAX_BATCH);
      const answered = await ask(batch);
      if (answered.length !== batch.length) throw new Error(`Vault answered ${answered.length} of ${batch.length} data keys.`);
      answers.push(...answered);
    }
    return answers;
  }

  const keys: KeyEncryptionKeys = {
    wrap: (items) =>
      inBatches(items, async (batch) => {
        const answer = await client.post(`encrypt/${key}`, encrypted, {
          batch_input: batch.map(({ dataKey, context }) => ({
            plaintext: dataKey.toString('base64'),
            context: encoded(context),
          })),
        });
        return answer.data.batch_results.map(({ ciphertext }) => named(ciphertext));
      }),
    unwrap: (items) =>
      inBatches(items, async (batch) => {
        const answer = await client.post(`decrypt/${key}`, decrypted, {
          batch_input: batch.map(({ wrapped, context }) => ({ ciphertext: unnamed(wrapped), context: encoded(context) })),
        });
        return answer.data.batch_results.map(({ plaintext }) => Buffer.from(plaintext, 'base64'));
      }),
    rewrap: (items) =>
      inBatches(items, async (batch) => {
        const answer = await client.post(`rewrap/${key}`, encrypted, {
          batch_input: batch.map(({ wrapped, context }) => ({ ciphertext: unnamed(wrapped), context: encoded(context) })),
        });
        // Vault seals anew also what the newest version had sealed already: only a newer version is worth a write.
        return answer.data.batch_results.map(({ ciphertext }, index) => {
          const before = batch[index]?.wrapped ?? '';
          return versionOf(named(ciphertext)) === versionOf(before) ? before : named(ciphertext);
        });
      }),
    async check() {
      const [wrapped = ''] = await keys.wrap([{ dataKey: Buffer.alloc(32), context: 'check' }]);
      const [opened] = await keys.unwrap([{ wrapped, context: 'check' }]);
      if (opened === undefined || opened.length !== 32) throw new Error('Vault did not give back what it was given.');
      const isBound = await keys.unwrap([{ wrapped, context: 'another' }]).then(
        () => false,
        (thrown: unknown) => {
          if (thrown instanceof Fault) throw thrown;
          return true;
        },
      );
      if (!isBound) {
        throw new Error(
          `The transit key "${key}" opens a data key for any subject: make one with \`vault write -f ${settings.mount}/keys/${key} derived=true\`.`,
        );
      }
    },
    close: () => client.close(),
  };
  return keys;

  function named(ciphertext: string): string {
    // vault:v3:… becomes transit:<key>:v3:…, so that whoever reads it knows which key of which keeper it needs.
    if (!/^vault:v\d+:[A-Za-z0-9+/=]+$/.test(ciphertext))
      throw new Error('Vault answered a ciphertext of a form that is not known.');
    return ciphertext.replace(/^vault:/, `${PREFIX}:${key}:`);
  }

  function unnamed(wrapped: string): string {
    const begin = `${PREFIX}:${key}:`;
    if (!wrapped.startsWith(begin)) {
      throw new Error(
        `A data key is wrapped by "${wrapped.slice(0, wrapped.lastIndexOf(':'))}", which is not the transit key "${key}"; name that one too, then rewrap.`,
      );
    }
    return `vault:${wrapped.slice(begin.length)}`;
  }
}

function encoded(context: string): string {
  return Buffer.from(context, 'utf8').toString('base64');
}

function versionOf(wrapped: string): string {
  return wrapped.split(':')[2] ?? '';
}
