import { seededCourses } from '@academy/courses/seed';
import type { Persona } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import type { TenantSlug } from '@academy/testing/people';
import type { Loose } from './loose.ts';
import * as operations from './operations.ts';
import { until } from './until.ts';
import { type Watch, watchOverSse, watchOverWebSocket } from './watch.ts';

/** What a client got: the body's parts and the HTTP status. */
export type Answer = {
  readonly status: number;
  readonly data: Record<string, never> | null;
  readonly codes: readonly string[];
  readonly text: string;
};

/** Someone did not get what she asked for; she was told why by these codes. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly codes: readonly string[];

  constructor(who: string, { status, codes, text }: Answer) {
    super(`${who} was refused: ${status} ${text.slice(0, 800)}`);
    this.status = status;
    this.codes = codes;
  }
}

/** Someone at a client, acting under one persona. Everything goes through the gateway's public door. */
export class Person {
  readonly tenant: TenantSlug;
  readonly key: string;
  readonly persona: Persona;
  readonly #url: string;
  readonly #token: string | undefined;

  constructor(options: { url: string; tenant: TenantSlug; key: string; persona: Persona; token: string | undefined }) {
    this.#url = options.url;
    this.#token = options.token;
    this.tenant = options.tenant;
    this.key = options.key;
    this.persona = options.persona;
  }

  /** `jti` of her token. */
  get sessionId(): string {
    const [, payload = ''] = this.#token?.split('.') ?? [];
    return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { jti: string }).jti;
  }

  get headers(): Record<string, string> {
    return { 'x-tenant-id': this.tenant, ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }) };
  }

  /** Asks anything; never throws on errors in the answer. */
  async asks(query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers, ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    const body = JSON.parse(text) as {
      data?: Record<string, never> | null;
      errors?: { message: string; extensions?: { code?: string } }[];
    };
    return {
      status: response.status,
      data: body.data ?? null,
      codes: (body.errors ?? []).map((error) => error.extensions?.code ?? error.message),
      text,
    };
  }

  /** Asks for data; throws Refused when there is any error. */
  async gets(query: string, variables: Record<string, unknown> = {}): Promise<Loose> {
    const answer = await this.asks(query, variables);
    if (answer.codes.length > 0 || answer.data === null) throw new Refused(this.key, answer);
    return answer.data;
  }

  /** Enrols in a seeded course. Returns the enrolment's id. */
  async enrols(slug: string): Promise<string> {
    const { courseEnroll } = await this.gets(operations.ENROLL, {
      input: { courseId: this.#course(slug).id, idempotencyKey: newId() },
    });
    return courseEnroll.enrollment.id;
  }

  /** Finishes every lesson of an enrolment. */
  async finishesLessons(enrollmentId: string, slug: string): Promise<void> {
    for (const lesson of this.#course(slug).lessons) {
      const { lessonComplete } = await this.gets(operations.COMPLETE_LESSON, { input: { enrollmentId, lessonId: lesson.id } });
      if (lessonComplete.__typename !== 'LessonCompleteSuccess')
        throw new Error(`A lesson was refused: ${JSON.stringify(lessonComplete)}`);
    }
  }

  /** Hands in the final assessment, all right or all wrong. Returns the mutation's result. */
  async handsIn(
    enrollmentId: string,
    slug: string,
    answers: 'right' | 'wrong' = 'right',
    idempotencyKey: string = newId(),
  ): Promise<Loose> {
    const items = this.#course(slug).assessment.items.map((item) => ({
      itemId: item.id,
      choiceKeys: answers === 'right' ? item.rightChoiceKeys : item.wrongChoiceKeys,
    }));
    const { assessmentSubmit } = await this.gets(operations.SUBMIT_ASSESSMENT, {
      input: { enrollmentId, answers: items, idempotencyKey },
    });
    return assessmentSubmit;
  }

  /** Enrols, learns and passes. Returns the enrolment's id. */
  async completesCourse(slug: string): Promise<string> {
    const enrollmentId = await this.enrols(slug);
    await this.finishesLessons(enrollmentId, slug);
    const result = await this.handsIn(enrollmentId, slug);
    if (result.__typename !== 'AssessmentSubmitSuccess' || result.result.isPassed !== true)
      throw new Error(`The assessment was not passed: ${JSON.stringify(result)}`);
    return enrollmentId;
  }

  /** The certification that an enrolment leads to, as soon as there is one. */
  certificationOf(enrollmentId: string, deadlineMs?: number): Promise<string> {
    return until(
      `a certification of ${this.key}’s enrolment`,
      async () => {
        const { enrollment } = await this.gets(operations.CERTIFICATION_OF_ENROLLMENT, { id: enrollmentId });
        return (enrollment?.certification?.id as string | undefined) ?? undefined;
      },
      deadlineMs,
    );
  }

  /** The certification, once it is in this state. */
  seesCertification(id: string, status: string, deadlineMs?: number): Promise<Loose> {
    return until(
      `certification ${id} to be ${status}`,
      async () => {
        const { certification } = await this.gets(operations.CERTIFICATION, { id });
        return certification.status === status ? certification : undefined;
      },
      deadlineMs,
    );
  }

  /** Watches a certification. */
  watches(certificationId: string, options: { over?: 'websocket' | 'sse'; query?: string; after?: string } = {}): Watch {
    const { over, query = operations.WATCH, after = null } = options;
    return this.subscribes(query, { id: certificationId, after }, over);
  }

  /** Watches anything. */
  subscribes(query: string, variables: Record<string, unknown> = {}, over: 'websocket' | 'sse' = 'websocket'): Watch {
    const subscription = { url: this.#url, headers: this.headers, query, variables };
    return over === 'sse' ? watchOverSse(subscription) : watchOverWebSocket(subscription);
  }

  #course(slug: string) {
    const course = seededCourses(this.tenant).find((one) => one.slug === slug);
    if (course === undefined) throw new Error(`There is no seeded course ${slug}.`);
    return course;
  }
}
