import { ALICE, firstNode, idempotencyKey, REFUSAL } from './example-parts.js';

/** From a course to a certificate: each step takes what the steps before it told. */
export const LEARNER_EXAMPLES = [
  {
    title: '1. Find a course',
    note: 'The next examples use the first course that this finds.',
    as: ALICE,
    operation: `query FindCourse($text: String!) {
  courses(first: 1, filter: { text: $text }) {
    edges {
      node {
        id
        title
        summary
        modules { title lessons { id title minutes isRequired } }
      }
    }
  }
}
`,
    variables: () => ({ text: 'fotovoltaica' }),
    keeps: ({ courses }) => ({
      courseId: firstNode(courses)?.id,
      lessonIds: firstNode(courses)
        ?.modules.flatMap(({ lessons }) => lessons.filter((lesson) => lesson.isRequired).map(({ id }) => id))
        .slice(0, 20),
    }),
  },
  {
    title: '2. Enrol',
    as: ALICE,
    needs: { courseId: '1. Find a course' },
    operation: `mutation Enrol($input: CourseEnrollInput!) {
  courseEnroll(input: $input) {
    ... on CourseEnrollSuccess { enrollment { id status } }
    ... on AlreadyEnrolledError { enrollment { id status } }
    ${REFUSAL}
  }
}
`,
    variables: ({ courseId }) => ({ input: { courseId, idempotencyKey: idempotencyKey() } }),
    keeps: ({ courseEnroll }) => ({ enrollmentId: courseEnroll?.enrollment?.id }),
  },
  {
    title: '3. Finish the lessons',
    as: ALICE,
    needs: { lessonIds: '1. Find a course', enrollmentId: '2. Enrol' },
    operation: finishLessons,
    variables: ({ enrollmentId, lessonIds = [] }) => ({
      enrollmentId,
      ...Object.fromEntries(lessonIds.map((id, i) => [`lesson${i + 1}`, id])),
    }),
  },
  {
    title: '4. Read the questions',
    note: 'Only who is enrolled may read them. Which choices are right, nobody is told.',
    as: ALICE,
    needs: { enrollmentId: '2. Enrol' },
    operation: `query Questions($enrollmentId: ID!) {
  enrollment(id: $enrollmentId) {
    progressPercent
    course {
      assessment {
        passingScorePercent
        items { id prompt isMultipleChoice choices { key text } }
      }
    }
  }
}
`,
    variables: ({ enrollmentId }) => ({ enrollmentId }),
    keeps: ({ enrollment }) => ({
      items: enrollment?.course.assessment?.items?.map(({ id, choices }) => ({ itemId: id, choiceKeys: [choices[0].key] })),
    }),
  },
  {
    title: '5. Hand in the assessment',
    note: 'The variables hold the first choice of each question: put in the right ones. You may try again, with another idempotencyKey.',
    as: ALICE,
    needs: { enrollmentId: '2. Enrol', items: '4. Read the questions' },
    operation: `mutation HandIn($input: AssessmentSubmitInput!) {
  assessmentSubmit(input: $input) {
    ... on AssessmentSubmitSuccess { result { isPassed scorePercent } }
    ... on LessonsMissingError { missingLessons { title } }
    ${REFUSAL}
  }
}
`,
    variables: ({ enrollmentId, items = [] }) => ({ input: { enrollmentId, idempotencyKey: idempotencyKey(), answers: items } }),
  },
  {
    title: '6. My certifications',
    note: 'A moment after passing, the certification is here. “npm run complete-course” leads here too.',
    as: ALICE,
    operation: `query MyCertifications {
  certifications(first: 5) {
    edges {
      node {
        id
        status
        hold
        standardCode
        certificate { folio verificationCode }
        course { title instructor { displayName } }
        submission { status }
      }
    }
  }
}
`,
    keeps: ({ certifications }) => ({
      certificationId: firstNode(certifications)?.id,
      folio: firstNode(certifications)?.certificate?.folio,
    }),
  },
  {
    title: '7. Watch it live',
    note: 'First comes the state as it is, then every change. To see some, start while the authority still decides: 15 s under npm start.',
    as: ALICE,
    needs: { certificationId: '6. My certifications' },
    operation: `subscription Watch($id: ID!) {
  certificationStatusChanged(certificationId: $id) {
    kind
    seq
    previousStatus
    status
    hold
    certification {
      officialFolio
      certificate { folio }
      course { title instructor { displayName } }
    }
  }
}
`,
    variables: ({ certificationId }) => ({ id: certificationId }),
  },
  {
    title: 'Her notifications, live',
    note: 'Begin here, then complete a course in another window: what she is told comes as it is sent.',
    as: ALICE,
    operation: `subscription Notifications {
  notificationReceived {
    kind
    number
    topic
    notification { text sentAt }
    snapshot { text }
  }
}
`,
  },
  {
    title: '8. History, portfolio, notifications',
    as: ALICE,
    operation: `query Afterwards {
  me {
    portfolio(first: 5) { edges { node { kind title folio earnedAt } } }
    notifications(first: 5) { edges { node { text sentAt } } }
    certifications(first: 1) {
      edges { node { history(first: 20) { edges { node { seq status occurredAt } } } } }
    }
  }
}
`,
  },
];

function finishLessons({ lessonIds = [] }) {
  const lessons = lessonIds.length === 0 ? [''] : lessonIds;
  const fields = lessons.map(
    (_, i) =>
      `  lesson${i + 1}: lessonComplete(input: { enrollmentId: $enrollmentId, lessonId: $lesson${i + 1} }) { ...Progress }`,
  );
  return `mutation FinishLessons($enrollmentId: ID!, ${lessons.map((_, i) => `$lesson${i + 1}: ID!`).join(', ')}) {
${fields.join('\n')}
}

fragment Progress on LessonCompleteResult {
  ... on LessonCompleteSuccess { enrollment { progressPercent } }
  ${REFUSAL}
}
`;
}
