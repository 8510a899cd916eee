/** One line that is written over, for somebody who watches; nothing where nobody does. */

export interface Progress {
  tell(text: string): void;
  /** clears the line */
  end(): void;
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
