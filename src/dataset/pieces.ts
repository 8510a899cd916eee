/** The bytes of a file in pieces of whole lines, so that a file of any size takes a megabyte or two. */
import { open, readFile } from 'node:fs/promises';

const pieceSize = 1024 * 1024;

/** Where a piece may end: behind its last line, or where a line is longer than the piece, before its last character. */
function endOfPiece(bytes: Buffer): number {
  const feed = bytes.lastIndexOf(10);
  if (feed !== -1) return feed + 1;
  let end = bytes.length - 1;
  while (end > 0 && ((bytes[end] as number) & 0xc0) === 0x80) end -= 1;
  return end || bytes.length;
}

/** The pieces of a file; to be asked for as often as they are read. */
export type Pieces = () => Iterable<Buffer> | AsyncIterable<Buffer>;

/** The bytes of a file, to be read twice: a small one is held. */
export async function piecesOf(path: string, size: number): Promise<Pieces> {
  if (size > pieceSize) return () => pieceByPiece(path);
  const bytes = await readFile(path);
  return () => (bytes.length > 0 ? [bytes] : []);
}

/** The bytes of a file, a megabyte at a time, each piece of whole lines as long as lines are no longer. */
async function* pieceByPiece(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(pieceSize), 0, pieceSize);
      const bytes = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      const end = bytesRead === 0 ? bytes.length : endOfPiece(bytes);
      if (end > 0) yield bytes.subarray(0, end);
      rest = bytes.subarray(end);
      if (bytesRead === 0) return;
    }
  } finally {
    await file.close();
  }
}
