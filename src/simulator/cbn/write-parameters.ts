import type { ParameterRule } from "../action.ts";

/** What nearly every write on a transit router takes along. */
export const writeParameters = {
  ClientToken: { type: "string" },
  DryRun: { type: "boolean" },
} as const satisfies Record<string, ParameterRule>;

/** What lists of that era page by. */
export const tokenPaging = {
  NextToken: { type: "string" },
  MaxResults: { type: "integer" },
} as const satisfies Record<string, ParameterRule>;

export const tagParameter = {
  type: "list",
  of: { Key: { type: "string" }, Value: { type: "string" } },
} as const satisfies ParameterRule;
