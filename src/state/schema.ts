import { z } from "zod";
import { currentVersion, migrate } from "./migrations.ts";
import type { Diary, Intent, IntentKey } from "./store.ts";

const intentKey = z.custom<IntentKey>((value) => typeof value === "string" && /^[^/#]+\/.+#.+$/.test(value));

export const intentSchema: z.ZodType<Intent> = z.strictObject({
  key: intentKey,
  callHash: z.string(),
  token: z.string(),
  generation: z.int().min(1),
  state: z.enum(["sending", "answered", "refused", "settled", "undone"]),
  at: z.number(),
  firstAt: z.number().exactOptional(),
  isOrder: z.literal(true).exactOptional(),
  isUndo: z.literal(true).exactOptional(),
  reply: z.record(z.string(), z.unknown()).exactOptional(),
});

const diarySchema: z.ZodType<Diary> = z.strictObject({
  version: z.literal(currentVersion),
  serial: z.int().min(0),
  network: z.string(),
  cloud: z.string(),
  intents: z
    .record(intentKey, intentSchema)
    .refine((intents) => Object.entries(intents).every(([key, intent]) => intent.key === key)),
});

export type ReadDiary =
  | { readonly is: "good"; readonly diary: Diary }
  | { readonly is: "newer"; readonly version: number }
  | { readonly is: "damaged"; readonly why: "not-json" | "wrong-form" };

/** Says what a diary's text holds; a parser's own words quote the text, so none are passed on. */
export function readDiary(text: string): ReadDiary {
  const raw = parseObject(text);
  if (raw === undefined) return { is: "damaged", why: "not-json" };
  const migrated = migrate(raw);
  if (migrated.is === "newer") return migrated;
  const checked = migrated.is === "current" ? diarySchema.safeParse(migrated.diary) : undefined;
  return checked?.success ? { is: "good", diary: checked.data } : { is: "damaged", why: "wrong-form" };
}

export function writeDiary(diary: Diary): string {
  return `${JSON.stringify(diary, undefined, 2)}\n`;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
