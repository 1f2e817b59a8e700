import { z } from 'zod';

/** Names and text values of an environment, as `process.env` gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Thrown when the environment does not fit a process's schema; the process must not start. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads a process's configuration from its environment. An empty value counts as not set.
 * Throws ConfigError with one line for each variable that does not fit: its name, what was expected and what came
 * (the value itself is left out when the name tells of a secret).
 */
export function readConfig<Schema extends z.ZodType>(schema: Schema, environment: Environment): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.') || '(environment)';
    const isSecret = /SECRET|KEY|PASSWORD|URL|TOKEN/.test(name);
    const came = given[name] === undefined ? 'nothing' : isSecret ? 'a value that is not shown' : JSON.stringify(given[name]);
    return `  ${name}: ${issue.message}; got ${came}`;
  });
  throw new ConfigError(`The environment does not fit:\n${lines.join('\n')}`);
}

/** A whole number of at least `minimum` in a text variable. */
export function wholeNumber(minimum = 0) {
  return z.coerce.number().int().min(minimum);
}

/** Several values of one schema in a text variable, separated by commas; each once. */
export function listOf<Schema extends z.ZodType<unknown, string>>(schema: Schema) {
  return z
    .string()
    .transform((text) => [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== ''))
    .pipe(z.array(schema));
}

/** A switch in a text variable: `on` or `off`. */
export function onOff() {
  return z.enum(['on', 'off']).transform((value) => value === 'on');
}

/** The variables that every process reads. Secrets have no default: a process without them does not start. */
export const processVariables = {
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Address and port that the process listens on. */
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0).default(0),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  /** With `rediss`: PEM of the CAs that the server's certificate may come from; the machine's without it. */
  REDIS_CA_FILE: z.string().optional(),
  /** Prefix of every Redis key: lets several systems share one Redis. Production leaves it empty. */
  REDIS_NAMESPACE: z
    .string()
    .regex(/^[a-z0-9-]*$/)
    .default(''),
  /** `id:secret` pairs, newest first, separated by commas; at least 32 characters a secret. Signs gateway → island calls and stream entries. */
  SIGNING_KEYS: z.string().transform((text, context) => {
    const keys = text.split(',').map((pair) => {
      const at = pair.indexOf(':');
      return { id: pair.slice(0, at), secret: pair.slice(at + 1) };
    });
    if (keys.length === 0 || keys.some((key) => key.id.length === 0 || key.secret.length < 32)) {
      context.addIssue({
        code: 'custom',
        message: 'expected id:secret pairs separated by commas, each secret 32 characters or more',
      });
      return z.NEVER;
    }
    return keys;
  }),
};
