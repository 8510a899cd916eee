/** Figures that a test has measured, for whoever reads its output; the test has its own bounds. */
export const measured = (text: string): void => void process.stderr.write(`measured: ${text}\n`);
