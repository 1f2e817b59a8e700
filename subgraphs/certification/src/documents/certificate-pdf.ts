import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { create } from 'qrcode';
import { type CertificateText, plain } from '../domain/certificate-document.ts';

/** What the PDF says beside the certificate's text. */
export type CertificatePdf = CertificateText & {
  readonly academyName: string;
  /** What the QR code holds. */
  readonly verificationUrl: string;
};

/** A4, lying, in points. */
const PAGE = { width: 841.89, height: 595.28 };
const MARGIN = 64;
const WIDTH = PAGE.width - 2 * MARGIN;
const QR = { size: 96, x: PAGE.width - MARGIN - 96, y: PAGE.height - 64 - 96 };
const GREEN = '#2f5d3a';
const INK = '#1d1d1b';
/** Text is made smaller until its lines fit, and no smaller than this. */
const LEAST_SIZE = 11;

const FONTS = {
  regular: fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf')),
  bold: fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf')),
} as const;

const day = new Intl.DateTimeFormat('es-MX', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * The certificate as a PDF of one page, in Spanish, with its fonts embedded, tagged for screen readers, and a QR code that leads to its verification. The same
 * certificate always gives the same bytes. About 50 ms.
 */
export async function certificatePdf(certificate: CertificatePdf): Promise<Buffer> {
  const { folio, issuedAt, standardCode, verificationCode, verificationUrl } = certificate;
  const title = `Certificado ${plain(folio)}`;
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'es-MX',
    displayTitle: true,
    autoFirstPage: true,
    info: { Title: title, Author: plain(certificate.academyName), CreationDate: issuedAt, ModDate: issuedAt },
  });
  const chunks: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  document.registerFont('regular', FONTS.regular).registerFont('bold', FONTS.bold);

  decorate(document);
  const write = (
    kind: 'H1' | 'H2' | 'P',
    y: number,
    size: number,
    text: string,
    more: { isBold?: boolean; lines?: number; width?: number } = {},
  ) => line(document, { kind, y, size, text: plain(text), isBold: false, lines: 1, width: WIDTH, ...more });
  write('H1', 62, 34, 'Certificado', { isBold: true });
  write('P', 112, 13, certificate.academyName, { lines: 1 });
  write('P', 146, 13, 'otorga el presente a');
  write('H2', 172, 28, certificate.holderName, { isBold: true, lines: 2 });
  write('P', 252, 13, 'por haber concluido y acreditado el curso');
  write('H2', 278, 21, certificate.courseTitle, { lines: 3 });
  if (standardCode !== null) write('P', 364, 13, `Curso alineado al estándar de competencia ${standardCode}`);
  write('P', 394, 13, `Emitido el ${day.format(issuedAt)}`);
  const beside = { width: WIDTH - QR.size - 24 };
  write('P', 440, 14, `Folio: ${folio}`, { ...beside, isBold: true });
  write('P', 464, 12, `Código de verificación: ${verificationCode}`, beside);
  write('P', 494, 11, 'Comprueba la validez de este certificado con el código QR, o en:', beside);
  write('P', 510, 11, verificationUrl, { ...beside, lines: 2 });
  drawQr(document, verificationUrl);
  write(
    'P',
    PAGE.height - 50,
    11,
    'Este documento lo emite la academia; no es un certificado de competencia laboral de CONOCER.',
  );
  document.end();
  return written;
}

function decorate(document: PDFKit.PDFDocument): void {
  document.markContent('Artifact');
  document.rect(0, 0, PAGE.width, PAGE.height).fill('#fffdf6');
  document
    .lineWidth(4)
    .strokeColor(GREEN)
    .rect(18, 18, PAGE.width - 36, PAGE.height - 36)
    .stroke();
  document
    .lineWidth(1)
    .rect(25, 25, PAGE.width - 50, PAGE.height - 50)
    .stroke();
  document.endMarkedContent();
}

type Line = { kind: string; y: number; size: number; text: string; isBold: boolean; lines: number; width: number };

function line(document: PDFKit.PDFDocument, { kind, y, size, text, isBold, lines, width }: Line): void {
  document.font(isBold ? 'bold' : 'regular').fillColor(isBold ? GREEN : INK);
  const options = { width, align: 'center' } as const;
  let fitting = size;
  const isTooHigh = () => document.fontSize(fitting).heightOfString(text, options) > lines * document.currentLineHeight(true) + 1;
  while (isTooHigh() && fitting > LEAST_SIZE) fitting -= 1;
  const height = lines * document.currentLineHeight(true) + 1;
  document.addStructure(
    document.struct(kind, {}, () => void document.text(text, MARGIN, y, { ...options, height, ellipsis: '…' })),
  );
}

/** As filled squares, so that it is sharp at any size; error correction M: a fold or a stamp does not hide it. */
function drawQr(document: PDFKit.PDFDocument, text: string): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const step = QR.size / (modules.size + 2 * quiet);
  const draw = () => {
    document.rect(QR.x, QR.y, QR.size, QR.size).fill('#ffffff');
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        if (modules.get(row, column) === 0) continue;
        document.rect(QR.x + (column + quiet) * step, QR.y + (row + quiet) * step, step, step);
      }
    }
    document.fill('#000000');
  };
  document.addStructure(document.struct('Figure', { alt: 'Código QR con la dirección de verificación' }, draw));
}
