/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.generated.ts';
    import    { analyticsData as Query_analyticsData } from './data-subject/resolvers/Query/analyticsData.ts';
import    { completionReport as Query_completionReport } from './report/resolvers/Query/completionReport.ts';
import    { reportVersion as Query_reportVersion } from './live/resolvers/Query/reportVersion.ts';
import    { reportUpdated as Subscription_reportUpdated } from './live/resolvers/Subscription/reportUpdated.ts';
import    { CourseCompletions } from './report/resolvers/CourseCompletions.ts';
import    { ReportUpdated } from './live/resolvers/ReportUpdated.ts';
import    { DateResolver,DateTimeResolver,EmailAddressResolver } from '@academy/platform/graphql/scalars';
    export const resolvers: Resolvers = {
      Query: { analyticsData: Query_analyticsData,completionReport: Query_completionReport,reportVersion: Query_reportVersion },
      
      Subscription: { reportUpdated: Subscription_reportUpdated },
      CourseCompletions: CourseCompletions,
ReportUpdated: ReportUpdated,
Date: DateResolver,
DateTime: DateTimeResolver,
EmailAddress: EmailAddressResolver
    }