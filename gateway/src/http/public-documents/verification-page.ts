import type { ToldVerification } from './ask-certification.ts';
import { type Language, TEXTS } from './verification-texts.ts';

/** What the page shows: the forms, and under them what a verification came to. */
export type VerificationPage = {
  readonly language: Language;
  readonly academyName: string;
  /** Path of the page itself, e.g. `/t/raices/verify`. */
  readonly path: string;
  /** What was typed; shown again. */
  readonly code: string;
  readonly verification: ToldVerification | undefined;
  /** Path of the signed credential, where it is found by what was typed. */
  readonly credentialPath: string | undefined;
};

/** Served under `/verify.css`. Contrasts are 7:1 and more; the outcome is told in words, and only underlined by colour. */
export const VERIFICATION_CSS = `:root { color-scheme: light; }
body { margin: 0; background: #fffdf6; color: #1d1d1b; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; color: #2f5d3a; }
section.outcome { border-left: .5rem solid #6b6b66; background: #f4f1e6; padding: 1rem 1.25rem; margin: 1.5rem 0; }
section.outcome h2 { margin: 0; font-size: 1.4rem; }
section.VALID { border-color: #1f6b33; } section.VALID h2 { color: #174f26; }
section.REVOKED, section.TAMPERED, section.WRONG_ISSUER { border-color: #9c1c1c; } section.REVOKED h2, section.TAMPERED h2, section.WRONG_ISSUER h2 { color: #7c1515; }
section.EXPIRED { border-color: #8a5a00; } section.EXPIRED h2 { color: #6b4600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 1rem 0 0; }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
form { margin: 1.5rem 0; } label { display: block; font-weight: 600; } .hint { margin: 0 0 .25rem; color: #4a4a45; }
input, textarea { box-sizing: border-box; width: 100%; font: inherit; padding: .5rem; border: 1px solid #6b6b66; background: #fff; color: inherit; }
textarea { font-family: ui-monospace, monospace; font-size: .85rem; }
button { margin-top: .5rem; font: inherit; padding: .5rem 1.25rem; border: 0; background: #2f5d3a; color: #fff; }
:focus-visible { outline: 3px solid #b3541e; outline-offset: 2px; }
@media (max-width: 32rem) { dl { grid-template-columns: 1fr; } }
`;

/** The page as HTML: without scripts, every text that is not ours escaped, its outcome first for whoever listens to it. */
export function verificationPage(page: VerificationPage): string {
  const { language, academyName, path, code, verification } = page;
  const texts = TEXTS[language];
  const other = language === 'es' ? 'en' : 'es';
  const heading = verification === undefined ? '' : `${texts.outcomes[verification.outcome].heading} – `;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(`${heading}${texts.title} – ${academyName}`)}</title>
<link rel="stylesheet" href="/verify.css">
</head>
<body>
<main>
<p><a href="${escaped(`${path}?lang=${other}${code === '' ? '' : `&code=${encodeURIComponent(code)}`}`)}" lang="${other}" hreflang="${other}">${texts.otherLanguage}</a></p>
<h1>${texts.title}</h1>
<p>${escaped(academyName)}</p>
${verification === undefined ? '' : outcomeOf(page, verification)}
<form method="get" action="${escaped(path)}">
<input type="hidden" name="lang" value="${language}">
<label for="code">${texts.codeLabel}</label>
<p class="hint" id="code-hint">${texts.codeHint}</p>
<input id="code" name="code" value="${escaped(code)}" maxlength="300" required autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint">
<button>${texts.verify}</button>
</form>
<form method="post" action="${escaped(`${path}?lang=${language}`)}">
<label for="credential">${texts.credentialLabel}</label>
<p class="hint" id="credential-hint">${texts.credentialHint}</p>
<textarea id="credential" name="credential" rows="6" maxlength="50000" required autocomplete="off" spellcheck="false" aria-describedby="credential-hint"></textarea>
<button>${texts.verify}</button>
</form>
</main>
</body>
</html>
`;
}

function outcomeOf({ language, academyName, credentialPath }: VerificationPage, told: ToldVerification): string {
  const { fields, outcomes, kinds, erased, document } = TEXTS[language];
  const { heading, why } = outcomes[told.outcome];
  const isKnown = told.kind !== null;
  const lines: [string, string | null][] = [
    [fields.kind, told.kind === null ? null : kinds[told.kind]],
    [fields.academy, isKnown ? academyName : null],
    [fields.holder, told.isHolderErased ? erased : told.holderInitials],
    [fields.course, told.courseTitle],
    [fields.standard, told.standardCode],
    [fields.folio, told.folio],
    [fields.officialFolio, told.officialFolio],
    [fields.issuedAt, dayOf(told.issuedAt, language)],
    [fields.revokedAt, dayOf(told.revokedAt, language)],
    [fields.validUntil, dayOf(told.validUntil, language)],
    [fields.issuer, isKnown ? told.issuer : null],
    [fields.checkedAt, `${told.checkedAt.slice(0, 16).replace('T', ' ')} UTC`],
  ];
  const known = lines.flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`<dt>${name}</dt><dd>${escaped(value)}</dd>`],
  );
  const link =
    credentialPath === undefined || !isKnown || told.isHolderErased
      ? ''
      : `<p><a href="${escaped(credentialPath)}" type="application/json">${document}</a></p>`;
  return `<section class="outcome ${told.outcome}" role="status" aria-labelledby="outcome">
<h2 id="outcome">${heading}</h2>
<p>${why}</p>
<dl>
${known.join('\n')}
</dl>
${link}
</section>`;
}

function dayOf(instant: string | null, language: Language): string | null {
  if (instant === null) return null;
  const locale = language === 'es' ? 'es-MX' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(instant),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
