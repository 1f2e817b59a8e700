import { z } from 'zod';

const AWAITED = ['error', 'close', 'reset', 'complete', 'event', 'snapshot', 'ack', 'pong'] as const;
/** What `expectAny` may name. */
export type Awaited = (typeof AWAITED)[number];

const codes = z.union([z.number(), z.array(z.number())]).transform((given) => [given].flat());
const ms = z.number().min(0).max(120_000);

/** Every verb, and what may stand beside it. A key that is not listed fails the case: it would otherwise be left out in silence. */
const shape = z.strictObject({
  send: z.unknown().optional(),
  sendMany: z.strictObject({ n: z.number().int().min(1).max(200_000), template: z.unknown() }).optional(),
  sendRaw: z.string().optional(),
  sendRawGen: z.unknown().optional(),
  reconnect: z.boolean().optional(),
  resumeFrom: z.union([z.number().int().min(0), z.string()]).optional(),
  pauseReading: z.union([z.boolean(), ms]).optional(),
  trigger: z.string().optional(),
  waitMs: ms.optional(),
  quietMs: ms.optional(),
  expect: z.record(z.string(), z.unknown()).optional(),
  expectAny: z.array(z.enum(AWAITED)).min(1).optional(),
  expectClose: codes.optional(),
  expectCloseOrComplete: codes.optional(),
  expectCloseOrRefuse: codes.optional(),
  expectRefuse: z.union([z.boolean(), codes]).optional(),
  collect: z.number().int().min(1).optional(),
  collectFrom: z.strictObject({ after: z.number().int().min(0), count: z.number().int().min(0) }).optional(),
  never: z.union([z.string(), z.array(z.string())]).optional(),
  withinMs: ms.optional(),
  count: z.number().int().min(1).max(100_000).optional(),
  payload: z.record(z.string(), z.unknown()).optional(),
});

/** One step of a conversation over a WebSocket. */
export type Step = z.infer<typeof shape>;

const BESIDE: readonly string[] = ['never', 'withinMs', 'count', 'payload'];

/** The steps of a case. Throws, naming the step, when one has a verb that is not known, or none. */
export function readSteps(given: unknown): Step[] {
  return z
    .array(z.unknown())
    .parse(given)
    .map((one, index) => {
      const read = shape.safeParse(one);
      const where = `Step ${index + 1}, ${JSON.stringify(one).slice(0, 200)}`;
      if (!read.success) throw new Error(`${where}: ${z.prettifyError(read.error)}`);
      const isVerb = Object.keys(read.data).some((key) => !BESIDE.includes(key)) || read.data.never !== undefined;
      if (!isVerb) throw new Error(`${where}: expected a verb, found only what may stand beside one.`);
      return read.data;
    });
}
