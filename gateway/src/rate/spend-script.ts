import { createHash } from 'node:crypto';
import type { RedisDoor } from '@academy/platform/redis';
import { type Meter, type Reading, type Spending, STEP_MS, STEPS, type Verdict } from './meter.ts';

/**
 * Decides spendings one after the other, all of them in one atomic step, by the clock of Redis. KEYS: meters. ARGV: of each meter its most
 * requests and its most cost; then of each spending the numbers of its three meters and its cost. Answers, per spending: 1 or 0, the
 * milliseconds to wait, and of each meter requests, cost and milliseconds to its reset. A meter is kept as steps, oldest first, in MessagePack:
 * number, requests, cost, number, requests, cost, …
 */
const SCRIPT = `
local STEP, STEPS = ${STEP_MS}, ${STEPS}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local step = math.floor(now / STEP)
local values = redis.call('MGET', unpack(KEYS))
local meters = {}
for index = 1, #KEYS do
  local meter = { steps = {}, requests = 0, cost = 0, most = tonumber(ARGV[2 * index - 1]), dearest = tonumber(ARGV[2 * index]) }
  local steps, filled = meter.steps, 0
  local read = values[index] and cmsgpack.unpack(values[index]) or {}
  for at = 1, #read, 3 do
    if read[at] > step - STEPS then
      steps[filled + 1], steps[filled + 2], steps[filled + 3] = read[at], read[at + 1], read[at + 2]
      filled = filled + 3
      meter.requests = meter.requests + read[at + 1]
      meter.cost = meter.cost + read[at + 2]
    end
  end
  meters[index] = meter
end
local function waitOf(meter, cost)
  local requests, spent, wait = meter.requests, meter.cost, 0
  for at = 1, #meter.steps, 3 do
    if requests + 1 <= meter.most and spent + cost <= meter.dearest then break end
    requests = requests - meter.steps[at + 1]
    spent = spent - meter.steps[at + 2]
    wait = (meter.steps[at] + STEPS) * STEP - now
  end
  if 1 > meter.most or cost > meter.dearest then return STEPS * STEP end
  return wait
end
local function add(meter, cost)
  local steps = meter.steps
  local last = #steps - 2
  if last < 1 or steps[last] ~= step then
    last = #steps + 1
    steps[last], steps[last + 1], steps[last + 2] = step, 0, 0
  end
  steps[last + 1] = steps[last + 1] + 1
  steps[last + 2] = steps[last + 2] + cost
  meter.requests = meter.requests + 1
  meter.cost = meter.cost + cost
  meter.isChanged = true
end
local reply, told = {}, 0
for at = 2 * #KEYS + 1, #ARGV, 4 do
  local first, second, third = meters[tonumber(ARGV[at])], meters[tonumber(ARGV[at + 1])], meters[tonumber(ARGV[at + 2])]
  local cost = tonumber(ARGV[at + 3])
  local wait = math.max(waitOf(first, cost), waitOf(second, cost), waitOf(third, cost))
  if wait == 0 then
    add(first, cost)
    add(second, cost)
    add(third, cost)
  end
  reply[told + 1], reply[told + 2] = wait == 0 and 1 or 0, wait
  told = told + 2
  for _, meter in ipairs({ first, second, third }) do
    reply[told + 1], reply[told + 2] = meter.requests, meter.cost
    reply[told + 3] = meter.steps[1] and (meter.steps[1] + STEPS) * STEP - now or 0
    told = told + 3
  end
end
for index, meter in ipairs(meters) do
  if meter.isChanged then redis.call('SET', KEYS[index], cmsgpack.pack(meter.steps), 'PX', STEP * STEPS) end
end
return reply
`;

const HASH = createHash('sha1').update(SCRIPT).digest('hex');

/** Numbers of the answer per spending: two, and three of each meter. */
const WIDTH = 11;

/** Decides these spendings in this order, in one round trip. Rejects as Redis does. */
export async function runSpendScript(redis: RedisDoor, spendings: readonly Spending[]): Promise<Verdict[]> {
  const numbers = new Map<string, number>();
  const meters: Meter[] = [];
  const asked: (string | number)[] = [];
  for (const { meters: own, cost } of spendings) {
    for (const meter of own) {
      let number = numbers.get(meter.key);
      if (number === undefined) {
        number = meters.push(meter);
        numbers.set(meter.key, number);
      }
      asked.push(number);
    }
    asked.push(cost);
  }
  const parts: (string | number)[] = [];
  for (const { key } of meters) parts.push(redis.key(`rl:${key}`));
  for (const { maxRequests, maxCost } of meters) parts.push(maxRequests, maxCost);
  parts.push(...asked);
  const told = await evaluate(redis, meters.length, parts);
  if (!Array.isArray(told) || told.length !== spendings.length * WIDTH) {
    throw new Error(`Redis was asked for ${spendings.length} spendings and answered otherwise`);
  }
  return spendings.map((_, index) => verdictAt(told as number[], index * WIDTH));
}

async function evaluate(redis: RedisDoor, keys: number, parts: readonly (string | number)[]): Promise<unknown> {
  try {
    return await redis.commands.evalsha(HASH, keys, ...parts);
  } catch (thrown) {
    // Redis was restarted, or never saw it.
    if (thrown instanceof Error && thrown.message.startsWith('NOSCRIPT')) return redis.commands.eval(SCRIPT, keys, ...parts);
    throw thrown;
  }
}

function verdictAt(told: readonly number[], at: number): Verdict {
  const readingAt = (from: number): Reading => ({
    requests: told[from] ?? 0,
    cost: told[from + 1] ?? 0,
    resetMs: told[from + 2] ?? 0,
  });
  return {
    isAllowed: told[at] === 1,
    retryAfterMs: told[at + 1] ?? 0,
    readings: [readingAt(at + 2), readingAt(at + 5), readingAt(at + 8)],
  };
}
