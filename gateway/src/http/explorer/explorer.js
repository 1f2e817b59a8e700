const byId = (id) => document.getElementById(id);
const [tenant, personField, person, token, query, variables, result, statusLine, stopButton, search, schema] = [
  'tenant',
  'person-field',
  'person',
  'token',
  'query',
  'variables',
  'result',
  'status',
  'stop',
  'search',
  'schema',
].map(byId);

const EXAMPLE = `query Catalogue {
  tenant { name }
  courses(first: 5) {
    edges { node { id title level instructor { displayName } standards { code title } } }
  }
}
`;
const NEWEST_EVENTS = 200;
const KEPT = ['tenant', 'query', 'variables'];

for (const id of KEPT) {
  byId(id).value = localStorage.getItem(`explorer.${id}`) ?? '';
  byId(id).addEventListener('input', () => localStorage.setItem(`explorer.${id}`, byId(id).value));
}
if (query.value === '') query.value = EXAMPLE;

let endStream;

function path() {
  const slug = tenant.value.trim();
  return slug === '' ? '/graphql' : `/t/${encodeURIComponent(slug)}/graphql`;
}

function operation() {
  const text = variables.value.trim();
  return { query: query.value, variables: text === '' ? {} : JSON.parse(text) };
}

function headers(accept) {
  const bearer = token.value.trim();
  return { 'content-type': 'application/json', accept, ...(bearer === '' ? {} : { authorization: `Bearer ${bearer}` }) };
}

function show(value) {
  result.value = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

async function run() {
  const startedAt = performance.now();
  statusLine.textContent = 'asking…';
  const response = await fetch(path(), {
    method: 'POST',
    headers: headers('application/graphql-response+json'),
    body: JSON.stringify(operation()),
  });
  show(await response.json());
  statusLine.textContent = `${response.status}, ${Math.round(performance.now() - startedAt)} ms`;
}

function startStream(label) {
  endStream?.();
  const events = [];
  show('');
  stopButton.disabled = false;
  statusLine.textContent = `${label}: waiting`;
  return {
    take(event) {
      events.unshift(event);
      events.length = Math.min(events.length, NEWEST_EVENTS);
      show(events.map((each) => JSON.stringify(each, null, 2)).join('\n\n'));
      statusLine.textContent = `${label}: newest first`;
    },
    end(reason) {
      stopButton.disabled = true;
      endStream = undefined;
      statusLine.textContent = `${label}: ${reason}`;
    },
  };
}

async function subscribeOverSse() {
  const stream = startStream('SSE');
  const abort = new AbortController();
  endStream = () => abort.abort();
  try {
    const response = await fetch(path(), {
      method: 'POST',
      headers: headers('text/event-stream'),
      body: JSON.stringify(operation()),
      signal: abort.signal,
    });
    if (!(response.headers.get('content-type') ?? '').startsWith('text/event-stream')) {
      stream.take(await response.json());
      return stream.end(`refused with ${response.status}`);
    }
    let text = '';
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return stream.end('ended');
      text += value;
      const messages = text.split('\n\n');
      text = messages.pop();
      for (const message of messages) {
        const data = message
          .split('\n')
          .filter((line) => line.startsWith('data:'))
          .map((line) => line.slice(5).trim())
          .join('\n');
        if (data !== '') stream.take(JSON.parse(data));
      }
    }
  } catch (thrown) {
    stream.end(abort.signal.aborted ? 'stopped' : String(thrown));
  }
}

function subscribeOverWebSocket() {
  const asked = operation();
  const stream = startStream('WebSocket');
  const socket = new WebSocket(
    `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${path()}`,
    'graphql-transport-ws',
  );
  const say = (message) => socket.send(JSON.stringify(message));
  const bearer = token.value.trim();
  endStream = () => socket.close(1000);
  socket.onopen = () => say({ type: 'connection_init', payload: bearer === '' ? {} : { authorization: `Bearer ${bearer}` } });
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === 'connection_ack') say({ id: '1', type: 'subscribe', payload: asked });
    if (message.type === 'ping') say({ type: 'pong' });
    if (message.type === 'next') stream.take(message.payload);
    if (message.type === 'error') stream.take({ errors: message.payload });
    if (message.type === 'complete' || message.type === 'error') socket.close(1000);
  };
  socket.onclose = ({ code, reason }) => stream.end(`closed with ${code} ${reason}`);
}

async function offerPeople() {
  const response = await fetch('/dev/tokens');
  if (!response.ok) return;
  const people = await response.json();
  if (people.length === 0) return;
  personField.hidden = false;
  person.append(
    new Option('nobody', ''),
    ...people.map((each, index) => new Option(`${each.label} (${each.tenantSlug})`, String(index))),
  );
  person.addEventListener('change', () => {
    const chosen = people[Number(person.value)];
    token.value = person.value === '' ? '' : chosen.token;
    if (person.value !== '') tenant.value = chosen.tenantSlug;
  });
  if (tenant.value === '') tenant.value = people[0].tenantSlug;
}

/** The definitions of an SDL text: each with the description above it. */
function definitionsOf(sdl) {
  return sdl
    .split(/\n\n(?=(?:"""|"|type |interface |union |enum |input |scalar |directive |schema ))/)
    .map((text) => ({ text, name: /^(?:type|interface|union|enum|input|scalar) (\w+)/m.exec(text)?.[1] ?? '' }));
}

async function showSchema() {
  const definitions = definitionsOf(await (await fetch('/explorer/api.graphql')).text());
  const list = () => {
    const wanted = search.value.trim().toLowerCase();
    const named = definitions.filter(({ name }) => name.toLowerCase() === wanted);
    const holding = definitions.filter(({ text, name }) => text.toLowerCase().includes(wanted) && name.toLowerCase() !== wanted);
    const shown =
      wanted === ''
        ? definitions.filter(({ name }) => ['Query', 'Mutation', 'Subscription'].includes(name))
        : [...named, ...holding];
    schema.replaceChildren(
      ...shown.slice(0, 40).map(({ text }) => {
        const element = document.createElement('pre');
        element.textContent = text;
        return element;
      }),
    );
  };
  search.addEventListener('input', list);
  list();
}

/** Runs what a button stands for and tells what went wrong, e.g. variables that are no JSON. */
function attempt(action) {
  return async () => {
    try {
      await action();
    } catch (thrown) {
      show(String(thrown));
      statusLine.textContent = 'not sent';
    }
  };
}

byId('run').addEventListener('click', attempt(run));
byId('sse').addEventListener('click', attempt(subscribeOverSse));
byId('websocket').addEventListener('click', attempt(subscribeOverWebSocket));
stopButton.addEventListener('click', () => endStream?.());
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void attempt(run)();
});
await Promise.all([attempt(offerPeople)(), attempt(showSchema)()]);
