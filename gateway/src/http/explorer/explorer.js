import { clearAnswer, showAnswer, showReason, showStatus } from './answer.js';
import { colourGraphql } from './colours.js';
import { openEventList } from './event-list.js';
import { EXAMPLE_GROUPS } from './examples.js';
import { keepFrom, kept } from './kept-ids.js';
import { actAs, offerPeople } from './people.js';
import { asCurl, ask, isSubscription, NotSent, readRequest } from './requests.js';
import { showSchema } from './schema-reference.js';
import { watchOverSse, watchOverWebSocket } from './streams.js';

const byId = (id) => document.getElementById(id);
const [tenant, token, query, variables, note, runButton, stopButton, transport] = [
  'tenant',
  'token',
  'query',
  'variables',
  'note',
  'run',
  'stop',
  'transport',
].map(byId);
const REMEMBERED = [tenant, query, variables];
/** Examples and schema stand above the operation. */
const IS_NARROW = matchMedia('(max-width: 60rem)');
const TRANSPORTS = { sse: ['SSE', watchOverSse], websocket: ['WebSocket', watchOverWebSocket] };

let example;
let stopStream;

function request() {
  return readRequest({ tenant: tenant.value, token: token.value, query: query.value, variables: variables.value });
}

async function run() {
  stop();
  const asked = request();
  if (isSubscription(asked.body.query)) return watch(asked);
  showStatus('asking…');
  const { status, ms, body } = await ask(asked);
  showAnswer(body);
  showStatus(`${status} in ${ms} ms`, body.errors === undefined);
  keepFrom(example, body.data);
}

function watch(asked) {
  const [label, open] = TRANSPORTS[transport.querySelector(':checked').value];
  const list = openEventList(label);
  const end = (reason) => {
    list.end(reason);
    if (stopStream === stopThis) setStop(undefined);
  };
  const stopThis = open(asked, { take: list.take, end });
  setStop(stopThis);
}

function stop() {
  stopStream?.();
}

function setStop(stopNow) {
  stopStream = stopNow;
  stopButton.disabled = stopNow === undefined;
}

/** Does what a button stands for, and says why when it cannot be done. */
async function attempt(action) {
  try {
    await action();
  } catch (thrown) {
    showReason(
      thrown instanceof NotSent ? thrown.message : `The gateway gave no answer; is it still running? (${thrown.message})`,
    );
  }
}

function choose(chosen) {
  stop();
  example = chosen;
  const missing = Object.entries(chosen.needs ?? {}).find(([id]) => kept[id] === undefined);
  const hint = missing === undefined ? '' : `First run “${missing[1]}”: the variables come from its answer. `;
  actAs(chosen.as);
  write(query, typeof chosen.operation === 'function' ? chosen.operation(kept) : chosen.operation);
  write(variables, chosen.variables === undefined ? '' : JSON.stringify(chosen.variables(kept), showGap, 2));
  note.textContent = hint + (chosen.note ?? '');
  for (const button of byId('examples').querySelectorAll('button')) {
    button.ariaCurrent = button.textContent === chosen.title ? 'true' : null;
  }
  clearAnswer('Ctrl + Enter runs it.');
  if (IS_NARROW.matches) byId('examples-panel').open = false;
}

/** What no answer has told yet stands as an empty text. */
function showGap(_name, value) {
  return value === undefined ? '' : value;
}

function write(field, text) {
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

function listExamples() {
  byId('examples').replaceChildren(
    ...EXAMPLE_GROUPS.flatMap(({ title, examples }) => {
      const heading = document.createElement('h3');
      heading.textContent = title;
      const buttons = examples.map((each) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'example';
        button.textContent = each.title;
        button.addEventListener('click', () => {
          choose(each);
          runButton.focus();
        });
        return button;
      });
      return [heading, ...buttons];
    }),
  );
}

function followOperation() {
  colourGraphql(byId('query-colours'), `${query.value}\n`);
  const isStream = isSubscription(query.value);
  transport.hidden = !isStream;
  runButton.textContent = isStream ? 'Start' : 'Run';
}

for (const field of REMEMBERED) {
  field.value = localStorage.getItem(`explorer.${field.id}`) ?? '';
  field.addEventListener('input', () => localStorage.setItem(`explorer.${field.id}`, field.value));
}
query.addEventListener('input', followOperation);
query.addEventListener('scroll', () => byId('query-colours').scrollTo(0, query.scrollTop));
runButton.addEventListener('click', () => void attempt(run));
stopButton.addEventListener('click', stop);
byId('curl').addEventListener('click', () =>
  attempt(async () => {
    await navigator.clipboard.writeText(asCurl(request(), location.origin));
    showStatus('copied: it holds the token');
  }),
);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void attempt(run);
});

if (IS_NARROW.matches) byId('examples-panel').open = false;
listExamples();
await Promise.all([attempt(offerPeople), attempt(showSchema)]);
if (query.value === '') choose(EXAMPLE_GROUPS[0].examples[0]);
followOperation();
