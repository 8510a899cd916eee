/** Writes small PDFs of our own making: text at positions in a type of one width, with raised footnote marks and rules; or broken in a certain way. */
import { deflateSync } from 'node:zlib';

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The width of every letter of Courier, in sizes of the type. */
export const letterWidth = 0.6;

export interface Print {
  text: string;
  x: number;
  /** of the baseline, from the bottom of the page */
  y: number;
  size?: number;
  bold?: boolean;
}

export interface Sheet {
  prints: readonly Print[];
  /** drawn lines, `width` points long */
  rules?: readonly { x: number; y: number; width: number }[];
  /** whether the page is a picture, as a scanned one */
  picture?: boolean;
  /** by how much a reader turns the page clockwise */
  turned?: 0 | 90 | 180 | 270;
}

export interface WriteOptions {
  /** whether it asks for a password */
  encrypted?: boolean;
  /** bytes in the place of the first page's content, packed */
  packedContent?: Buffer;
}

const windows1252: Readonly<Record<string, number>> = {
  '–': 0x96,
  '—': 0x97,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
};

/** A string of a PDF, in hexadecimal digits. */
const hex = (text: string): string =>
  `<${[...text].map((letter) => (windows1252[letter] ?? letter.charCodeAt(0)).toString(16).padStart(2, '0')).join('')}>`;

/** The instructions that print a text; superscript digits become smaller digits that are raised. */
function printed({ text, x, y, size = 10, bold = false }: Print): string {
  const font = bold ? '/F2' : '/F1';
  let at = x;
  const steps: string[] = [];
  for (const [run] of text.matchAll(new RegExp(`[${raisedDigits}]+|[^${raisedDigits}]+`, 'g'))) {
    const raised = raisedDigits.includes(run.charAt(0));
    const type = raised ? size * 0.65 : size;
    const plain = raised ? [...run].map((digit) => raisedDigits.indexOf(digit)).join('') : run;
    steps.push(`BT ${font} ${type} Tf 1 0 0 1 ${at} ${raised ? y + size * 0.35 : y} Tm ${hex(plain)} Tj ET`);
    at += plain.length * letterWidth * type;
  }
  return steps.join('\n');
}

const picture = 'q 612 0 0 792 0 0 cm /Picture Do Q';

function contentOf({ prints, rules = [], picture: isPicture = false }: Sheet): string {
  const lines = rules.map(({ x, y, width }) => `${x} ${y} ${width} 0.5 re f`);
  return [...(isPicture ? [picture] : []), ...prints.map(printed), ...lines].join('\n');
}

const stream = (dictionary: string, content: Buffer | string): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${Buffer.byteLength(content)} >>\nstream\n`),
    Buffer.from(content),
    Buffer.from('\nendstream'),
  ]);

/** A PDF with a page of 612 by 792 points for each sheet. */
export function writePdf(sheets: readonly Sheet[], { encrypted = false, packedContent }: WriteOptions = {}): Buffer {
  const kids = sheets.map((_, index) => `${6 + index * 2} 0 R`).join(' ');
  const font = (name: string): string => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const resources = '<< /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Picture 5 0 R >> >>';
  const objects: (Buffer | string)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${sheets.length} /MediaBox [0 0 612 792] /Resources ${resources} >>`,
    font('Courier'),
    font('Courier-Bold'),
    stream('/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8', Buffer.alloc(16, 0x80)),
    ...sheets.flatMap((sheet, index) => [
      `<< /Type /Page /Parent 2 0 R /Rotate ${sheet.turned ?? 0} /Contents ${7 + index * 2} 0 R >>`,
      index === 0 && packedContent
        ? stream('/Filter /FlateDecode', packedContent)
        : stream('/Filter /FlateDecode', deflateSync(Buffer.from(contentOf(sheet), 'latin1'))),
    ]),
  ];
  const secret = `<${'5a'.repeat(32)}>`;
  if (encrypted) objects.push(`<< /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >>`);
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    places.push(length);
    parts.push(part);
    length += part.length;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const key = encrypted ? ` /Encrypt ${objects.length} 0 R /ID [${secret} ${secret}]` : '';
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${key} >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`)]);
}

/** Where lines begin, and how far their baselines are apart. */
interface Place {
  x?: number;
  y: number;
  size?: number;
  pitch?: number;
  bold?: boolean;
}

/** Lines one under the other, `pitch` points apart; an empty one leaves half the room of a line. */
export function column(lines: readonly string[], { x = 100, y, size = 10, pitch = 12, bold = false }: Place): Print[] {
  let baseline = y;
  return lines.flatMap((text) => {
    const print = { text, x, y: baseline, size, bold };
    baseline -= text === '' ? pitch / 2 : pitch;
    return text === '' ? [] : [print];
  });
}
