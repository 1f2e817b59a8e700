import * as z from 'zod';
import type { ControlDesk } from './control-desk.ts';
import { type Answer, answer, type Call, invalid, readJson, refusal } from './exchange.ts';
import { faultPlan } from './faults.ts';
import { fieldErrors } from './field-errors.ts';
import { bearerToken, isSameText } from './oauth.ts';
import { REJECTION_CODES, VERDICT_POLICIES } from './verdict.ts';

/** Everything below this path is the control plane. */
export const CONTROL_PREFIX = '/__sandbox/';

const decision = z.strictObject({
  externalRef: z.string(),
  outcome: z.enum(['APPROVED', 'REJECTED']),
  reasonCode: z.enum(REJECTION_CODES).default('EVIDENCE_INCOMPLETE'),
});

const verdictSetting = z.strictObject({
  policy: z.enum(VERDICT_POLICIES),
  reasonCode: z.enum(REJECTION_CODES).optional(),
});

const revision = z.strictObject({
  list: z
    .array(
      z.strictObject({
        code: z.string(),
        title: z.string(),
        level: z.int().min(1).max(5),
        sector: z.string(),
        committee: z.string(),
      }),
    )
    .max(2_000)
    .optional(),
  drop: z.array(z.string()).max(2_000).optional(),
});

type Action = { method: 'GET' | 'PUT' | 'POST'; act: (desk: ControlDesk, call: Call) => Answer };

const ACTIONS: Record<string, Action> = {
  ledger: { method: 'GET', act: (desk) => answer(200, desk.view()) },
  plan: {
    method: 'PUT',
    act: (desk, call) =>
      withBody(call, faultPlan, (plan) => {
        desk.plan(plan);
        return answer(200, plan);
      }),
  },
  decide: {
    method: 'POST',
    act: (desk, call) =>
      withBody(call, decision, ({ externalRef, outcome, reasonCode }) => {
        const isKnown = desk.decide(externalRef, outcome === 'APPROVED' ? { status: outcome } : { status: outcome, reasonCode });
        if (isKnown) return answer(200, { externalRef, outcome });
        return refusal(404, 'NOT_FOUND', 'Expected the external reference of a submission');
      }),
  },
  verdict: {
    method: 'PUT',
    act: (desk, call) =>
      withBody(call, verdictSetting, ({ policy, reasonCode }) => {
        desk.setVerdict(policy, reasonCode);
        return answer(200, { policy });
      }),
  },
  register: {
    method: 'PUT',
    act: (desk, call) =>
      withBody(call, revision, (said) => {
        desk.revise(said);
        return answer(200, {});
      }),
  },
  reset: {
    method: 'POST',
    act: (desk) => {
      desk.reset();
      return answer(200, {});
    },
  },
};

/** Answers the control plane's calls, which must carry the client secret as bearer token. */
export function createControlPlane(desk: ControlDesk, clientSecret: string): (call: Call) => Answer {
  return (call) => {
    if (!isSameText(bearerToken(call.headers.authorization) ?? '', clientSecret)) {
      const headers = { 'www-authenticate': 'Bearer' };
      return refusal(401, 'UNAUTHENTICATED', 'Expected the client secret as bearer token', { headers });
    }
    const name = call.path.slice(CONTROL_PREFIX.length);
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!action) return refusal(404, 'NOT_FOUND', `Expected one of: ${Object.keys(ACTIONS).join(', ')}`);
    if (action.method === call.method) return action.act(desk, call);
    return refusal(405, 'METHOD_NOT_ALLOWED', `Expected ${action.method}`, { headers: { allow: action.method } });
  };
}

function withBody<T>(call: Call, schema: z.ZodType<T>, act: (body: T) => Answer): Answer {
  const json = readJson(call);
  if (!json.ok) return json.answer;
  const parsed = schema.safeParse(json.value);
  return parsed.success ? act(parsed.data) : invalid(fieldErrors(parsed.error, json.value));
}
