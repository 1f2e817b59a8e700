/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.generated.ts';
    import    { certificateVerification as Query_certificateVerification } from './certificate/resolvers/Query/certificateVerification.ts';
import    { certification as Query_certification } from './certification/resolvers/Query/certification.ts';
import    { certificationAuditLog as Query_certificationAuditLog } from './audit/resolvers/Query/certificationAuditLog.ts';
import    { certificationChanges as Query_certificationChanges } from './live/resolvers/Query/certificationChanges.ts';
import    { certificationData as Query_certificationData } from './data-subject/resolvers/Query/certificationData.ts';
import    { certifications as Query_certifications } from './certification/resolvers/Query/certifications.ts';
import    { credentialIssuer as Query_credentialIssuer } from './credential/resolvers/Query/credentialIssuer.ts';
import    { credentialVerification as Query_credentialVerification } from './credential/resolvers/Query/credentialVerification.ts';
import    { parkedSteps as Query_parkedSteps } from './parked-step/resolvers/Query/parkedSteps.ts';
import    { publicDocument as Query_publicDocument } from './credential/resolvers/Query/publicDocument.ts';
import    { caseAssign as Mutation_caseAssign } from './assignment/resolvers/Mutation/caseAssign.ts';
import    { caseUnassign as Mutation_caseUnassign } from './assignment/resolvers/Mutation/caseUnassign.ts';
import    { certificationClose as Mutation_certificationClose } from './case-act/resolvers/Mutation/certificationClose.ts';
import    { certificationHold as Mutation_certificationHold } from './case-act/resolvers/Mutation/certificationHold.ts';
import    { certificationRequest as Mutation_certificationRequest } from './certification/resolvers/Mutation/certificationRequest.ts';
import    { certificationResume as Mutation_certificationResume } from './case-act/resolvers/Mutation/certificationResume.ts';
import    { certificationRevocationConfirm as Mutation_certificationRevocationConfirm } from './certificate/resolvers/Mutation/certificationRevocationConfirm.ts';
import    { certificationRevocationPropose as Mutation_certificationRevocationPropose } from './certificate/resolvers/Mutation/certificationRevocationPropose.ts';
import    { certificationWithdraw as Mutation_certificationWithdraw } from './case-act/resolvers/Mutation/certificationWithdraw.ts';
import    { issuerKeyRotate as Mutation_issuerKeyRotate } from './credential/resolvers/Mutation/issuerKeyRotate.ts';
import    { parkedStepResolve as Mutation_parkedStepResolve } from './parked-step/resolvers/Mutation/parkedStepResolve.ts';
import    { parkedStepRetry as Mutation_parkedStepRetry } from './parked-step/resolvers/Mutation/parkedStepRetry.ts';
import    { certificationStatusChanged as Subscription_certificationStatusChanged } from './live/resolvers/Subscription/certificationStatusChanged.ts';
import    { certificationsStatusChanged as Subscription_certificationsStatusChanged } from './live/resolvers/Subscription/certificationsStatusChanged.ts';
import    { CaseAssignment } from './assignment/resolvers/CaseAssignment.ts';
import    { Certificate } from './certificate/resolvers/Certificate.ts';
import    { Certification } from './certification/resolvers/Certification.ts';
import    { CertificationStatusChanged } from './live/resolvers/CertificationStatusChanged.ts';
import    { CertificationsStatusChanged } from './live/resolvers/CertificationsStatusChanged.ts';
import    { CredentialIssuer } from './credential/resolvers/CredentialIssuer.ts';
import    { Enrollment } from './certification/resolvers/Enrollment.ts';
import    { ParkedStep } from './parked-step/resolvers/ParkedStep.ts';
import    { Revocation } from './certificate/resolvers/Revocation.ts';
import    { User } from './certification/resolvers/User.ts';
import    { DateResolver,DateTimeResolver,EmailAddressResolver } from '@academy/platform/graphql/scalars';
    export const resolvers: Resolvers = {
      Query: { certificateVerification: Query_certificateVerification,certification: Query_certification,certificationAuditLog: Query_certificationAuditLog,certificationChanges: Query_certificationChanges,certificationData: Query_certificationData,certifications: Query_certifications,credentialIssuer: Query_credentialIssuer,credentialVerification: Query_credentialVerification,parkedSteps: Query_parkedSteps,publicDocument: Query_publicDocument },
      Mutation: { caseAssign: Mutation_caseAssign,caseUnassign: Mutation_caseUnassign,certificationClose: Mutation_certificationClose,certificationHold: Mutation_certificationHold,certificationRequest: Mutation_certificationRequest,certificationResume: Mutation_certificationResume,certificationRevocationConfirm: Mutation_certificationRevocationConfirm,certificationRevocationPropose: Mutation_certificationRevocationPropose,certificationWithdraw: Mutation_certificationWithdraw,issuerKeyRotate: Mutation_issuerKeyRotate,parkedStepResolve: Mutation_parkedStepResolve,parkedStepRetry: Mutation_parkedStepRetry },
      Subscription: { certificationStatusChanged: Subscription_certificationStatusChanged,certificationsStatusChanged: Subscription_certificationsStatusChanged },
      CaseAssignment: CaseAssignment,
Certificate: Certificate,
Certification: Certification,
CertificationStatusChanged: CertificationStatusChanged,
CertificationsStatusChanged: CertificationsStatusChanged,
CredentialIssuer: CredentialIssuer,
Enrollment: Enrollment,
ParkedStep: ParkedStep,
Revocation: Revocation,
User: User,
Date: DateResolver,
DateTime: DateTimeResolver,
EmailAddress: EmailAddressResolver
    }