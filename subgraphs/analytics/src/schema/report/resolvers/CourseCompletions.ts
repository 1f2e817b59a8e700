import type { CourseCompletionsResolvers } from '../../types.generated.ts';

export const CourseCompletions: CourseCompletionsResolvers = {
  course: ({ courseId }) => ({ id: courseId }),
  isSuppressed: ({ kind }) => kind === 'suppressed',
  completions: (row) => (row.kind === 'shown' ? row.completions : null),
  certificatesIssued: (row) => (row.kind === 'shown' ? row.certificatesIssued : null),
  officialCertificatesIssued: (row) => (row.kind === 'shown' ? row.officialCertificatesIssued : null),
};
