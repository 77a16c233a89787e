import type { Mutant } from "./mutant.ts";

const file = "src/engine/intents.ts";

/** What a purchase is protected by elsewhere: controls that have to buy twice, or the regime sees nothing. */
export const naiveProtocols: readonly Mutant[] = [
  {
    name: "retry when unsure",
    file: "src/api/client/with-retried-reads.ts",
    text: '    if (kindOf(call) !== "read") return cloud.send(call);\n',
    by: "",
  },
  {
    name: "look up once",
    file,
    text: "  const { intent, isOrder, others, now } = asked;\n",
    by:
      "  const { isOrder, others, now } = asked;\n" +
      '  const intent = asked.intent?.state === "sending" ? undefined : asked.intent;\n',
  },
  {
    name: "journal and look up once",
    file,
    text: '  return untilBound(asked, age, "outcome", again);\n',
    by: "  return again;\n",
  },
];
