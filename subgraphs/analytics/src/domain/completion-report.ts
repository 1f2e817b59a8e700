import { fail, isUuid, ok, type Result } from '@academy/kernel';

/** k: figures are shown of groups of at least this many learners (k-anonymity: capability matrix, scope M). */
export const MINIMUM_GROUP_SIZE = 10;

/**
 * The learners of one course who completed it, each once, at her first completion: split by a period. The certificates are those of the
 * learners inside the period, whenever they were issued.
 */
export type CourseGroups = {
  readonly courseId: string;
  readonly before: number;
  readonly inside: number;
  readonly after: number;
  readonly certificates: number;
  readonly officialCertificates: number;
};

/** The same of those learners of the course who stand in one evaluation centre; null: in the academy itself. */
export type CentreGroups = CourseGroups & { readonly centreId: string | null };

/** A row as it may leave: a suppressed one holds no figure at all. */
export type ReportRow =
  | {
      readonly kind: 'shown';
      readonly courseId: string;
      readonly completions: number;
      readonly certificatesIssued: number;
      readonly officialCertificatesIssued: number;
    }
  | { readonly kind: 'suppressed'; readonly courseId: string };

/**
 * The row of a course: shown when the group inside the period has at least `MINIMUM_GROUP_SIZE` learners, and what is left before and after
 * it has as many, or none. Without the second condition the figures of the whole minus those of the period would be the few left over.
 * An empty group is suppressed like a small one, so that whether anybody is in it stays hidden too.
 */
export function toReportRow(groups: CourseGroups): ReportRow {
  if (!isDisclosable(groups)) return { kind: 'suppressed', courseId: groups.courseId };
  return {
    kind: 'shown',
    courseId: groups.courseId,
    completions: groups.inside,
    certificatesIssued: groups.certificates,
    officialCertificatesIssued: groups.officialCertificates,
  };
}

/**
 * The rows of one centre's report, one for each course that anything is known of in the tenant: shown when the group may be shown by itself, and what is left of
 * the tenant's report when those of all centres that are shown are subtracted has at least `MINIMUM_GROUP_SIZE` learners before, inside and after the
 * period, or nobody. Where it has not, the smallest of them are withheld too until it has.
 */
export function toCentreRows(groups: readonly CentreGroups[], centreId: string | null): ReportRow[] {
  return [...Map.groupBy(groups, (one) => one.courseId)].map(([courseId, ofCourse]): ReportRow => {
    const shown = centresShown(ofCourse).find((one) => one.centreId === centreId);
    return shown === undefined ? { kind: 'suppressed', courseId } : toReportRow(shown);
  });
}

function centresShown(ofCourse: readonly CentreGroups[]): readonly CentreGroups[] {
  const shown = ofCourse.filter(isDisclosable).toSorted((a, b) => sizeOf(b) - sizeOf(a) || (idOf(a) < idOf(b) ? -1 : 1));
  const rest = ofCourse.filter((one) => !isDisclosable(one));
  while (shown.length > 0 && !areLargeOrNobody(sums(rest))) {
    const smallest = shown.pop();
    if (smallest !== undefined) rest.push(smallest);
  }
  return shown;
}

function isDisclosable({ before, inside, after }: CourseGroups): boolean {
  return isLarge(inside) && areLargeOrNobody([before, after]);
}

function sums(groups: readonly CourseGroups[]): number[] {
  return (['before', 'inside', 'after'] as const).map((part) => groups.reduce((sum, one) => sum + one[part], 0));
}

function sizeOf({ before, inside, after }: CourseGroups): number {
  return before + inside + after;
}

/** In this order centres of one size give way: the academy itself first. */
function idOf({ centreId }: CentreGroups): string {
  return centreId ?? 'z';
}

function areLargeOrNobody(sizes: readonly number[]): boolean {
  return sizes.every((size) => size === 0 || isLarge(size));
}

function isLarge(learners: number): boolean {
  return learners >= MINIMUM_GROUP_SIZE;
}

/**
 * Negative when `a` stands before `b`: most completions first, then by course id; suppressed rows last, by course id alone,
 * so that their order tells nothing of their figures.
 */
export function compareRows(a: ReportRow, b: ReportRow): number {
  return rankOf(b) - rankOf(a) || (a.courseId < b.courseId ? -1 : Number(a.courseId > b.courseId));
}

function rankOf(row: ReportRow): number {
  return row.kind === 'shown' ? row.completions : -1;
}

/** Parts of a row's sort key. */
export const ROW_KEY_LENGTH = 2;

/** The sort key of a row, for its cursor: a client can read it, so a suppressed row's says nothing but that it is suppressed. */
export function rowKeyOf(row: ReportRow): readonly string[] {
  return [row.kind === 'shown' ? String(row.completions) : '', row.courseId];
}

export type BadRowKey = { readonly kind: 'BadRowKey'; readonly message: string };

/** The rows that stand after a sort key, in order; all of them without a key. The key's row itself need not exist any more. */
export function rowsAfter(
  rows: readonly ReportRow[],
  key: readonly string[] | undefined,
): Result<readonly ReportRow[], BadRowKey> {
  const sorted = rows.toSorted(compareRows);
  if (key === undefined) return ok(sorted);
  const [completions = '', courseId = ''] = key;
  if (!isUuid(courseId) || !/^\d{0,9}$/.test(completions)) {
    return fail({ kind: 'BadRowKey', message: 'after must be a cursor that this list returned; start again without it.' });
  }
  const last: ReportRow =
    completions === ''
      ? { kind: 'suppressed', courseId }
      : { kind: 'shown', courseId, completions: Number(completions), certificatesIssued: 0, officialCertificatesIssued: 0 };
  return ok(sorted.filter((row) => compareRows(last, row) < 0));
}
