import { expect, test } from 'vitest';
import type { ToldVerification } from './ask-certification.ts';
import { type VerificationPage, verificationPage } from './verification-page.ts';
import { LANGUAGES, languageOf, TEXTS } from './verification-texts.ts';

const FOUND: ToldVerification = {
  outcome: 'VALID',
  checkedAt: '2026-11-25T16:00:00.000Z',
  kind: 'COMPLETION',
  folio: 'MA-26-7K3QX9-4',
  courseTitle: 'Instalación fotovoltaica',
  standardCode: 'EC0586.01',
  officialFolio: null,
  holderInitials: 'A. N. C.',
  isHolderErased: false,
  issuer: 'did:web:academia.example:t:1',
  issuedAt: '2026-03-02T16:00:00.000Z',
  revokedAt: null,
  validUntil: null,
};

function page(more: Partial<VerificationPage> = {}, told: Partial<ToldVerification> | null = {}): string {
  return verificationPage({
    language: 'es',
    academyName: 'Academia Raíces',
    path: '/t/raices/verify',
    code: '7K3Q-X9AB-22MT-0ZRW',
    verification: told === null ? undefined : { ...FOUND, ...told },
    credentialPath: '/t/raices/credentials/7K3Q-X9AB-22MT-0ZRW',
    ...more,
  });
}

test('every outcome is told in words, in either language, each with its own reason', () => {
  const told = LANGUAGES.flatMap((language) =>
    Object.entries(TEXTS[language].outcomes).map(([outcome, { heading, why }]) => {
      const html = page({ language }, { outcome: outcome as ToldVerification['outcome'] });
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain(`<h2 id="outcome">${heading}</h2>`);
      expect(html).toContain(`<p>${why}</p>`);
      expect(html).toContain(`<title>${heading} – `);
      return why;
    }),
  );
  expect(new Set(told).size).toBe(12);
});

test('a known certificate is told with initials, dates in words and its signed credential', () => {
  const html = page();
  for (const text of [
    'A. N. C.',
    'Instalación fotovoltaica',
    'EC0586.01',
    'MA-26-7K3QX9-4',
    '2 de marzo de 2026',
    'Academia Raíces',
  ])
    expect(html).toContain(`<dd>${text}</dd>`);
  expect(html).toContain('href="/t/raices/credentials/7K3Q-X9AB-22MT-0ZRW"');
  expect(page({ language: 'en' })).toContain('<dd>2 March 2026</dd>');
  const erased = page({}, { isHolderErased: true, holderInitials: '' });
  expect(erased).toContain('pidió suprimir sus datos');
  expect(erased).not.toContain('/credentials/');
});

test('nothing that came from outside becomes markup', () => {
  const evil = `"><script>alert(1)</script><img src=x onerror='x'>&lt;`;
  const html = page(
    { academyName: evil, code: evil, path: `/t/${encodeURIComponent(evil)}/verify`, credentialPath: `/x"${evil}` },
    { courseTitle: evil, folio: evil, standardCode: evil, officialFolio: evil, holderInitials: evil, issuer: evil },
  );
  expect(html).not.toMatch(/<script|<img|onerror='|"">/);
  expect(
    html.match(
      /<(?!\/?(?:html|head|meta|title|link|body|main|p|a|h1|h2|section|dl|dt|dd|form|input|label|textarea|button|!doctype)\b)/g,
    ),
  ).toBeNull();
});

test('the page needs no script, and every field of a form has a label', () => {
  const html = page({ verification: undefined, code: '' }, null);
  expect(html).not.toContain('<script');
  expect(html).not.toContain('role="status"');
  expect(page()).toContain('role="status"');
  for (const [, id] of html.matchAll(/<(?:input|textarea) id="([^"]+)"/g)) expect(html).toContain(`<label for="${id}">`);
  expect(html.match(/<h1>/g)).toHaveLength(1);
});

test('the language is the one that is named, else the one that the browser prefers, else Spanish', () => {
  expect(languageOf('en', 'es')).toBe('en');
  expect(languageOf(undefined, 'en-GB,en;q=0.9,es;q=0.5')).toBe('en');
  expect(languageOf(undefined, 'fr,es;q=0.3,en;q=0.2')).toBe('es');
  expect(languageOf(['en'], 'de')).toBe('es');
  expect(languageOf('xx', undefined)).toBe('es');
});
