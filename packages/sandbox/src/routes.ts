import type { Catalogue } from './catalogue.ts';
import { type Answer, answer, type Call, invalid, readJson, refusal } from './exchange.ts';
import type { Fault, RouteClass } from './faults.ts';
import type { Ledger } from './ledger.ts';
import type { Scope, Tokens } from './oauth.ts';
import type { PublicRegister } from './register.ts';
import { SOMEBODY_ELSES_APPROVAL, toReceipt, toSubmissionAnswer, UNKNOWN_SUBMISSION_ID } from './submission-answer.ts';
import type { ParsedSubmission } from './submission-request.ts';

const DEFAULT_PAGE_SIZE = 25;
const MAX_PAGE_SIZE = 100;

type Handler = (call: Call, fault: Fault | undefined) => Answer;

type Endpoint = { method: 'GET' | 'POST'; path: RegExp; route: RouteClass; handle: Handler };

/** Where a call leads; `allow` lists the methods of a path that has others. */
export type Destination =
  | { kind: 'endpoint'; route: RouteClass; handle: Handler }
  | { kind: 'other-method'; allow: string }
  | { kind: 'nowhere' };

type Authority = {
  tokens: Tokens;
  ledger: Ledger;
  catalogue: Catalogue;
  register: PublicRegister;
  parseSubmission: (body: unknown) => ParsedSubmission;
  isIdempotent: boolean;
};

/** The authority's public interface: every path, its methods, and what they do. */
export function createRoutes(authority: Authority): (method: string, path: string) => Destination {
  const guarded =
    (scope: Scope, handle: Handler): Handler =>
    (call, fault) =>
      authority.tokens.refuse(call, scope) ?? handle(call, fault);
  const endpoints: Endpoint[] = [
    { method: 'POST', path: /^\/oauth2\/token$/, route: 'token', handle: (call) => authority.tokens.issue(call) },
    {
      method: 'POST',
      path: /^\/v1\/submissions$/,
      route: 'submit',
      handle: guarded('submissions:write', (call, fault) => submit(authority, call, fault)),
    },
    {
      method: 'GET',
      path: /^\/v1\/submissions$/,
      route: 'poll',
      handle: guarded('submissions:read', (call, fault) => lookUp(authority, call, fault)),
    },
    {
      method: 'GET',
      path: /^\/v1\/submissions\/[^/]+$/,
      route: 'poll',
      handle: guarded('submissions:read', (call, fault) => poll(authority, call, fault)),
    },
    {
      method: 'GET',
      path: /^\/v1\/standards$/,
      route: 'standards',
      handle: guarded('standards:read', (call) => listStandards(authority, call)),
    },
    {
      method: 'GET',
      path: /^\/v1\/standards\/[^/]+$/,
      route: 'standards',
      handle: guarded('standards:read', (call) => showStandard(authority, call)),
    },
    {
      method: 'GET',
      path: /^\/CONOCERBACKCITAS\/sectoresProductivos\/getEstandaresAll$/,
      route: 'register',
      handle: (_call, fault) => answer(200, listRegister(authority, fault)),
    },
  ];
  return (method, path) => findEndpoint(endpoints, method, path);
}

function findEndpoint(endpoints: readonly Endpoint[], method: string, path: string): Destination {
  const onPath = endpoints.filter((endpoint) => endpoint.path.test(path));
  const found = onPath.find((endpoint) => endpoint.method === method);
  if (found) return { kind: 'endpoint', route: found.route, handle: found.handle };
  if (onPath.length === 0) return { kind: 'nowhere' };
  return { kind: 'other-method', allow: onPath.map((endpoint) => endpoint.method).join(', ') };
}

function submit(authority: Authority, call: Call, fault: Fault | undefined): Answer {
  const json = readJson(call);
  if (!json.ok) return json.answer;
  const parsed = authority.parseSubmission(json.value);
  if (!parsed.ok) return invalid(parsed.errors);
  const key = call.headers['idempotency-key'];
  if (Array.isArray(key) || (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key))) {
    return refusal(400, 'BAD_IDEMPOTENCY_KEY', 'Expected one Idempotency-Key of 1 to 255 printable characters');
  }
  // Without a header the external reference is the key, so that either habit of a client is served.
  const effectiveKey = authority.isIdempotent ? (key ?? `ref:${parsed.request.externalRef}`) : undefined;
  const reception = authority.ledger.receive(parsed.request, effectiveKey);
  if (reception.kind === 'conflict') {
    const message = 'Expected the same request as the first with this idempotency key; use a new key for a new request';
    return refusal(409, 'IDEMPOTENCY_CONFLICT', message);
  }
  const receipt = toReceipt(reception.submission);
  const headers: Record<string, string> = { location: `/v1/submissions/${receipt.id}` };
  if (reception.kind === 'replayed') headers['idempotent-replayed'] = 'true';
  if (fault?.plan.mode !== 'wrongId') return answer(201, receipt, headers);
  fault.land();
  return answer(201, { ...receipt, id: UNKNOWN_SUBMISSION_ID });
}

function poll(authority: Authority, call: Call, fault: Fault | undefined): Answer {
  const seen = authority.ledger.observe(lastSegment(call.path), fault);
  if (!seen) return refusal(404, 'NOT_FOUND', 'Expected the id of a submission; look it up by externalRef');
  if (fault?.plan.mode !== 'wrongId') return answer(200, toSubmissionAnswer(seen.submission, seen.shown));
  fault.land();
  return answer(200, SOMEBODY_ELSES_APPROVAL);
}

function lookUp(authority: Authority, call: Call, fault: Fault | undefined): Answer {
  const externalRef = call.query.get('externalRef');
  if (externalRef === null || externalRef === '') {
    return invalid([{ field: 'externalRef', expected: 'the reference of a submission', got: 'nothing' }]);
  }
  if (fault?.plan.mode === 'wrongId') {
    fault.land();
    return answer(200, { items: [SOMEBODY_ELSES_APPROVAL] });
  }
  const seen = authority.ledger.idsOf(externalRef).map((id) => authority.ledger.observe(id, fault));
  return answer(200, {
    items: seen.filter((each) => each !== undefined).map((each) => toSubmissionAnswer(each.submission, each.shown)),
  });
}

function listStandards(authority: Authority, call: Call): Answer {
  const page = positiveInteger(call.query.get('page') ?? '1');
  const pageSize = positiveInteger(call.query.get('pageSize') ?? String(DEFAULT_PAGE_SIZE));
  if (page !== undefined && pageSize !== undefined && pageSize <= MAX_PAGE_SIZE) {
    return answer(200, authority.catalogue.page(page, pageSize));
  }
  const got = JSON.stringify(Object.fromEntries(call.query)).slice(0, 100);
  return invalid([{ field: 'page', expected: `page from 1, pageSize from 1 to ${MAX_PAGE_SIZE}`, got }]);
}

function showStandard(authority: Authority, call: Call): Answer {
  const standard = authority.catalogue.find(lastSegment(call.path));
  return standard ? answer(200, standard) : refusal(404, 'NOT_FOUND', 'Expected the code of a listed standard');
}

function listRegister({ register }: Authority, fault: Fault | undefined): unknown[] {
  const rows = register.rows();
  if (fault?.plan.mode !== 'halfList' && fault?.plan.mode !== 'emptyList') return rows;
  fault.land();
  return fault.plan.mode === 'emptyList' ? [] : rows.slice(0, rows.length / 2);
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function positiveInteger(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
