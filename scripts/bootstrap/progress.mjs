/** Milliseconds since the epoch at which the first process of this command began, handed on over every re-start. */
export const startedAt = Number(process.env['START_T0']) || Math.round(performance.timeOrigin);

/** One line on the terminal: seconds since the command began, then what is true now. */
export function say(message) {
  console.log(progressLine((Date.now() - startedAt) / 1000, message));
}

export function progressLine(seconds, message) {
  return `${seconds.toFixed(1).padStart(5)}s  ${message}`;
}
