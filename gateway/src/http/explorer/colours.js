const STRING = '"(?:[^"\\\\\\n]|\\\\.)*"';
const JSON_WORDS = new RegExp(
  `(?<key>${STRING})(?=\\s*:)|(?<string>${STRING})|(?<literal>\\b(?:true|false|null)\\b|-?\\b\\d[\\d.eE+-]*)`,
  'g',
);
const GRAPHQL_WORDS = new RegExp(
  `(?<comment>#[^\\n]*)|(?<string>${STRING})|(?<keyword>\\b(?:query|mutation|subscription|fragment|on)\\b)|(?<key>\\$\\w+)|(?<literal>\\b(?:true|false|null|\\d[\\d.]*)\\b|\\b[A-Z]\\w*\\b)`,
  'g',
);

/** The element shows the JSON text, its words in colours. */
export const colourJson = (element, text) => colour(element, text, JSON_WORDS);

/** The element shows the GraphQL text, its words in colours. */
export const colourGraphql = (element, text) => colour(element, text, GRAPHQL_WORDS);

function colour(element, text, words) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(words)) {
    const [kind] = Object.entries(match.groups).find(([, found]) => found !== undefined);
    const span = document.createElement('span');
    span.className = kind;
    span.textContent = match[0];
    parts.push(text.slice(end, match.index), span);
    end = match.index + match[0].length;
  }
  element.replaceChildren(...parts, text.slice(end));
}
