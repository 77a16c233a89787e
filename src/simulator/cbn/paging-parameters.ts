import type { ParameterRule } from "../action.ts";

/** The two parameters of every paged list. */
export const pagingParameters = {
  PageNumber: { type: "integer" },
  PageSize: { type: "integer" },
} as const satisfies Record<string, ParameterRule>;
