// Plays a learner through the public API: enrols in a seeded course, finishes its lessons, passes the final assessment,
// and prints the certification's id. Usage: npm run complete-course -- TOKEN [GRAPHQL-URL] [COURSE-SLUG]
import { randomUUID } from 'node:crypto';
import { seededCourses } from '@academy/courses/seed';

const [token, url = 'http://127.0.0.1:4000/graphql', slug = 'instalacion-fotovoltaica'] = process.argv.slice(2);
if (token === undefined) {
  console.error(
    'Expected the token of a learner, as npm start prints it: npm run complete-course -- TOKEN [GRAPHQL-URL] [COURSE-SLUG]',
  );
  process.exit(2);
}

// biome-ignore lint/suspicious/noExplicitAny: each query below knows what it asked for
async function ask(query: string, variables: Record<string, unknown> = {}, tenant?: string): Promise<any> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-tenant-id': tenant ?? tenantOfToken() },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(10_000),
  });
  const body = (await response.json()) as { data?: unknown; errors?: unknown };
  if (body.errors !== undefined || body.data === undefined) throw new Error(`${response.status}: ${JSON.stringify(body.errors)}`);
  return body.data;
}

function tenantOfToken(): string {
  const [, claims = ''] = token?.split('.') ?? [];
  return (JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { tenant: string }).tenant;
}

const { tenant } = await ask('{ tenant { slug } }');
const course = seededCourses(tenant.slug).find((one) => one.slug === slug);
if (course === undefined)
  throw new Error(
    `There is no seeded course ${slug}; there are: ${seededCourses(tenant.slug)
      .map((one) => one.slug)
      .join(', ')}`,
  );

const enrolled = await ask(
  `mutation ($input: CourseEnrollInput!) { courseEnroll(input: $input) {
     ... on CourseEnrollSuccess { enrollment { id } } ... on AlreadyEnrolledError { enrollment { id } } } }`,
  { input: { courseId: course.id, idempotencyKey: randomUUID() } },
);
const enrollmentId: string = enrolled.courseEnroll.enrollment.id;
console.log(`enrolled in ${course.title}`);

for (const lesson of course.lessons) {
  await ask('mutation ($input: LessonCompleteInput!) { lessonComplete(input: $input) { __typename } }', {
    input: { enrollmentId, lessonId: lesson.id },
  });
}
console.log(`finished ${course.lessons.length} lessons`);

const answers = course.assessment.items.map((item) => ({ itemId: item.id, choiceKeys: item.rightChoiceKeys }));
const { assessmentSubmit } = await ask(
  `mutation ($input: AssessmentSubmitInput!) { assessmentSubmit(input: $input) {
     ... on AssessmentSubmitSuccess { result { scorePercent } } ... on UserError { code message } } }`,
  { input: { enrollmentId, answers, idempotencyKey: randomUUID() } },
);
console.log(
  assessmentSubmit.result === undefined ? assessmentSubmit.message : `passed with ${assessmentSubmit.result.scorePercent} %`,
);

for (let tries = 0; tries < 100; tries += 1) {
  const { enrollment } = await ask('query ($id: ID!) { enrollment(id: $id) { certification { id status } } }', {
    id: enrollmentId,
  });
  if (enrollment.certification !== null) {
    console.log(`certification ${enrollment.certification.id}`);
    process.exit(0);
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
}
throw new Error('No certification was opened within 20 s; see the log of npm start.');
