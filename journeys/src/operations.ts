export const ENROLL = `mutation ($input: CourseEnrollInput!) {
  courseEnroll(input: $input) {
    __typename
    ... on CourseEnrollSuccess { enrollment { id } }
    ... on AlreadyEnrolledError { code enrollment { id } }
    ... on UserError { code message }
  }
}`;

export const COMPLETE_LESSON = `mutation ($input: LessonCompleteInput!) {
  lessonComplete(input: $input) { __typename ... on LessonCompleteSuccess { enrollment { progressPercent } } ... on UserError { code message } }
}`;

export const SUBMIT_ASSESSMENT = `mutation ($input: AssessmentSubmitInput!) {
  assessmentSubmit(input: $input) {
    __typename
    ... on AssessmentSubmitSuccess { enrollment { id status } result { isPassed scorePercent } }
    ... on UserError { code message }
  }
}`;

export const CERTIFICATION_OF_ENROLLMENT = `query ($id: ID!) { enrollment(id: $id) { certification { id } } }`;

export const CERTIFICATION = `query ($id: ID!) {
  certification(id: $id) {
    id status hold seq folio officialFolio rejectionReason
    missedCriteria { criterion required scored reason }
    candidate { displayName }
    course { title instructor { displayName } standards { code } }
    certificate { id folio status verificationCode }
    submission { status attempts officialFolio }
    history(first: 100) { edges { node { seq previousStatus status hold } } }
  }
}`;

export const WATCH = `subscription ($id: ID!, $after: String) {
  certificationStatusChanged(certificationId: $id, after: $after) {
    kind seq previousStatus status hold resume
    certification { id certificate { folio } course { title instructor { displayName } } }
  }
}`;

export const VERIFY = `query ($code: String!) { certificateVerification(code: $code) { folio isValid status courseTitle standardCode holderInitials officialFolio } }`;

export const REPORT = `{
  completionReport(first: 50) {
    minimumGroupSize
    rows { edges { node { isSuppressed completions certificatesIssued officialCertificatesIssued course { id slug title } } } }
  }
}`;

export const ABOUT_ME = `{
  me {
    id displayName fullName email curpMasked
    tenant { slug }
    portfolio(first: 20) { edges { node { kind title folio } } }
    notifications(first: 20) { edges { node { topic text } } }
    enrollments(first: 20) { edges { node { status course { slug } } } }
    certifications(first: 20) { edges { node { id status } } }
  }
}`;

export const PROPOSE_REVOCATION = `mutation ($input: CertificationRevocationProposeInput!) {
  certificationRevocationPropose(input: $input) {
    __typename
    ... on CertificationRevocationProposeSuccess { revocation { id certificate { status } } }
    ... on UserError { code message }
  }
}`;

export const CONFIRM_REVOCATION = `mutation ($input: CertificationRevocationConfirmInput!) {
  certificationRevocationConfirm(input: $input) {
    __typename
    ... on CertificationRevocationConfirmSuccess { revocation { certificate { status revokedAt } } }
    ... on UserError { code message }
  }
}`;
