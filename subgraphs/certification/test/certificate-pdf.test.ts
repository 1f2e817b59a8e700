import { createCanvas } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { type CertificatePdf, certificatePdf } from '../src/documents/certificate-pdf.ts';

const CERTIFICATE: CertificatePdf = {
  holderName: 'María José Núñez de la Cruz Güemes',
  courseTitle: 'Instalación fotovoltaica en vivienda rural',
  standardCode: 'EC0586.01',
  folio: 'MA-26-7K3QX9-4',
  verificationCode: '7K3Q-X9AB-22MT-0ZRW',
  issuedAt: new Date('2026-11-25T16:00:00Z'),
  academyName: 'Academia Raíces',
  verificationUrl: 'https://academia.example/t/0190c3d2-0000-7000-8000-000000000001/verify/7K3Q-X9AB-22MT-0ZRW',
};

async function pageOf(pdf: Buffer) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  expect(document.numPages).toBe(1);
  return document.getPage(1);
}

async function textOf(pdf: Buffer): Promise<string> {
  const { items } = await (await pageOf(pdf)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

test('the PDF says what the certificate says, with its accents, on one page', async () => {
  const said = await textOf(await certificatePdf(CERTIFICATE));
  for (const text of [
    'María José Núñez de la Cruz Güemes',
    'Instalación fotovoltaica en vivienda rural',
    'Curso alineado al estándar de competencia EC0586.01',
    'Emitido el 25 de noviembre de 2026',
    'Folio: MA-26-7K3QX9-4',
    'Código de verificación: 7K3Q-X9AB-22MT-0ZRW',
    'Academia Raíces',
    CERTIFICATE.verificationUrl,
    'no es un certificado de competencia laboral de CONOCER',
  ])
    expect(said).toContain(text);
});

test('its QR code leads to the verification', async () => {
  const page = await pageOf(await certificatePdf(CERTIFICATE));
  const viewport = page.getViewport({ scale: 3 });
  const canvas = createCanvas(viewport.width, viewport.height);
  await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  expect(jsQR.default(new Uint8ClampedArray(data), width, height)?.data).toBe(CERTIFICATE.verificationUrl);
});

test('the same certificate gives the same bytes, with its fonts in it and marks for screen readers', async () => {
  const pdf = await certificatePdf(CERTIFICATE);
  expect((await certificatePdf(CERTIFICATE)).equals(pdf)).toBe(true);
  const raw = pdf.toString('latin1');
  expect(raw).toContain('/FontFile2');
  expect(raw).toContain('/Lang (es-MX)');
  const roles = JSON.stringify(await (await pageOf(pdf)).getStructTree());
  for (const role of ['H1', 'H2', 'P', 'Figure']) expect(roles).toContain(`"role":"${role}"`);
});

test('a long name and title keep to their place, and a text without any markup of its own stays text', async () => {
  const said = await textOf(
    await certificatePdf({
      ...CERTIFICATE,
      standardCode: null,
      holderName: 'Ñandú '.repeat(60),
      courseTitle: `(evil) Tj ET \u202e<script> ${'palabra '.repeat(100)}`,
    }),
  );
  expect(said).toContain('(evil) Tj ET <script>');
  expect(said).toContain('…');
  expect(said).not.toContain('estándar');
});
