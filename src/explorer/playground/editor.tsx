/** @jsxImportSource react */
/** GraphiQL in a part of the page: the one place that needs React, loaded on demand. Everything else of the playground is in views/playground.tsx. */
import { DOC_EXPLORER_PLUGIN } from '@graphiql/plugin-doc-explorer';
import { type EditorContextType, type ExecutionContextType, useEditorContext, useExecutionContext } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Theme } from '../theme.js';
import { askAsTyped, typesQuestion } from './ask-as-typed.js';
import { mendAnswer, mendEditor, mendNames } from './mend.js';
import { isSame, type Question } from './question.js';
import { storageForTabs } from './storage.js';
import 'graphiql/style.css';
import './editor.css';

export interface EditorOptions {
  theme: Theme;
  /** told once, when questions can be opened */
  onReady: () => void;
  /** told what the tab in front holds, whenever that changes */
  onShown: (question: Question) => void;
  /** told whether the types are those of the published schema, because the server does not tell its own */
  onPublished: (isPublished: boolean) => void;
  /** told when it failed and is gone */
  onBroken: (error: unknown) => void;
}

export interface Editor {
  setTheme(theme: Theme): void;
  /** Shows a question: in the tab that holds it, in the tab in front if that is empty, else in a new one. */
  open(question: Question): void;
  close(): void;
}

type Report = Pick<EditorOptions, 'onReady' | 'onShown'>;

/** GraphiQL's own explorer of the schema, under the name by which the page speaks of it. */
const schemaPlugin = { ...DOC_EXPLORER_PLUGIN, title: 'schema' };

/** Reaches into GraphiQL, where its tabs and its editors are known. */
function Reach({ report, reach }: { report: Report; reach: (open: Editor['open']) => void }) {
  const editors = useEditorContext({ nonNull: true });
  const execution = useExecutionContext({ nonNull: true });
  const latest = useRef({ editors, execution });
  const isOpening = useRef(false);
  useLayoutEffect(() => {
    latest.current = { editors, execution };
  });

  const { queryEditor, variableEditor, responseEditor, tabs, activeTabIndex } = editors;
  const isReady = Boolean(queryEditor && variableEditor && responseEditor);
  useEffect(() => {
    if (queryEditor) mendEditor(queryEditor, 'Question, in GraphQL');
  }, [queryEditor]);
  useEffect(() => {
    if (variableEditor) mendEditor(variableEditor, 'Variables, in JSON');
  }, [variableEditor]);
  useEffect(() => {
    if (responseEditor) mendAnswer(responseEditor);
  }, [responseEditor]);

  useEffect(() => {
    if (!isReady) return;
    reach((question) => openIn(latest, isOpening, question));
    report.onReady();
  }, [isReady, reach, report]);

  const query = tabs[activeTabIndex]?.query ?? '';
  const variables = tabs[activeTabIndex]?.variables ?? '';
  useEffect(() => {
    if (isReady && !isOpening.current) report.onShown({ query, variables });
  }, [isReady, query, variables, report]);

  useEffect(() => {
    // The strip of tabs scrolls; the page must not.
    const tab = document.getElementById(`graphiql-session-tab-${activeTabIndex}`)?.parentElement;
    const strip = tab?.parentElement;
    if (!tab || !strip) return;
    const hiddenAt = tab.offsetLeft + tab.offsetWidth - strip.offsetLeft - strip.clientWidth;
    strip.scrollLeft = Math.min(Math.max(strip.scrollLeft, hiddenAt), tab.offsetLeft - strip.offsetLeft);
  }, [activeTabIndex, tabs.length]);
  return null;
}

interface Latest {
  current: { editors: EditorContextType; execution: ExecutionContextType };
}

function openIn(latest: Latest, isOpening: { current: boolean }, question: Question): void {
  const { editors, execution } = latest.current;
  const { queryEditor, variableEditor, tabs, activeTabIndex } = editors;
  if (!queryEditor || !variableEditor) return;
  const inFront = { query: queryEditor.getValue(), variables: variableEditor.getValue() };
  if (isSame(inFront, question)) return;
  execution.stop();
  const at = tabs.findIndex(
    (tab, index) => index !== activeTabIndex && isSame({ query: tab.query ?? '', variables: tab.variables ?? '' }, question),
  );
  // What was typed a moment ago is not yet in its tab.
  flushSync(() => editors.updateActiveTabValues(inFront));
  if (at >= 0) {
    flushSync(() => latest.current.editors.changeTab(at));
  } else {
    if (inFront.query.trim() || inFront.variables.trim()) {
      isOpening.current = true;
      flushSync(() => latest.current.editors.addTab());
      isOpening.current = false;
    }
    queryEditor.setValue(question.query);
    variableEditor.setValue(question.variables);
    flushSync(() => latest.current.editors.updateActiveTabValues(question));
  }
  // Until the text is parsed anew, a name from the tab before must not be sent with it.
  queryEditor.operationName = null;
}

/** Shows GraphiQL in an element. Nothing is asked but the types, until somebody runs a question. */
export function showEditor(element: Element, { theme: first, onPublished, onBroken, ...report }: EditorOptions): Editor {
  const root = createRoot(element, { onUncaughtError: onBroken });
  const fetcher = askAsTyped(onPublished);
  const storage = storageForTabs();
  let open: Editor['open'] = () => undefined;
  const reach = (given: Editor['open']) => {
    open = given;
  };
  const setTheme = (theme: Theme) =>
    root.render(
      <GraphiQL
        fetcher={fetcher}
        storage={storage}
        forcedTheme={theme}
        referencePlugin={schemaPlugin}
        introspectionQueryName={typesQuestion}
        inputValueDeprecation
        schemaDescription
        defaultTabs={noTabs}
        defaultQuery=""
        defaultEditorToolsVisibility="variables"
        isHeadersEditorEnabled={false}
        shouldPersistHeaders={false}
      >
        <GraphiQL.Logo>{null}</GraphiQL.Logo>
        <Reach report={report} reach={reach} />
      </GraphiQL>,
    );
  setTheme(first);
  const stopMending = mendNames(element);
  const close = () => {
    stopMending();
    root.unmount();
  };
  return { setTheme, open: (question) => open(question), close };
}

/** What stands in the editor until a question is opened: nothing. */
const noTabs = [{ query: '' }];
