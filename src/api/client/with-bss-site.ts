import type { AccountName } from "../../keys.ts";
import type { ApiCall, Cloud, Outcome } from "../call.ts";

const INTERNATIONAL = "ap-southeast-1";

/** Orders of an account of the international site lie on another host; the first NotApplicable tells which account is one. */
export function withBssSite(cloud: Cloud): Cloud {
  const international = new Set<AccountName>();
  const elsewhere = (call: ApiCall): ApiCall => ({ ...call, region: INTERNATIONAL });
  const send = async (call: ApiCall): Promise<Outcome> => {
    if (call.product !== "BssOpenApi") return cloud.send(call);
    if (international.has(call.account)) return cloud.send(elsewhere(call));
    const outcome = await cloud.send(call);
    if (outcome.is !== "refused" || outcome.error.code !== "NotApplicable") return outcome;
    international.add(call.account);
    return cloud.send(elsewhere(call));
  };
  return { send, serverNow: () => cloud.serverNow() };
}
