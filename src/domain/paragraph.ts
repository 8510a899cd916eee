/** How a paragraph of a document is named. */

const paragraph = /^(PP)?[1-9]\d*(\.[1-9]\d*)?( \([a-z]+\))*$/;

/** Whether the text names a paragraph: 12, 12 (a), 60 (g) (ii), PP3 or, where numbers have two parts, 2.14. */
export const isParagraph = (text: string): boolean => paragraph.test(text);
