/** Numbers as Prometheus reads them (text format 0.0.4). Counting is an addition, so that an answer that is ready is not slowed down by it. */

/** A sum that only grows, for each value of a label, or one alone. */
export class Counter {
  private readonly sums = new Map<string, number>();

  constructor(
    private readonly name: string,
    private readonly help: string,
    private readonly label?: string,
  ) {
    if (!label) this.sums.set('', 0);
  }

  add(value = ''): void {
    this.sums.set(value, (this.sums.get(value) ?? 0) + 1);
  }

  text(): string {
    const lines = [...this.sums].map(([value, sum]) => sample(this.name, this.label ? { [this.label]: value } : {}, sum));
    return series(this.name, this.help, 'counter', lines);
  }
}

/** How often values were up to each bound, for each value of a label, or alone. */
export class Histogram {
  private readonly counts = new Map<string, { buckets: number[]; sum: number }>();

  /** @param bounds ascending */
  constructor(
    private readonly name: string,
    private readonly help: string,
    private readonly bounds: readonly number[],
    private readonly label?: string,
  ) {}

  observe(amount: number, value = ''): void {
    let counted = this.counts.get(value);
    if (!counted) {
      counted = { buckets: Array<number>(this.bounds.length + 1).fill(0), sum: 0 };
      this.counts.set(value, counted);
    }
    let at = 0;
    while (at < this.bounds.length && amount > (this.bounds[at] as number)) at += 1;
    counted.buckets[at] = (counted.buckets[at] as number) + 1;
    counted.sum += amount;
  }

  text(): string {
    const lines = [...this.counts].flatMap(([value, { buckets, sum }]) => {
      const labels = this.label ? { [this.label]: value } : {};
      let upTo = 0;
      const counted = buckets.map((count, at) => {
        upTo += count;
        return sample(`${this.name}_bucket`, { ...labels, le: String(this.bounds[at] ?? '+Inf') }, upTo);
      });
      return [...counted, sample(`${this.name}_sum`, labels, sum), sample(`${this.name}_count`, labels, upTo)];
    });
    return series(this.name, this.help, 'histogram', lines);
  }
}

/** What is so now. */
export const gauge = (name: string, help: string, value: number, labels: Record<string, string> = {}): string =>
  series(name, help, 'gauge', [sample(name, labels, value)]);

const series = (name: string, help: string, type: string, lines: readonly string[]): string =>
  [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ''].join('\n');

function sample(name: string, labels: Record<string, string>, value: number): string {
  const told = Object.entries(labels).map(
    ([label, text]) => `${label}="${text.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`,
  );
  return `${name}${told.length ? `{${told.join(',')}}` : ''} ${value}`;
}
