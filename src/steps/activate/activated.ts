import { isStatus } from "../../api/is-status.ts";

/** Any status that only an activated gateway has. Source: status table of the published SDK model, 2026-08. */
export function isActivated({ status }: { readonly status: string }): boolean {
  return isStatus(status, "Unconfirmed", "Init", "Offline", "Active");
}
