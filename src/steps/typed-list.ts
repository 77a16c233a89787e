import { z } from "zod";

/** Several values typed on one line, with commas or spaces between them. */
export const typedList = z.union([z.array(z.string()), z.string().transform(words)]);

/** The same, of numbers. */
export const typedNumbers = z.union([z.array(z.number()), z.string().transform((text) => words(text).map(Number))]);

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}
