/** The playground: GraphiQL on the server's own API, the named examples beside it, and an address that holds the question. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useParameters, withParameters } from '../address.js';
import { ApiError } from '../api.js';
import { Page } from '../components/page.js';
import { Loading, Problem } from '../components/state.js';
import { CopyLink } from '../playground/copy-link.js';
import type { Editor } from '../playground/editor.js';
import { type Example, examples, examplesByAsker } from '../playground/examples.js';
import { exampleLike, parametersOf, type Question, questionIn } from '../playground/question.js';
import { useTheme } from '../playground/theme.js';
import './playground.css';

/** What the editor opens with when neither the address nor this browser holds a question. */
const firstExample = examples.find(({ name }) => name === 'find-anything') ?? examples[0];

/** How long the question must rest before the address follows it. */
const restOf = 300;

interface EditorState {
  editor?: Editor;
  isReady: boolean;
  error?: ApiError;
  shown?: Question;
  /** whether the types are those of the published schema */
  isPublished: boolean;
}

const begun: EditorState = { isReady: false, isPublished: false };

/** GraphiQL in the element that the reference points to; loaded when this view is first shown. */
function useEditor() {
  const element = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const [state, setState] = useState(begun);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isGone = false;
    let opened: Editor | undefined;
    const change = (changed: Partial<EditorState>) => !isGone && setState((last) => ({ ...last, ...changed }));
    const fail = (cause: string) => change({ ...begun, editor: undefined, shown: undefined, error: new ApiError('UNREACHABLE', cause) });
    import('../playground/editor.js').then(
      ({ showEditor }) => {
        if (isGone || !element.current) return;
        opened = showEditor(element.current, {
          theme,
          onReady: () => change({ isReady: true }),
          onShown: (shown) => change({ shown }),
          onPublished: (isPublished) => change({ isPublished }),
          onBroken: () => fail('The editor failed.'),
        });
        change({ editor: opened, error: undefined });
      },
      () => fail('The editor could not be loaded.'),
    );
    return () => {
      isGone = true;
      opened?.close();
      setState(begun);
    };
  }, [attempt]);
  useEffect(() => state.editor?.setTheme(theme), [state.editor, theme]);
  return { element, ...state, again: () => setAttempt((count) => count + 1) };
}

/**
 * The address asks for a question, which is then opened; what is shown goes back into the address, so that it can be shared at any time.
 * Returns the name of an example that was asked for and is not there.
 */
function useQuestionInAddress(editor: Editor | undefined, isReady: boolean, shown: Question | undefined): string | undefined {
  const [parameters, change] = useParameters();
  const { example, query, variables } = parameters;
  const asked = JSON.stringify([example, query, variables]);
  const [unknown, setUnknown] = useState<string>();
  const isFirst = useRef(true);
  /** what was last put into the address from here: it is not opened, for by now more may have been typed */
  const put = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!editor || !isReady) return;
    const isPut = put.current === asked;
    put.current = undefined;
    if (isPut) return;
    const wanted = questionIn(parameters);
    setUnknown(wanted === 'unknown' ? example : undefined);
    if (typeof wanted !== 'string') editor.open(wanted);
    else if (isFirst.current && shown && !shown.query.trim() && firstExample) editor.open(firstExample);
    isFirst.current = false;
  }, [editor, isReady, asked]);
  useEffect(() => {
    if (!isReady || !shown) return;
    const rest = setTimeout(() => {
      const held = parametersOf(shown);
      const next = JSON.stringify([held.example, held.query, held.variables]);
      if (next === asked) return;
      put.current = next;
      change(held, { replace: true });
    }, restOf);
    return () => clearTimeout(rest);
  }, [isReady, shown?.query, shown?.variables, asked]);
  return unknown;
}

function ExampleLink({ example, isShown, onFollow }: { example: Example; isShown: boolean; onFollow: () => void }) {
  return (
    <li>
      <a
        class="example"
        href={withParameters('/playground', { example: example.name })}
        aria-current={isShown ? 'true' : undefined}
        onClick={onFollow}
      >
        <span class="example-title">{example.title}</span>
        <span class="example-about">{example.about}</span>
      </a>
    </li>
  );
}

/** The named examples by who asks; on a narrow screen behind a button. */
function Examples({ shown }: { shown?: Example }) {
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!list.current || !link) return;
    const { scrollTop, clientHeight } = list.current;
    const isSeen = link.offsetTop >= scrollTop && link.offsetTop + link.offsetHeight <= scrollTop + clientHeight;
    if (!isSeen) list.current.scrollTop = link.offsetTop - clientHeight / 2;
  }, [shown, isOpen]);
  return (
    <nav class="examples" aria-label="Examples">
      <button type="button" class="button examples-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Hide the examples' : `Examples (${examples.length})`}
      </button>
      <div ref={list} class={isOpen ? 'examples-list examples-open' : 'examples-list'}>
        {examplesByAsker.map(({ who, its }) => (
          <section key={who}>
            <h2>{who}</h2>
            <ul>
              {its.map((example) => (
                <ExampleLink key={example.name} example={example} isShown={example.name === shown?.name} onFollow={() => setOpen(false)} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}

export default function PlaygroundView() {
  const { element, editor, isReady, error, shown, isPublished, again } = useEditor();
  const unknown = useQuestionInAddress(editor, isReady, shown);
  return (
    <Page
      title="Playground"
      wide
      lead="Ask the public API yourself. Take an example, change it, run it with Ctrl + Enter; the address holds the question."
      actions={shown?.query.trim() ? <CopyLink question={shown} /> : undefined}
    >
      {unknown && (
        <p class="playground-note" role="status">
          There is no example named “{unknown}”. Take one from the list.
        </p>
      )}
      <div class="playground">
        <Examples shown={shown && exampleLike(shown)} />
        <div class="playground-editor">
          {error ? <Problem error={error} again={again} /> : !isReady && <Loading what="Loading the editor" />}
          <div class="playground-graphiql" ref={element} />
        </div>
      </div>
      {isPublished && (
        <p class="playground-note">This server does not tell its types; those shown are of the schema that is published with this page.</p>
      )}
    </Page>
  );
}
