/** The first version number in a text such as `postgres (PostgreSQL) 15.18 (Debian)`, or undefined. */
export function versionIn(text) {
  return /\d+(?:\.\d+)*/.exec(text)?.[0];
}

/** Negative, zero or positive, as `left` is older than, as old as or newer than `right`. Missing parts count as 0. */
export function compareVersions(left, right) {
  const a = left.split('.').map(Number);
  const b = right.split('.').map(Number);
  for (let part = 0; part < Math.max(a.length, b.length); part++) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function isAtLeast(version, minimum) {
  return compareVersions(version, minimum) >= 0;
}
