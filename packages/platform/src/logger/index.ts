import { type Logger as PinoLogger, pino } from 'pino';
import { withoutValues } from '../db/without-values.ts';

export type Logger = PinoLogger;

/**
 * One JSON line per event on the standard output: `level`, `time`, `process`, `msg`, and the fields given.
 * Values under names that tell of secrets or personal data are replaced, and errors of the database tell none of the values of their query.
 */
export function createLogger(options: { process: string; level: string; destination?: { write(line: string): void } }): Logger {
  const settings = {
    base: { process: options.process },
    level: options.level,
    serializers: { err: (thrown: Error) => pino.stdSerializers.err(withoutValues(thrown) as Error) },
    redact: {
      paths: [
        'authorization',
        '*.authorization',
        'headers.authorization',
        '*.curp',
        'curp',
        '*.email',
        'email',
        '*.fullName',
        'fullName',
        '*.token',
        'token',
        '*.secret',
        'secret',
      ],
      censor: '(hidden)',
    },
  };
  return options.destination === undefined ? pino(settings) : pino(settings, options.destination);
}
