import { describe, expect, test } from 'vitest';
import { type CertificateText, certificateDocument } from './certificate-document.ts';
import { holderInitials } from './holder-initials.ts';

const TEXT: CertificateText = {
  holderName: 'María José Núñez Ávila',
  courseTitle: 'Instalación de sistemas fotovoltaicos',
  standardCode: 'EC0586.01',
  folio: 'MA-26-7K3QX9-4',
  verificationCode: '7K3Q-X9AB-22MT-0ZRW',
  issuedAt: new Date('2026-03-02T16:00:00Z'),
};

/** Names of the elements in order; throws when they do not nest or when the text holds a bare character of markup. */
function elementsOf(svg: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  const rest = svg
    .replace(/<\?xml[^>]*\?>/, '')
    .replace(/<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/g, (_tag, closes, name, _attributes, isEmpty) => {
      if (closes === '/') expect(open.pop()).toBe(name);
      else {
        names.push(name);
        if (isEmpty === '') open.push(name);
      }
      return '';
    });
  expect(open).toEqual([]);
  expect(rest.replace(/&(amp|lt|gt|quot|apos);/g, '')).not.toMatch(/[<>&]/);
  return names;
}

describe('a certificate', () => {
  test('says who, what, when, and how to verify it, in Spanish with its accents', () => {
    const svg = certificateDocument(TEXT);
    for (const words of [
      'María José Núñez Ávila',
      'Instalación de sistemas fotovoltaicos',
      'estándar de competencia EC0586.01',
      'Emitido el 2 de marzo de 2026',
      'Folio: MA-26-7K3QX9-4',
      'Código de verificación: 7K3Q-X9AB-22MT-0ZRW',
      'página de verificación',
    ]) {
      expect(svg).toContain(words);
    }
    expect(elementsOf(svg)[0]).toBe('svg');
  });

  test('composes accents that were typed apart', () => {
    expect(certificateDocument({ ...TEXT, holderName: 'Mari\u0301a Nu\u0301n\u0303ez' })).toContain('>María Núñez<');
  });

  test('of a course without a standard names none', () => {
    expect(certificateDocument({ ...TEXT, standardCode: null })).not.toContain('estándar');
  });

  test('takes a name with markup as a name', () => {
    const plainElements = elementsOf(certificateDocument(TEXT));
    const svg = certificateDocument({ ...TEXT, holderName: '</text><script>alert("x")</script> & \u0000O\'Hara' });
    expect(elementsOf(svg)).toEqual(plainElements);
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('\u0000');
  });

  test('breaks a long name into at most three lines', () => {
    const svg = certificateDocument({ ...TEXT, holderName: 'María de los Ángeles Guadalupe '.repeat(12) });
    expect(svg.match(/Ángeles/g)?.length).toBeLessThanOrEqual(6);
    expect(svg).toContain('…');
    elementsOf(svg);
  });
});

test.each([
  ['María José Núñez de la Cruz', 'M. J. N. C.'],
  ['Ángel  Ñáñez y Ortiz', 'Á. Ñ. O.'],
  ['e\u0301lodie', 'É.'],
])('initials of %s are %s', (name, initials) => {
  expect(holderInitials(name)).toBe(initials);
});
