/** What a certificate says. Names and titles are plain text, as typed. */
export type CertificateText = {
  readonly holderName: string;
  readonly courseTitle: string;
  /** Null: the course is aligned to none. */
  readonly standardCode: string | null;
  readonly folio: string;
  readonly verificationCode: string;
  readonly issuedAt: Date;
};

/** Most characters of one line at the size of names and titles; longer texts go on in the next line. */
const LINE_CHARACTERS = 44;
/** A longer text ends in an ellipsis: a page has room for this many lines of it. */
const MAX_LINES = 3;

const day = new Intl.DateTimeFormat('es-MX', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * The certificate as an SVG document of 1123 × 794 units (A4, lying), in Spanish. Every text is escaped, so a name can hold no markup.
 * The day is that of UTC.
 */
export function certificateDocument(text: CertificateText): string {
  const standard =
    text.standardCode === null ? [] : [line(470, 20, `Curso alineado al estándar de competencia ${text.standardCode}`)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<svg xmlns="http://www.w3.org/2000/svg" xml:lang="es-MX" viewBox="0 0 1123 794" font-family="Georgia, \'Times New Roman\', serif" text-anchor="middle">',
    `<title>${escaped(`Certificado ${text.folio}`)}</title>`,
    '<rect x="24" y="24" width="1075" height="746" fill="#fffdf6" stroke="#2f5d3a" stroke-width="6"/>',
    line(130, 46, 'Certificado'),
    line(185, 20, 'Se otorga el presente a'),
    ...paragraph(245, 38, text.holderName),
    line(360, 20, 'por haber concluido y acreditado el curso'),
    ...paragraph(405, 28, text.courseTitle),
    ...standard,
    line(535, 18, `Emitido el ${day.format(text.issuedAt)}`),
    line(600, 22, `Folio: ${text.folio}`),
    line(634, 18, `Código de verificación: ${text.verificationCode}`),
    line(
      690,
      14,
      'Comprueba la validez de este certificado con el folio o el código en la página de verificación de la academia.',
    ),
    line(712, 14, 'Este documento lo emite la academia; no es un certificado de competencia laboral de CONOCER.'),
    '</svg>',
    '',
  ].join('\n');
}

function line(y: number, size: number, text: string): string {
  return `<text x="561.5" y="${y}" font-size="${size}">${escaped(text)}</text>`;
}

/** Two lines are two thirds as high as one, three lines half as high, so that all stay in their place. */
function paragraph(y: number, size: number, text: string): string[] {
  const lines = wrapped(plain(text));
  const scaled = Math.round(size / (1 + (lines.length - 1) / 2));
  return lines.map((words, index) => line(y + index * (scaled + 4), scaled, words));
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + 1 + [...word].length <= LINE_CHARACTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...(word.match(new RegExp(`.{1,${LINE_CHARACTERS}}`, 'gsu')) ?? []));
  }
  return lines.length <= MAX_LINES ? lines : [...lines.slice(0, MAX_LINES - 1), `${lines[MAX_LINES - 1] ?? ''}…`];
}

/** Composed (NFC), without characters that XML 1.0 forbids or that turn the direction of text around, single spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function escaped(text: string): string {
  return plain(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
