// Loaded before the main file of a process whose clock is wrong (node --import): it is CLOCK_SHIFT_MS ahead, or behind where that is below 0.
const shiftMs = Number(process.env['CLOCK_SHIFT_MS']);
if (!Number.isInteger(shiftMs)) throw new Error('Expected CLOCK_SHIFT_MS, a whole number of milliseconds.');

const now = Date.now.bind(Date);
const shiftedNow = () => now() + shiftMs;
globalThis.Date = new Proxy(Date, {
  apply: (of) => new of(shiftedNow()).toString(),
  construct: (of, given, as) => Reflect.construct(of, given.length === 0 ? [shiftedNow()] : given, as) as object,
  get: (of, name, as) => (name === 'now' ? shiftedNow : (Reflect.get(of, name, as) as unknown)),
});
