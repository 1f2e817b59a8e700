const byId = (id) => document.getElementById(id);
const [search, found, place] = ['search', 'found', 'schema'].map(byId);
const MOST_SHOWN = 25;

/** The schema can be searched: types of that name first, then whatever has the words in names or descriptions. */
export async function showSchema() {
  const types = await (await fetch('/explorer/schema.json')).json();
  const show = () => {
    const matches = findTypes(types, search.value);
    const isOne = matches[0]?.name.toLowerCase() === search.value.trim().toLowerCase();
    place.replaceChildren(...matches.slice(0, MOST_SHOWN).map((type, i) => elementOf(type, isOne && i === 0)));
    found.textContent = `${matches.length} of ${types.length} types`;
  };
  search.addEventListener('input', show);
  show();
}

/** Types in which every word occurs, in the order in which they serve who searches. */
export function findTypes(types, text) {
  const wanted = text.trim().toLowerCase();
  const words = wanted.split(/\s+/);
  const rank = ({ name, entries }) => {
    if (name.toLowerCase() === wanted) return 0;
    if (entries.some((entry) => entry.name.toLowerCase() === wanted)) return 1;
    return name.toLowerCase().includes(wanted) ? 2 : 3;
  };
  const holding = types.filter((type) => {
    const all = JSON.stringify(type).toLowerCase();
    return words.every((word) => all.includes(word));
  });
  return wanted === '' ? holding : holding.sort((a, b) => rank(a) - rank(b));
}

function elementOf({ kind, name, description, entries }, isOpen) {
  const details = document.createElement('details');
  details.open = isOpen || search.value.trim() !== '';
  const summary = make('summary', [make('small', [kind]), ` ${name}`]);
  const list = make('ul', entries.map(entryOf));
  details.append(summary, ...(description === '' ? [] : [make('p', proseOf(description))]), list);
  return details;
}

function entryOf({ name, args = [], type, description }) {
  const given = args.flatMap((arg, i) => [i === 0 ? '(' : ', ', `${arg.name}: `, linkOf(arg.type)]);
  const heading = kindOfName(name, type);
  const signature = make('code', [
    ...heading,
    ...given,
    ...(args.length > 0 ? [')'] : []),
    ...(type === undefined || type === name ? [] : [': ', linkOf(type)]),
  ]);
  return make('li', [signature, ...(description === '' ? [] : [make('p', proseOf(description))])]);
}

/** A member of a union is a type itself. */
function kindOfName(name, type) {
  return name === type ? [linkOf(name)] : [make('b', [name])];
}

function linkOf(type) {
  const button = make('button', [type]);
  button.type = 'button';
  button.className = 'link';
  button.addEventListener('click', () => {
    search.value = type.replace(/[[\]!]/g, '');
    search.dispatchEvent(new Event('input'));
    search.focus();
  });
  return button;
}

function make(tag, children) {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

/** Text in which `words` between backticks are code. */
function proseOf(text) {
  return text.split('`').map((part, i) => (i % 2 === 1 ? make('code', [part]) : part));
}
