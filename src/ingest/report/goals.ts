/** The Sustainable Development Goals that a text names: "Goal 9", "Goals 4 and 5", "SDGs 1 to 3", "target 9.c". */

const named =
  /\b(?:(?:Sustainable Development )?Goals?|SDGs?|(?:Sustainable Development Goal |Goal |SDG )?[Tt]argets?)[\s-](\d{1,2}(?:\.[\da-z]{1,2})?(?:\s?(?:,|,? and|or|to|through|[–—-]|&)\s?(?:(?:Goals?|SDGs?|targets?)\s)?\d{1,2}(?:\.[\da-z]{1,2})?){0,16})/g;
const part = /(to|through|[–—-])?\s?(\d{1,2})(?:\.[\da-z]{1,2})?/g;

/** Ids (`sdg/9`) of the goals that a text names by number, also by one of their targets, in the order of the text. */
export function goalsIn(text: string): string[] {
  const goals: number[] = [];
  for (const match of text.matchAll(named)) {
    let last: number | null = null;
    for (const [, range, digits] of (match[1] ?? '').matchAll(part)) {
      const goal = Number(digits);
      for (let number = range && last !== null && goal > last ? last + 1 : goal; number <= goal; number++) goals.push(number);
      last = goal;
    }
  }
  return [...new Set(goals.filter((goal) => goal >= 1 && goal <= 17))].map((goal) => `sdg/${goal}`);
}
