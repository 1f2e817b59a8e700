/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.generated.ts';
    import    { completionReport as Query_completionReport } from './report/resolvers/Query/completionReport.ts';
import    { CourseCompletions } from './report/resolvers/CourseCompletions.ts';
import    { DateResolver,DateTimeResolver,EmailAddressResolver } from '@academy/platform/graphql/scalars';
    export const resolvers: Resolvers = {
      Query: { completionReport: Query_completionReport },
      
      
      CourseCompletions: CourseCompletions,
Date: DateResolver,
DateTime: DateTimeResolver,
EmailAddress: EmailAddressResolver
    }