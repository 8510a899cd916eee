/** One line that is written over, for somebody who watches; nothing where nobody does. */
import { loadDataset } from '../dataset/read-dataset.js';
import type { Dataset } from '../domain/records.js';

export interface Progress {
  tell(text: string): void;
  /** clears the line */
  end(): void;
}

/** Reads a dataset and tells how far it is: a large one takes a minute. */
export async function readWithProgress(directory: string): Promise<Dataset> {
  const progress = progressOn(process.stderr);
  try {
    return await loadDataset(directory, (file, characters) => progress.tell(`reading ${file} ${(characters / 1e6).toFixed(1)} MB`));
  } finally {
    progress.end();
  }
}

const clear = '\r\u001b[K';

export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { tell: () => undefined, end: () => undefined };
  return {
    tell: (text) => {
      const width = Math.max(20, stream.columns || 80) - 1;
      stream.write(clear + (text.length > width ? `${text.slice(0, width - 1)}…` : text));
    },
    end: () => {
      stream.write(clear);
    },
  };
}
