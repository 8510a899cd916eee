/** What axe-core finds serious in GraphiQL 4.1, mended on its elements; its tabs are in plain-tabs.tsx, its colours in editor.css. */

/** Gives names where they are missing, or hide what can be read, whenever GraphiQL draws them in an element; returns how to stop. */
export function mendNames(root: Element): () => void {
  const drawn = new MutationObserver(() => {
    for (const item of root.querySelectorAll('.graphiql-history-item-label[aria-label]')) item.removeAttribute('aria-label');
    for (const list of root.querySelectorAll('.CodeMirror-hints:not([aria-label])')) list.setAttribute('aria-label', 'Completions');
  });
  drawn.observe(root, { childList: true, subtree: true });
  return () => drawn.disconnect();
}

/** What is used here of CodeMirror 5, whose own types do not know all of its options. */
interface CodeMirrorEditor {
  setOption(option: 'screenReaderLabel', label: string): void;
  setOption(option: 'dragDrop' | 'info', isOn: boolean): void;
  addKeyMap(keys: Readonly<Record<string, false>>): void;
  getScrollerElement(): HTMLElement;
}

/**
 * Gives an editor a name, lets the keyboard scroll it, and lets Tab move on as everywhere else; while a completion is offered, Tab still takes it.
 * Text is not dragged: that would be shown by a picture from a data: address, which the policy of the page refuses.
 */
export function mendEditor(editor: CodeMirrorEditor, name: string): void {
  editor.setOption('dragDrop', false);
  editor.setOption('screenReaderLabel', name);
  editor.addKeyMap({ Tab: false, 'Shift-Tab': false });
  const scroller = editor.getScrollerElement();
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'region');
  scroller.setAttribute('aria-label', name);
}

/** An answer is only text: GraphiQL would fetch a picture from any host to whose address the pointer comes. */
export function mendAnswer(editor: CodeMirrorEditor): void {
  mendEditor(editor, 'Answer, in JSON');
  editor.setOption('info', false);
}
