import type { ExitCode } from "../../exit-codes.ts";
import { applyStep } from "../apply.ts";
import type { Context } from "../context.ts";
import { acceptGrant } from "./accept.ts";
import { requestGrant } from "./request.ts";

/** A step like the others; with `--request` and `--accept` its two halves are passed on as one word. */
export function grant(context: Context): Promise<ExitCode> {
  const { request, accept } = context.flags;
  if (request) return requestGrant(context);
  return accept === undefined ? applyStep(context, "grant") : acceptGrant(context, accept);
}
