/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.generated.ts';
    import    { accreditations as Query_accreditations } from './accreditation/resolvers/Query/accreditations.ts';
import    { authorityStatus as Query_authorityStatus } from './authority/resolvers/Query/authorityStatus.ts';
import    { authorityTotals as Query_authorityTotals } from './authority/resolvers/Query/authorityTotals.ts';
import    { conocerAuditLog as Query_conocerAuditLog } from './audit/resolvers/Query/conocerAuditLog.ts';
import    { conocerData as Query_conocerData } from './data-subject/resolvers/Query/conocerData.ts';
import    { standard as Query_standard } from './standard/resolvers/Query/standard.ts';
import    { standards as Query_standards } from './standard/resolvers/Query/standards.ts';
import    { standardsSyncs as Query_standardsSyncs } from './standards-sync/resolvers/Query/standardsSyncs.ts';
import    { accreditationEnd as Mutation_accreditationEnd } from './accreditation/resolvers/Mutation/accreditationEnd.ts';
import    { accreditationRecord as Mutation_accreditationRecord } from './accreditation/resolvers/Mutation/accreditationRecord.ts';
import    { standardsSync as Mutation_standardsSync } from './standards-sync/resolvers/Mutation/standardsSync.ts';
import    { submissionPrioritize as Mutation_submissionPrioritize } from './submission/resolvers/Mutation/submissionPrioritize.ts';
import    { Accreditation } from './accreditation/resolvers/Accreditation.ts';
import    { AuthorityBreaker } from './authority/resolvers/AuthorityBreaker.ts';
import    { Certification } from './submission/resolvers/Certification.ts';
import    { Course } from './standard/resolvers/Course.ts';
import    { Instrument } from './instrument/resolvers/Instrument.ts';
import    { Standard as standard_Standard } from './standard/resolvers/Standard.ts';
import    { Standard as instrument_Standard } from './instrument/resolvers/Standard.ts';
import    { StandardAlignment } from './standard/resolvers/StandardAlignment.ts';
import    { StandardChange } from './standards-sync/resolvers/StandardChange.ts';
import    { StandardsSync } from './standards-sync/resolvers/StandardsSync.ts';
import    { Submission } from './submission/resolvers/Submission.ts';
import    { DateResolver,DateTimeResolver,EmailAddressResolver } from '@academy/platform/graphql/scalars';
    export const resolvers: Resolvers = {
      Query: { accreditations: Query_accreditations,authorityStatus: Query_authorityStatus,authorityTotals: Query_authorityTotals,conocerAuditLog: Query_conocerAuditLog,conocerData: Query_conocerData,standard: Query_standard,standards: Query_standards,standardsSyncs: Query_standardsSyncs },
      Mutation: { accreditationEnd: Mutation_accreditationEnd,accreditationRecord: Mutation_accreditationRecord,standardsSync: Mutation_standardsSync,submissionPrioritize: Mutation_submissionPrioritize },
      
      Accreditation: Accreditation,
AuthorityBreaker: AuthorityBreaker,
Certification: Certification,
Course: Course,
Instrument: Instrument,
Standard: { ...standard_Standard,...instrument_Standard },
StandardAlignment: StandardAlignment,
StandardChange: StandardChange,
StandardsSync: StandardsSync,
Submission: Submission,
Date: DateResolver,
DateTime: DateTimeResolver,
EmailAddress: EmailAddressResolver
    }