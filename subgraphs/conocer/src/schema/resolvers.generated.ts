/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.generated.ts';
    import    { conocerAuditLog as Query_conocerAuditLog } from './audit/resolvers/Query/conocerAuditLog.ts';
import    { conocerData as Query_conocerData } from './data-subject/resolvers/Query/conocerData.ts';
import    { standard as Query_standard } from './standard/resolvers/Query/standard.ts';
import    { standards as Query_standards } from './standard/resolvers/Query/standards.ts';
import    { Certification } from './submission/resolvers/Certification.ts';
import    { Course } from './standard/resolvers/Course.ts';
import    { Standard } from './standard/resolvers/Standard.ts';
import    { Submission } from './submission/resolvers/Submission.ts';
import    { DateResolver,DateTimeResolver,EmailAddressResolver } from '@academy/platform/graphql/scalars';
    export const resolvers: Resolvers = {
      Query: { conocerAuditLog: Query_conocerAuditLog,conocerData: Query_conocerData,standard: Query_standard,standards: Query_standards },
      
      
      Certification: Certification,
Course: Course,
Standard: Standard,
Submission: Submission,
Date: DateResolver,
DateTime: DateTimeResolver,
EmailAddress: EmailAddressResolver
    }