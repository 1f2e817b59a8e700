/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.generated.ts';
    import    { certificateVerification as Query_certificateVerification } from './certificate/resolvers/Query/certificateVerification.ts';
import    { certification as Query_certification } from './certification/resolvers/Query/certification.ts';
import    { certificationAuditLog as Query_certificationAuditLog } from './audit/resolvers/Query/certificationAuditLog.ts';
import    { certificationChanges as Query_certificationChanges } from './live/resolvers/Query/certificationChanges.ts';
import    { certificationData as Query_certificationData } from './data-subject/resolvers/Query/certificationData.ts';
import    { certifications as Query_certifications } from './certification/resolvers/Query/certifications.ts';
import    { consentTexts as Query_consentTexts } from './consent/resolvers/Query/consentTexts.ts';
import    { credentialIssuer as Query_credentialIssuer } from './credential/resolvers/Query/credentialIssuer.ts';
import    { credentialVerification as Query_credentialVerification } from './credential/resolvers/Query/credentialVerification.ts';
import    { lot as Query_lot } from './lot/resolvers/Query/lot.ts';
import    { lots as Query_lots } from './lot/resolvers/Query/lots.ts';
import    { parkedSteps as Query_parkedSteps } from './parked-step/resolvers/Query/parkedSteps.ts';
import    { publicDocument as Query_publicDocument } from './credential/resolvers/Query/publicDocument.ts';
import    { caseAssign as Mutation_caseAssign } from './assignment/resolvers/Mutation/caseAssign.ts';
import    { caseUnassign as Mutation_caseUnassign } from './assignment/resolvers/Mutation/caseUnassign.ts';
import    { certificationClose as Mutation_certificationClose } from './case-act/resolvers/Mutation/certificationClose.ts';
import    { certificationConsentGive as Mutation_certificationConsentGive } from './consent/resolvers/Mutation/certificationConsentGive.ts';
import    { certificationConsentWithdraw as Mutation_certificationConsentWithdraw } from './consent/resolvers/Mutation/certificationConsentWithdraw.ts';
import    { certificationDiagnose as Mutation_certificationDiagnose } from './evaluation/resolvers/Mutation/certificationDiagnose.ts';
import    { certificationEvaluationBegin as Mutation_certificationEvaluationBegin } from './evaluation/resolvers/Mutation/certificationEvaluationBegin.ts';
import    { certificationHold as Mutation_certificationHold } from './case-act/resolvers/Mutation/certificationHold.ts';
import    { certificationJudge as Mutation_certificationJudge } from './evaluation/resolvers/Mutation/certificationJudge.ts';
import    { certificationPlanPropose as Mutation_certificationPlanPropose } from './evaluation/resolvers/Mutation/certificationPlanPropose.ts';
import    { certificationPlanSign as Mutation_certificationPlanSign } from './evaluation/resolvers/Mutation/certificationPlanSign.ts';
import    { certificationReactivoRecord as Mutation_certificationReactivoRecord } from './evaluation/resolvers/Mutation/certificationReactivoRecord.ts';
import    { certificationRedo as Mutation_certificationRedo } from './lot/resolvers/Mutation/certificationRedo.ts';
import    { certificationRequest as Mutation_certificationRequest } from './certification/resolvers/Mutation/certificationRequest.ts';
import    { certificationResultsDeliver as Mutation_certificationResultsDeliver } from './evaluation/resolvers/Mutation/certificationResultsDeliver.ts';
import    { certificationResume as Mutation_certificationResume } from './case-act/resolvers/Mutation/certificationResume.ts';
import    { certificationRevocationConfirm as Mutation_certificationRevocationConfirm } from './certificate/resolvers/Mutation/certificationRevocationConfirm.ts';
import    { certificationRevocationPropose as Mutation_certificationRevocationPropose } from './certificate/resolvers/Mutation/certificationRevocationPropose.ts';
import    { certificationVerify as Mutation_certificationVerify } from './lot/resolvers/Mutation/certificationVerify.ts';
import    { certificationWithdraw as Mutation_certificationWithdraw } from './case-act/resolvers/Mutation/certificationWithdraw.ts';
import    { dictamenRule as Mutation_dictamenRule } from './lot/resolvers/Mutation/dictamenRule.ts';
import    { evidenceAdd as Mutation_evidenceAdd } from './evaluation/resolvers/Mutation/evidenceAdd.ts';
import    { issuerKeyRotate as Mutation_issuerKeyRotate } from './credential/resolvers/Mutation/issuerKeyRotate.ts';
import    { lotAdd as Mutation_lotAdd } from './lot/resolvers/Mutation/lotAdd.ts';
import    { lotClose as Mutation_lotClose } from './lot/resolvers/Mutation/lotClose.ts';
import    { lotCreate as Mutation_lotCreate } from './lot/resolvers/Mutation/lotCreate.ts';
import    { lotRemove as Mutation_lotRemove } from './lot/resolvers/Mutation/lotRemove.ts';
import    { parkedStepResolve as Mutation_parkedStepResolve } from './parked-step/resolvers/Mutation/parkedStepResolve.ts';
import    { parkedStepRetry as Mutation_parkedStepRetry } from './parked-step/resolvers/Mutation/parkedStepRetry.ts';
import    { certificationStatusChanged as Subscription_certificationStatusChanged } from './live/resolvers/Subscription/certificationStatusChanged.ts';
import    { certificationsStatusChanged as Subscription_certificationsStatusChanged } from './live/resolvers/Subscription/certificationsStatusChanged.ts';
import    { CaseAssignment } from './assignment/resolvers/CaseAssignment.ts';
import    { CaseJudgement } from './evaluation/resolvers/CaseJudgement.ts';
import    { CasePortfolio } from './portfolio/resolvers/CasePortfolio.ts';
import    { Certificate } from './certificate/resolvers/Certificate.ts';
import    { Certification as evaluation_Certification } from './evaluation/resolvers/Certification.ts';
import    { Certification as certification_Certification } from './certification/resolvers/Certification.ts';
import    { Certification as consent_Certification } from './consent/resolvers/Certification.ts';
import    { Certification as lot_Certification } from './lot/resolvers/Certification.ts';
import    { Certification as portfolio_Certification } from './portfolio/resolvers/Certification.ts';
import    { CertificationStatusChanged } from './live/resolvers/CertificationStatusChanged.ts';
import    { CertificationsStatusChanged } from './live/resolvers/CertificationsStatusChanged.ts';
import    { ConsentReceipt } from './consent/resolvers/ConsentReceipt.ts';
import    { ConsentText } from './consent/resolvers/ConsentText.ts';
import    { CredentialIssuer } from './credential/resolvers/CredentialIssuer.ts';
import    { DictamenOpinion } from './lot/resolvers/DictamenOpinion.ts';
import    { Enrollment } from './certification/resolvers/Enrollment.ts';
import    { EvaluationPlan } from './evaluation/resolvers/EvaluationPlan.ts';
import    { Evidence } from './evaluation/resolvers/Evidence.ts';
import    { Lot } from './lot/resolvers/Lot.ts';
import    { LotMember } from './lot/resolvers/LotMember.ts';
import    { ParkedStep } from './parked-step/resolvers/ParkedStep.ts';
import    { PinnedInstrument } from './evaluation/resolvers/PinnedInstrument.ts';
import    { PortfolioLeaf } from './portfolio/resolvers/PortfolioLeaf.ts';
import    { ReactivoAnswer } from './evaluation/resolvers/ReactivoAnswer.ts';
import    { Revocation } from './certificate/resolvers/Revocation.ts';
import    { User } from './certification/resolvers/User.ts';
import    { DateResolver,DateTimeResolver,EmailAddressResolver } from '@academy/platform/graphql/scalars';
    export const resolvers: Resolvers = {
      Query: { certificateVerification: Query_certificateVerification,certification: Query_certification,certificationAuditLog: Query_certificationAuditLog,certificationChanges: Query_certificationChanges,certificationData: Query_certificationData,certifications: Query_certifications,consentTexts: Query_consentTexts,credentialIssuer: Query_credentialIssuer,credentialVerification: Query_credentialVerification,lot: Query_lot,lots: Query_lots,parkedSteps: Query_parkedSteps,publicDocument: Query_publicDocument },
      Mutation: { caseAssign: Mutation_caseAssign,caseUnassign: Mutation_caseUnassign,certificationClose: Mutation_certificationClose,certificationConsentGive: Mutation_certificationConsentGive,certificationConsentWithdraw: Mutation_certificationConsentWithdraw,certificationDiagnose: Mutation_certificationDiagnose,certificationEvaluationBegin: Mutation_certificationEvaluationBegin,certificationHold: Mutation_certificationHold,certificationJudge: Mutation_certificationJudge,certificationPlanPropose: Mutation_certificationPlanPropose,certificationPlanSign: Mutation_certificationPlanSign,certificationReactivoRecord: Mutation_certificationReactivoRecord,certificationRedo: Mutation_certificationRedo,certificationRequest: Mutation_certificationRequest,certificationResultsDeliver: Mutation_certificationResultsDeliver,certificationResume: Mutation_certificationResume,certificationRevocationConfirm: Mutation_certificationRevocationConfirm,certificationRevocationPropose: Mutation_certificationRevocationPropose,certificationVerify: Mutation_certificationVerify,certificationWithdraw: Mutation_certificationWithdraw,dictamenRule: Mutation_dictamenRule,evidenceAdd: Mutation_evidenceAdd,issuerKeyRotate: Mutation_issuerKeyRotate,lotAdd: Mutation_lotAdd,lotClose: Mutation_lotClose,lotCreate: Mutation_lotCreate,lotRemove: Mutation_lotRemove,parkedStepResolve: Mutation_parkedStepResolve,parkedStepRetry: Mutation_parkedStepRetry },
      Subscription: { certificationStatusChanged: Subscription_certificationStatusChanged,certificationsStatusChanged: Subscription_certificationsStatusChanged },
      CaseAssignment: CaseAssignment,
CaseJudgement: CaseJudgement,
CasePortfolio: CasePortfolio,
Certificate: Certificate,
Certification: { ...evaluation_Certification,...certification_Certification,...consent_Certification,...lot_Certification,...portfolio_Certification },
CertificationStatusChanged: CertificationStatusChanged,
CertificationsStatusChanged: CertificationsStatusChanged,
ConsentReceipt: ConsentReceipt,
ConsentText: ConsentText,
CredentialIssuer: CredentialIssuer,
DictamenOpinion: DictamenOpinion,
Enrollment: Enrollment,
EvaluationPlan: EvaluationPlan,
Evidence: Evidence,
Lot: Lot,
LotMember: LotMember,
ParkedStep: ParkedStep,
PinnedInstrument: PinnedInstrument,
PortfolioLeaf: PortfolioLeaf,
ReactivoAnswer: ReactivoAnswer,
Revocation: Revocation,
User: User,
Date: DateResolver,
DateTime: DateTimeResolver,
EmailAddress: EmailAddressResolver
    }