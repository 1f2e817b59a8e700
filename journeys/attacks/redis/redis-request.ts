import { z } from 'zod';

const text = z.union([z.string(), z.number()]).transform(String);

/** What a case does with Redis. An unknown key fails the case. */
export const redisRequest = z
  .strictObject({
    user: z.enum(['admin', 'app']).default('admin'),
    cmd: z.array(text).min(1).optional(),
    scan: z.string().optional(),
    keyMustMatch: z.string().optional(),
    valueMustNotMatch: z.string().optional(),
    enqueue: z
      .strictObject({
        queue: z.string(),
        times: z.number().int().min(1).max(10_000).default(1),
        data: z.record(z.string(), z.unknown()),
        name: z.string().optional(),
      })
      .optional(),
    xadd: z
      .strictObject({
        stream: z.string(),
        fields: z.record(z.string(), z.unknown()),
        times: z.number().int().min(1).max(10_000).default(1),
      })
      .optional(),
  })
  .refine(({ cmd, scan, enqueue, xadd }) => [cmd, scan, enqueue, xadd].filter((verb) => verb !== undefined).length === 1, {
    message: 'one of cmd, scan, enqueue and xadd was expected',
  });
