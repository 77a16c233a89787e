const on = ["1", "true", "yes", "on"];
const off = ["0", "false", "no", "off"];

/** Yes or no, as people write it; undefined is neither. */
export function truthOf(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (on.includes(word)) return true;
  return off.includes(word) ? false : undefined;
}

/** What is understood, to be told to whoever wrote something else. */
export const truthWords = `${on.join(", ")} for yes, ${off.join(", ")} for no`;
