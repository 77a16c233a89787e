import type { ApiCall, Params } from "../call.ts";

const RECEIVER = /^Receiver([A-Z]\w*)$/;
const SECRET = /^(AccessKeyId|AccessKeySecret|SecurityToken|Signature|SecretKey|Password)$/;

/** The call as it may be printed or kept: no address of a person, no key. */
export function redactCall(call: ApiCall): ApiCall {
  const params = Object.entries(call.params).map(([name, value]) => [name, placeholderOf(name) ?? value]);
  return { ...call, params: Object.fromEntries(params) as Params };
}

/** The service's own words without what they may quote of the request, and without `secrets`. */
export function redactText(text: string, call: ApiCall, secrets: readonly string[] = []): string {
  const quoted = Object.entries(call.params).flatMap(([name, value]) => {
    const placeholder = placeholderOf(name);
    return placeholder !== undefined && typeof value === "string" && value.length > 2 ? [[value, placeholder]] : [];
  });
  const hidden = secrets.filter((secret) => secret !== "").map((secret) => [secret, "<hidden>"]);
  // The service quotes the whole string that it signed, token included.
  const short = text.replace(/\s*server (string to sign|StringToSign) is[\s\S]*$/i, "");
  return [...quoted, ...hidden].reduce((rest, [from = "", to = ""]) => hide(rest, from, to), short);
}

function placeholderOf(name: string): string | undefined {
  const field = RECEIVER.exec(name)?.[1];
  if (field !== undefined) return `<shipTo.${field.toLowerCase()}>`;
  return SECRET.test(name) ? "<hidden>" : undefined;
}

function hide(text: string, value: string, placeholder: string): string {
  return text.replaceAll(value, placeholder).replaceAll(encodeURIComponent(value), placeholder);
}
