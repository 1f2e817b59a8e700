/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.generated.ts';
    import    { accreditations as Query_accreditations } from './accreditation/resolvers/Query/accreditations.ts';
import    { authorityStatus as Query_authorityStatus } from './authority/resolvers/Query/authorityStatus.ts';
import    { authorityTotals as Query_authorityTotals } from './authority/resolvers/Query/authorityTotals.ts';
import    { conocerAuditLog as Query_conocerAuditLog } from './audit/resolvers/Query/conocerAuditLog.ts';
import    { conocerData as Query_conocerData } from './data-subject/resolvers/Query/conocerData.ts';
import    { lotPackage as Query_lotPackage } from './lot-package/resolvers/Query/lotPackage.ts';
import    { lotPackages as Query_lotPackages } from './lot-package/resolvers/Query/lotPackages.ts';
import    { standard as Query_standard } from './standard/resolvers/Query/standard.ts';
import    { standards as Query_standards } from './standard/resolvers/Query/standards.ts';
import    { standardsSyncs as Query_standardsSyncs } from './standards-sync/resolvers/Query/standardsSyncs.ts';
import    { accreditationEnd as Mutation_accreditationEnd } from './accreditation/resolvers/Mutation/accreditationEnd.ts';
import    { accreditationRecord as Mutation_accreditationRecord } from './accreditation/resolvers/Mutation/accreditationRecord.ts';
import    { lotOutcomeImport as Mutation_lotOutcomeImport } from './lot-package/resolvers/Mutation/lotOutcomeImport.ts';
import    { lotPackageDownload as Mutation_lotPackageDownload } from './lot-package/resolvers/Mutation/lotPackageDownload.ts';
import    { lotPackageExport as Mutation_lotPackageExport } from './lot-package/resolvers/Mutation/lotPackageExport.ts';
import    { lotPackageHandOver as Mutation_lotPackageHandOver } from './lot-package/resolvers/Mutation/lotPackageHandOver.ts';
import    { standardsSync as Mutation_standardsSync } from './standards-sync/resolvers/Mutation/standardsSync.ts';
import    { submissionPrioritize as Mutation_submissionPrioritize } from './submission/resolvers/Mutation/submissionPrioritize.ts';
import    { Accreditation } from './accreditation/resolvers/Accreditation.ts';
import    { AuthorityBreaker } from './authority/resolvers/AuthorityBreaker.ts';
import    { Certification } from './submission/resolvers/Certification.ts';
import    { Course } from './standard/resolvers/Course.ts';
import    { Instrument } from './instrument/resolvers/Instrument.ts';
import    { LotOutcome } from './lot-package/resolvers/LotOutcome.ts';
import    { LotOutcomeEntry } from './lot-package/resolvers/LotOutcomeEntry.ts';
import    { LotPackage } from './lot-package/resolvers/LotPackage.ts';
import    { Standard as standard_Standard } from './standard/resolvers/Standard.ts';
import    { Standard as instrument_Standard } from './instrument/resolvers/Standard.ts';
import    { StandardAlignment } from './standard/resolvers/StandardAlignment.ts';
import    { StandardChange } from './standards-sync/resolvers/StandardChange.ts';
import    { StandardsSync } from './standards-sync/resolvers/StandardsSync.ts';
import    { Submission } from './submission/resolvers/Submission.ts';
import    { DateResolver,DateTimeResolver,EmailAddressResolver } from '@academy/platform/graphql/scalars';
    export const resolvers: Resolvers = {
      Query: { accreditations: Query_accreditations,authorityStatus: Query_authorityStatus,authorityTotals: Query_authorityTotals,conocerAuditLog: Query_conocerAuditLog,conocerData: Query_conocerData,lotPackage: Query_lotPackage,lotPackages: Query_lotPackages,standard: Query_standard,standards: Query_standards,standardsSyncs: Query_standardsSyncs },
      Mutation: { accreditationEnd: Mutation_accreditationEnd,accreditationRecord: Mutation_accreditationRecord,lotOutcomeImport: Mutation_lotOutcomeImport,lotPackageDownload: Mutation_lotPackageDownload,lotPackageExport: Mutation_lotPackageExport,lotPackageHandOver: Mutation_lotPackageHandOver,standardsSync: Mutation_standardsSync,submissionPrioritize: Mutation_submissionPrioritize },
      
      Accreditation: Accreditation,
AuthorityBreaker: AuthorityBreaker,
Certification: Certification,
Course: Course,
Instrument: Instrument,
LotOutcome: LotOutcome,
LotOutcomeEntry: LotOutcomeEntry,
LotPackage: LotPackage,
Standard: { ...standard_Standard,...instrument_Standard },
StandardAlignment: StandardAlignment,
StandardChange: StandardChange,
StandardsSync: StandardsSync,
Submission: Submission,
Date: DateResolver,
DateTime: DateTimeResolver,
EmailAddress: EmailAddressResolver
    }