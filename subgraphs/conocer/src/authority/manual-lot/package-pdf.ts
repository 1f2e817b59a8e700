import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { PackedCase } from '../../domain/lot-package.ts';

/** Embedded, so that every name of a person shows as it is written, wherever it is opened. */
const FONTS = {
  regular: fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
  bold: fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')),
};

const MARGIN = 40;
const ROW_HEIGHT = 30;
const BODY_TOP = 150;

/** In points; together the width of a letter page on its side, less its margins: 792 − 80 = 712. */
const COLUMNS = [
  { header: 'N.º', width: 32, of: (_one: PackedCase, number: number) => String(number) },
  { header: 'CURP', width: 160, of: ({ curp }: PackedCase) => curp },
  { header: 'Nombre completo', width: 260, of: ({ fullName }: PackedCase) => fullName },
  { header: 'Estándar', width: 70, of: ({ standardCode }: PackedCase) => standardCode },
  { header: 'Folio', width: 110, of: ({ certificateFolio }: PackedCase) => certificateFolio },
  { header: 'Evaluación', width: 80, of: ({ evaluatedOn }: PackedCase) => evaluatedOn },
] as const;

/** What the head of each page says. */
export type PackageHead = { readonly packageId: string; readonly lotId: string | null; readonly packedAt: Date };

/** The cases as a PDF to be read and signed, in Spanish: letter size on its side, with a head and a number on every page. */
export function packagePdf(head: PackageHead, cases: readonly PackedCase[]): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'LETTER',
    layout: 'landscape',
    margin: MARGIN,
    bufferPages: true,
    lang: 'es-MX',
    info: { Title: 'Relación de personas candidatas', CreationDate: head.packedAt },
  });
  document.registerFont('regular', FONTS.regular).registerFont('bold', FONTS.bold);
  const chunks: Buffer[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.on('end', () => resolve(Buffer.concat(chunks)));
  document.on('error', reject);

  const bottom = document.page.height - MARGIN - 3 * ROW_HEIGHT;
  let y = startPage(document, head, cases.length);
  for (const [index, one] of cases.entries()) {
    if (y + ROW_HEIGHT > bottom) {
      document.addPage();
      y = startPage(document, head, cases.length);
    }
    y = printRow(document, y, one, index + 1);
  }
  printSignature(document, y);
  numberPages(document);
  document.end();
  return promise;
}

type Pdf = InstanceType<typeof PDFDocument>;

function startPage(document: Pdf, { packageId, lotId, packedAt }: PackageHead, count: number): number {
  document.font('bold').fontSize(16).fillColor('black').text('Relación de personas candidatas', MARGIN, MARGIN);
  const made = new Intl.DateTimeFormat('es-MX', { dateStyle: 'long', timeStyle: 'short', timeZone: 'America/Mexico_City' });
  const lines = [
    `Lote: ${lotId ?? 'sin lote'}`,
    `Paquete: ${packageId}`,
    `Elaborado el ${made.format(packedAt)} (hora de la Ciudad de México). Total: ${count}.`,
    'Contiene datos personales: úsese solo para la certificación ante la autoridad y destrúyase después.',
  ];
  document.font('regular').fontSize(9);
  for (const [index, line] of lines.entries()) document.text(line, MARGIN, MARGIN + 26 + index * 13, { lineBreak: false });
  let x = MARGIN;
  document.font('bold').fontSize(9);
  for (const { header, width } of COLUMNS) {
    document.text(header, x, BODY_TOP - 20, { width: width - 6, lineBreak: false });
    x += width;
  }
  document
    .moveTo(MARGIN, BODY_TOP - 6)
    .lineTo(x, BODY_TOP - 6)
    .lineWidth(0.8)
    .stroke();
  return BODY_TOP;
}

function printRow(document: Pdf, y: number, one: PackedCase, number: number): number {
  let x = MARGIN;
  document.font('regular').fontSize(9);
  for (const { width, of } of COLUMNS) {
    // Two lines at most: a longer name ends in an ellipsis; the CSV bears it whole.
    document.text(of(one, number), x, y, { width: width - 6, height: ROW_HEIGHT - 6, ellipsis: true });
    x += width;
  }
  document
    .moveTo(MARGIN, y + ROW_HEIGHT - 5)
    .lineTo(x, y + ROW_HEIGHT - 5)
    .lineWidth(0.2)
    .stroke();
  return y + ROW_HEIGHT;
}

function printSignature(document: Pdf, y: number): void {
  const at = y + 2 * ROW_HEIGHT;
  document
    .moveTo(MARGIN, at)
    .lineTo(MARGIN + 260, at)
    .lineWidth(0.5)
    .stroke();
  document
    .font('regular')
    .fontSize(9)
    .text('Nombre y firma de quien entrega por la entidad certificadora', MARGIN, at + 4, { lineBreak: false });
}

function numberPages(document: Pdf): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    // Below the margin a text would begin a page of its own.
    document.page.margins.bottom = 0;
    const text = `Página ${page - start + 1} de ${count}`;
    document
      .font('regular')
      .fontSize(8)
      .text(text, MARGIN, document.page.height - 28, { lineBreak: false });
  }
}
