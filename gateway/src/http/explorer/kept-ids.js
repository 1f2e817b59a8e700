const KEY = 'explorer.kept';

/** What earlier answers told and later examples need, e.g. the id of an enrolment; for this tab. */
export const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');

/** The example's later companions find what this answer told. Answers without the thing change nothing. */
export function keepFrom(example, data) {
  if (example?.keeps === undefined || data == null) return;
  const told = Object.entries(example.keeps(data)).filter(([, value]) => value != null && value.length !== 0);
  Object.assign(kept, Object.fromEntries(told));
  sessionStorage.setItem(KEY, JSON.stringify(kept));
}
