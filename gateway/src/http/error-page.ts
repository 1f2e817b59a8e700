import { FAULT_CODES } from '@academy/kernel';
import type { FastifyInstance } from 'fastify';
import { ERROR_PAGE } from '../errors.ts';
import { ERROR_MEANINGS } from './error-meanings.ts';

/** Adds the page that `extensions.docs` of an error refers to: what each code means and what to do. */
export function addErrorPage(app: FastifyInstance): void {
  const page = render();
  app.get(ERROR_PAGE, async (_request, reply) =>
    reply.headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=3600' }).send(page),
  );
}

function render(): string {
  const rows = FAULT_CODES.map((code) => {
    const { status, meaning, whatToDo } = ERROR_MEANINGS[code];
    const cells = [status, meaning, whatToDo].map((text) => `<td>${toHtml(text)}</td>`).join('');
    return `<tr id="${code}"><th scope="row"><code>${code}</code></th>${cells}</tr>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Error codes</title>
</head>
<body>
<main>
<h1>Error codes</h1>
<p>Of <code>errors[].extensions.code</code>. When you report a problem, quote <code>extensions.requestId</code>, and <code>extensions.id</code> where there is one.</p>
<table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th><th scope="col">What to do</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`;
}

/** Our own texts with Markdown's code and links: links lead to other documents of the project and are told by their name. */
function toHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
