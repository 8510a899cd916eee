/** What can be taken away: the table as CSV, the question in GraphQL, the link. */
import { useEffect, useState } from 'preact/hooks';
import { complete } from '../document.js';
import cubeQuery from '../queries/cube.graphql?raw';
import { toCsv } from './csv.js';
import { variablesOf } from './question.js';
import { runnable } from './runnable.js';
import { type CubeTable, csvRows, fileNameOf } from './table.js';

export function TakeAway({ table }: { table: CubeTable }) {
  const question = () => runnable(complete(cubeQuery), variablesOf(table.question));
  return (
    <>
      <button type="button" class="button" onClick={() => download(fileNameOf(table.question), toCsv(csvRows(table)))}>
        Download CSV
      </button>
      <CopyButton label="Copy GraphQL" text={question} />
      <CopyButton label="Copy link" text={() => location.href} />
    </>
  );
}

/** A button that puts a text into the clipboard and says whether it did. */
function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), 2500);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <button type="button" class="button" onClick={async () => setSaid((await copy(text())) ? 'Copied' : 'Could not copy')}>
      {/* Both stand in one place, so that the button keeps its width. */}
      <span class="cube-copy">
        <span class={said ? 'cube-copy-hidden' : undefined}>{label}</span>
        <span role="status">{said}</span>
      </span>
    </button>
  );
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Without TLS and away from this machine the browser gives no clipboard: then by a selection, as of old. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
