/**
 * One thing that was looked at. `ok`: there; `later`: `npm start` brings it; `missing`: without it `npm start` fails, and
 * `advice` says what to do; `note`: worth knowing.
 * @typedef {{ subject: string, state: 'ok' | 'later' | 'missing' | 'note', found: string, advice?: string }} Finding
 */

const MARKS = { ok: '✓', later: '→', missing: '✗', note: '·' };

/** The report, and whether `npm start` would work. @param {Finding[]} findings */
export function summarise(findings) {
  const width = Math.max(...findings.map(({ subject }) => subject.length));
  const lines = findings.flatMap(({ subject, state, found, advice }) => [
    `  ${MARKS[state]} ${subject.padEnd(width)}  ${found}`,
    ...(advice === undefined ? [] : advice.split('\n').map((line) => `${' '.repeat(width + 6)}${line}`)),
  ]);
  const missing = findings.filter(({ state }) => state === 'missing');
  const verdict =
    missing.length === 0
      ? 'npm start will work here.'
      : `npm start will not work yet. Missing: ${missing.map(({ subject }) => subject).join(', ')}.`;
  return { text: [...lines, '', verdict].join('\n'), works: missing.length === 0 };
}
