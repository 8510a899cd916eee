/** Dates of reduced precision: a year, a month or a day. */

/** Whether the text is a real date as "2010", "2010-09" or "2010-09-14". */
export function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** Dates are compared as far as both are known: 2010 is not before 2010-09. */
export function isAfter(one: string | number, other: string | number): boolean {
  if (typeof one === 'number' || typeof other === 'number') return one > other;
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) > other.slice(0, length);
}
