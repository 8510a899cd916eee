/** Tells what a file is from its first bytes, and makes text of bytes. */
import { isUtf8 } from 'node:buffer';
import { ErrorCode, PublicError } from '../../errors.js';

const refuse = (message: string): PublicError => new PublicError(ErrorCode.UNREADABLE_DOCUMENT, message);

const office = 'this is a file of an office program; save it as PDF or as plain text (UTF-8) and read that';
/** Files that people have beside documents, by how they begin; one character is one byte. */
const markup: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i,
    'this is a web page; download the document itself, as PDF or as text',
  ],
  [/^\s*<\?xml/i, 'this is XML; bring the document as PDF or as text'],
];
const officeMarks = ['PK\u0003\u0004', '\u00D0\u00CF\u0011\u00E0', '{\\rtf'];

/**
 * Whether a file is a PDF or may be a text.
 *
 * @param head its first 1,024 bytes
 * @throws PublicError UNREADABLE_DOCUMENT when it is something else that people mistake for a document
 */
export function formOf(head: Buffer): 'PDF' | 'TEXT' {
  const start = head.toString('latin1').replace(/^\xEF\xBB\xBF/, '');
  for (const [mark, reason] of markup) if (mark.test(start)) throw refuse(reason);
  if (officeMarks.some((mark) => start.startsWith(mark))) throw refuse(office);
  return start.includes('%PDF-') ? 'PDF' : 'TEXT';
}

/** The encoding that a byte order mark names. */
function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The number of the first line that is not UTF-8; no character of more than one byte holds a line feed. */
function wrongLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end;
  }
  return line;
}

/**
 * The text of bytes in UTF-8, with or without byte order mark, or in UTF-16 with one; lines end in line feeds.
 *
 * @throws PublicError UNREADABLE_DOCUMENT when the bytes are no text, or are in another encoding
 */
export function decodeText(bytes: Buffer): string {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) throw refuse('this is neither a PDF nor a text; bring the document in one of the two');
  if (encoding === 'utf-8' && !isUtf8(bytes))
    throw refuse(`line ${wrongLine(bytes)} is not in UTF-8; save the text with that encoding and read it again`);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw refuse(`the text has bytes that are not ${encoding.toUpperCase()}, as its first two say; save it in UTF-8`);
  }
  if (text.trim() === '') throw refuse('there is no text in the file; download it again');
  return text.replace(/\r\n?/g, '\n');
}
