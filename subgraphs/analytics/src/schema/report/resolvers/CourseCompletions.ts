import type { CourseCompletionsResolvers } from '../../types.generated.ts';
/*
 * Note: This object type is generated because "CourseCompletionsMapper" is declared. This is to ensure runtime safety.
 *
 * When a mapper is used, it is possible to hit runtime errors in some scenarios:
 * - given a field name, the schema type's field type does not match mapper's field type
 * - or a schema type's field does not exist in the mapper's fields
 *
 * If you want to skip this file generation, remove the mapper or update the pattern in the `resolverGeneration.object` config.
 */
export const CourseCompletions: CourseCompletionsResolvers = {
  /* Implement CourseCompletions resolver logic here */
  certificatesIssued: async (_parent, _arg, _ctx) => {
    /* CourseCompletions.certificatesIssued resolver is required because CourseCompletions.certificatesIssued exists but CourseCompletionsMapper.certificatesIssued does not */
  },
  completions: async (_parent, _arg, _ctx) => {
    /* CourseCompletions.completions resolver is required because CourseCompletions.completions exists but CourseCompletionsMapper.completions does not */
  },
  course: async (_parent, _arg, _ctx) => {
    /* CourseCompletions.course resolver is required because CourseCompletions.course exists but CourseCompletionsMapper.course does not */
  },
  isSuppressed: async (_parent, _arg, _ctx) => {
    /* CourseCompletions.isSuppressed resolver is required because CourseCompletions.isSuppressed exists but CourseCompletionsMapper.isSuppressed does not */
  },
  officialCertificatesIssued: async (_parent, _arg, _ctx) => {
    /* CourseCompletions.officialCertificatesIssued resolver is required because CourseCompletions.officialCertificatesIssued exists but CourseCompletionsMapper.officialCertificatesIssued does not */
  },
};
