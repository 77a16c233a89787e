import type { Mutant } from "./mutant.ts";

/** What is asked of the cloud, and what an answer is taken for. */
export const cloudMutants: readonly Mutant[] = [
  {
    name: "nobody looks before a purchase",
    file: "src/steps/purchase/claim.ts",
    text: "return adopt(gateways, {",
    by: "return adopt(gateways.slice(gateways.length), {",
  },
  {
    name: "an empty list is believed",
    file: "src/steps/purchase/guards.ts",
    text: "return uncertainList(seen, item) ?? strayed(seen, item) ?? unclaimed(seen, item)",
    by: "return strayed(seen, item) ?? unclaimed(seen, item)",
  },
  {
    name: "an unclaimed candidate is ignored",
    file: "src/steps/purchase/guards.ts",
    text: "return uncertainList(seen, item) ?? strayed(seen, item) ?? unclaimed(seen, item)",
    by: "return uncertainList(seen, item) ?? strayed(seen, item)",
  },
  {
    name: "writes are retried on 5xx and lost answers",
    file: "src/api/client/with-retried-reads.ts",
    text: '    if (kindOf(call) !== "read") return cloud.send(call);\n',
    by: "",
  },
  {
    name: "of a list only the first page is read",
    file: "src/api/read.ts",
    text: "    call = read.next?.(pages[pages.length - 1] ?? {});\n",
    by: "    call = undefined;\n",
  },
  {
    name: "a definite refusal is taken for unknown",
    file: "src/api/codes.ts",
    text: 'return any(clear, code) && !mismatch.test(code) ? "refused" : "unknown";',
    by: 'return "unknown";',
  },
  {
    name: "a lost answer is taken for a refusal",
    file: "src/api/client/no-answer.ts",
    text: 'const unknown = (code: string, message: string): NoAnswer => ({ is: "unknown",',
    by: 'const unknown = (code: string, message: string): NoAnswer => ({ is: "refused",',
  },
];
