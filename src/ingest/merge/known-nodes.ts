/** The nodes that are known while documents are brought into a dataset: by id, and documents by any form of their symbol. */
import type { NodeRecord } from '../../domain/records.js';
import { symbolKeys } from '../../domain/symbol.js';
import { documentKinds, type Kind } from '../../domain/vocabulary.js';

export const isDocument = ({ kind }: { kind: Kind }): boolean => (documentKinds as readonly Kind[]).includes(kind);

export class KnownNodes {
  private readonly byId = new Map<string, NodeRecord>();
  /** ids by the folded key of a whole symbol */
  private readonly bySymbol = new Map<string, string>();
  /** ids by the folded key of half of a double symbol */
  private readonly byHalf = new Map<string, string>();

  constructor(nodes: Iterable<NodeRecord> = []) {
    for (const node of nodes) this.add(node);
  }

  /** Enters a node, or what has become of it. */
  add(node: NodeRecord): void {
    this.byId.set(node.id, node);
    if (!isDocument(node) || typeof node.symbol !== 'string') return;
    const [whole = '', ...halves] = symbolKeys(node.symbol);
    if (!this.bySymbol.has(whole)) this.bySymbol.set(whole, node.id);
    for (const half of halves) if (!this.byHalf.has(half)) this.byHalf.set(half, node.id);
  }

  find(id: string): NodeRecord | undefined {
    return this.byId.get(id);
  }

  /** The document of a canonical symbol; `A/76/64` and `A/76/64-E/2021/11` are one, whichever of them is known. */
  document(symbol: string): NodeRecord | undefined {
    const [whole = '', ...halves] = symbolKeys(symbol);
    const id = this.bySymbol.get(whole) ?? this.byHalf.get(whole) ?? halves.map((half) => this.bySymbol.get(half)).find(Boolean);
    return id === undefined ? undefined : this.byId.get(id);
  }

  values(): Iterable<NodeRecord> {
    return this.byId.values();
  }
}
