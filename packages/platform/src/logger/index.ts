import { type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

/**
 * One JSON line per event on the standard output: `level`, `time`, `process`, `msg`, and the fields given.
 * Values under names that tell of secrets or personal data are replaced.
 */
export function createLogger(options: { process: string; level: string; destination?: { write(line: string): void } }): Logger {
  const settings = {
    base: { process: options.process },
    level: options.level,
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
