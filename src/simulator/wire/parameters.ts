import { type ParameterRule, Refusal, type SimAction } from "../action.ts";

type Rules = Readonly<Record<string, ParameterRule>>;

/** Parameters of the protocol itself; business parameters are what the action's table says. */
const protocolParameters = new Set(
  [
    "Action Version Format AccessKeyId Signature SignatureMethod SignatureVersion SignatureNonce SignatureType".split(
      " ",
    ),
    // AcceptLanguage, SourceIp and SecureTransport: what other tools send along. RegionId: aliyun-cli adds the profile's.
    "Timestamp SecurityToken AcceptLanguage SourceIp SecureTransport RegionId".split(" "),
    // Accepted by nearly every action. Source: published SDK models, 2026-08.
    "OwnerId OwnerAccount ResourceOwnerId ResourceOwnerAccount".split(" "),
  ].flat(),
);

/** A parameter that no table has: the caller hears of it, and the world counts it. */
export class UnmodelledParameter extends Refusal {
  readonly parameter: string;

  constructor(action: string, parameter: string) {
    super(400, "InvalidParameter", `The parameter ${parameter} of ${action} is not modelled by the simulated cloud.`);
    this.parameter = parameter;
  }
}

function invalid(name: string): Refusal {
  return new Refusal(400, "InvalidParameter", `The specified parameter "${name}" is not valid.`);
}

const scalars = {
  string: (text: string) => text,
  integer: (text: string) => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined),
  boolean: (text: string) => (/^(true|false)$/i.test(text) ? text.toLowerCase() === "true" : undefined),
  json: (text: string) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined;
    }
  },
} as const;

function decodeScalar(rule: ParameterRule, name: string, text: string): unknown {
  const value = rule.type === "list" ? undefined : scalars[rule.type](text);
  if (value === undefined || (rule.oneOf !== undefined && !rule.oneOf.includes(text))) throw invalid(name);
  return value;
}

/** Elements of `Name.1…`, `Name.2…`, each with what follows its number. */
function elements(prefix: string, flat: ReadonlyMap<string, string>): Map<number, Map<string, string>> {
  const found = new Map<number, Map<string, string>>();
  for (const [name, text] of flat) {
    const match = /^([^.]+)\.(\d+)(?:\.(.+))?$/.exec(name);
    if (match?.[1] !== prefix) continue;
    const index = Number(match[2]);
    const members = found.get(index) ?? new Map<string, string>();
    found.set(index, members.set(match[3] ?? "", text));
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

function decodeList(rule: ParameterRule, prefix: string, flat: ReadonlyMap<string, string>, action: string): unknown[] {
  return [...elements(prefix, flat)].map(([index, members]) => {
    if (rule.of !== undefined) return decode(rule.of, members, action, `${prefix}.${index}.`);
    const [extra] = [...members.keys()].filter((member) => member !== "");
    if (extra !== undefined) throw new UnmodelledParameter(action, `${prefix}.N.${extra}`);
    return members.get("");
  });
}

function decode(rules: Rules, flat: ReadonlyMap<string, string>, action: string, path = ""): Record<string, unknown> {
  const decoded: Record<string, unknown> = {};
  for (const [name, text] of flat) {
    const [top = ""] = name.split(".");
    const rule = Object.hasOwn(rules, top) ? rules[top] : undefined;
    if (rule === undefined) {
      if (path === "" && protocolParameters.has(name)) continue;
      throw new UnmodelledParameter(action, path.replace(/\d+/g, "N") + name);
    }
    if (rule.type === "list" && name === top) throw invalid(path + name);
    if (rule.type === "list") decoded[top] ??= decodeList(rule, top, flat, action);
    else if (name !== top) throw new UnmodelledParameter(action, name);
    else if (text !== "" || rule.type === "string") decoded[top] = decodeScalar(rule, path + name, text);
  }
  return decoded;
}

/** At most 64 ASCII characters. Source: SDK models and the pages on idempotency; the code is an assumption. */
function checkToken(token: unknown): void {
  if (token !== undefined && !/^[\x20-\x7e]{0,64}$/.test(String(token))) throw invalid("ClientToken");
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function checkRequired(action: SimAction, rules: Rules, decoded: Readonly<Record<string, unknown>>): void {
  for (const [name, rule] of Object.entries(rules)) {
    if (rule.required && isAbsent(decoded[name])) {
      const { status, code } = action.missing ?? { status: 400, code: "MissingParameter" };
      const message = `The input parameter "${name}" that is mandatory for processing this request is not supplied.`;
      throw new Refusal(status, code, message);
    }
    const listed = rule.of === undefined ? [] : ((decoded[name] ?? []) as Record<string, unknown>[]);
    for (const element of listed) checkRequired(action, rule.of ?? {}, element);
  }
}

/** The service answers XML where another format is asked for; here everything is JSON. Source: pages on the protocol. */
function checkFormat(action: SimAction, format: string | undefined): void {
  if (format !== undefined && format.toUpperCase() !== "JSON") throw new UnmodelledParameter(action.name, "Format");
}

/** Turns flat text into what the action's table says, refusing what the table does not have and what it misses. */
export function decodeParameters(action: SimAction, flat: Readonly<Record<string, string>>): Record<string, unknown> {
  checkFormat(action, flat.Format);
  const decoded = decode(action.parameters, new Map(Object.entries(flat)), action.name);
  checkRequired(action, action.parameters, decoded);
  checkToken(decoded.ClientToken);
  return decoded;
}

/** What may be logged of a request that was refused before its parameters were decoded. */
export function businessParameters(flat: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(flat).filter(([name]) => !protocolParameters.has(name) || name === "RegionId"),
  );
}
