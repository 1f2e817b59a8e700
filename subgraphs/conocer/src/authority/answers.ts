import { z } from 'zod';
import { cleanRegisterText, parseStandardCode } from '../domain/standard-code.ts';
import type { AuthorityReport, StandardsPage } from './port.ts';

// Fields that are not named here are dropped, the candidate's CURP among them.

const authorityId = z.string().regex(/^[A-Za-z0-9._:-]{1,100}$/);

export const tokenAnswer = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,4096}$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().default(60),
});

export const receiptAnswer = z.object({ id: authorityId, externalRef: z.string() });

const known = { id: authorityId, externalRef: z.string(), standardCode: z.string() };

const submission = z.discriminatedUnion('status', [
  z.object({ ...known, status: z.enum(['RECEIVED', 'IN_REVIEW']) }),
  z.object({
    ...known,
    status: z.literal('APPROVED'),
    folio: z.string().regex(/^[A-Za-z0-9./-]{1,64}$/),
    issuedOn: z.iso.date(),
  }),
  z.object({ ...known, status: z.literal('REJECTED'), reason: z.string().min(1), correctable: z.boolean() }),
]);

export const submissionAnswer = submission.transform(toReport);

export const submissionsAnswer = z.object({ items: z.array(submissionAnswer).max(1_000) });

/** Fields at fault, by path: what they held is not repeated, for it may be the candidate's. */
export const refusalAnswer = z.object({
  errors: z.array(z.object({ field: z.string().regex(/^[A-Za-z][A-Za-z0-9_.[\]]{0,60}$/) })).max(50),
});

const standard = z.object({
  code: z.string(),
  title: z.string().transform(cleanRegisterText),
  level: z.int().min(1).max(5),
  sector: z.string().transform(cleanRegisterText),
  committee: z.string().transform(cleanRegisterText),
  status: z.enum(['ACTIVE', 'RETIRED']),
});

export const standardsAnswer = z
  .object({ items: z.array(standard).max(1_000), page: z.int().min(1), pages: z.int().min(0) })
  .transform(({ items, page, pages }): StandardsPage => {
    const standards = items.flatMap((item) => {
      const code = parseStandardCode(item.code);
      return code.ok ? [{ ...item, code: code.value.code }] : [];
    });
    const unreadableCodes = items.filter(({ code }) => !parseStandardCode(code).ok).map(({ code }) => code.slice(0, 40));
    return { standards, unreadable: unreadableCodes.length, unreadableCodes, page, pages };
  });

/** The JSON value of a body in the schema's shape; undefined when the body is no JSON or has another shape. */
export function readAnswer<Schema extends z.ZodType>(schema: Schema, body: string): z.output<Schema> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return undefined;
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? parsed.data : undefined;
}

function toReport(answer: z.output<typeof submission>): AuthorityReport {
  const { externalRef, standardCode } = answer;
  const about = { authorityId: answer.id, externalRef, standardCode };
  switch (answer.status) {
    case 'RECEIVED':
      return { ...about, state: 'RECEIVED' };
    case 'IN_REVIEW':
      return { ...about, state: 'IN_PROCESS' };
    case 'APPROVED':
      return { ...about, state: 'APPROVED', officialFolio: answer.folio, issuedOn: answer.issuedOn };
    case 'REJECTED':
      return { ...about, state: 'REJECTED', reason: plainText(answer.reason), isCorrectable: answer.correctable };
  }
}

const CURP_LIKE = /[\p{L}]{4}\d{6}[HMX]\p{L}{5}[\p{L}\d]\d/giu;
const EMAIL_LIKE = /[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+/g;

/** What somebody at the authority wrote is kept and shown, without what would identify the candidate or whoever wrote. */
function plainText(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(CURP_LIKE, '(CURP)')
    .replace(EMAIL_LIKE, '(correo)')
    .trim()
    .slice(0, 500);
}
