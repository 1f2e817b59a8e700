import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Fault } from '@academy/kernel';

const derive = promisify(argon2);

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane; about 30 ms of a core. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const TAG_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([\w+/-]{22,})\$([\w+/-]{43,})$/;

/** Each takes memory and a thread of the pool that everything else of the process needs too. */
const AT_ONCE = 2;
const MAX_WAITING = 32;

/** Hashes passwords with argon2id, two at a time; rejects with Fault UNAVAILABLE when 32 wait already. */
export type PasswordHashes = {
  /** A hash to keep, as a PHC string, under a salt of its own. */
  hash(password: string): Promise<string>;
  /** Whether the hash is this password's. Without a hash the same work is done, for false. */
  verify(password: string, kept: string | undefined): Promise<boolean>;
};

export function createPasswordHashes(): PasswordHashes {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) {
      if (waiting.length >= MAX_WAITING)
        throw new Fault('UNAVAILABLE', 'Too many people sign in at this moment; try again shortly.');
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    hash: (password) =>
      inTurn(async () => {
        const nonce = randomBytes(SALT_BYTES);
        const tag = await derive('argon2id', { ...COST, message: normal(password), nonce, tagLength: TAG_BYTES });
        return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
      }),
    verify: (password, kept = NOBODYS) =>
      inTurn(async () => {
        const [, memory, passes, parallelism, salt = '', expected = ''] = PHC.exec(kept) ?? [];
        if (memory === undefined) throw new Error('A kept password hash is no PHC string of argon2id.');
        const tag = Buffer.from(expected, 'base64');
        const given = await derive('argon2id', {
          ...{ memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
          ...{ message: normal(password), nonce: Buffer.from(salt, 'base64'), tagLength: tag.length },
        });
        return timingSafeEqual(given, tag) && kept !== NOBODYS;
      }),
  };
}

/** The hash of no password, at the usual cost. */
const NOBODYS = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** The same password however a keyboard composes its letters. */
function normal(password: string): string {
  return password.normalize('NFC');
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
