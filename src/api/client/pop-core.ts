import RPC from "@alicloud/pop-core/lib/rpc.js";
import type { Clock } from "../../clock.ts";
import { SagctlError } from "../../errors.ts";
import type { Text } from "../../text.ts";
import { kindOf } from "../actions.ts";
import { type ApiCall, type Cloud, isLater, MARKER, type Outcome, type Param, type Reply, TOKEN } from "../call.ts";
import type { Keys, KeysOf } from "../credentials/keys.ts";
import { type Agents, createAgents } from "./connection.ts";
import { type Endpoint, versions } from "./endpoints.ts";
import { readNoAnswer } from "./no-answer.ts";
import { toReply } from "./plain-json.ts";
import type { ProxyOf } from "./proxy.ts";
import { type Answer, readAnswer } from "./read-answer.ts";

/** What the client needs: keys, hosts, a clock, and time limits in milliseconds. */
export interface PopCoreOptions {
  readonly keysOf: KeysOf;
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  /** How long an answer may take; 60 s unless said otherwise. */
  readonly readTimeoutMs?: number;
  /** How long a connection may take; 10 s unless said otherwise. */
  readonly connectTimeoutMs?: number;
  /** Unless given, every connection is direct. */
  readonly proxyOf?: ProxyOf;
}

interface Entry {
  readonly response?: { readonly statusCode: number; readonly headers: Readonly<Record<string, unknown>> };
}

interface Client {
  request(action: string, params: object, options: object): Promise<[unknown, Entry]>;
}

// A Date header counts whole seconds, so a smaller difference is no sign of a clock that is off.
const NO_SKEW_MS = 1_500;

// Of the 15 minutes that a signature is taken for: with less, something else is wrong than the time.
const STALE_MS = 5 * 60_000;

/** The cloud over HTTP(S). The one file that knows pop-core, and where its traps end. */
export function createPopCoreCloud(options: PopCoreOptions): Cloud {
  return new PopCoreCloud(options);
}

class PopCoreCloud implements Cloud {
  readonly #options: PopCoreOptions;
  readonly #clients = new Map<string, Client>();
  readonly #agents = new Map<string, Agents>();
  #skewMs = 0;

  constructor(options: PopCoreOptions) {
    this.#options = options;
  }

  serverNow(): number {
    return this.#options.clock.now() + this.#skewMs;
  }

  async send(call: ApiCall): Promise<Outcome> {
    refusePlaceholders(call);
    return this.#options.clock.during(this.#send(call));
  }

  async #send(call: ApiCall): Promise<Outcome> {
    const keys = await this.#options.keysOf(call.account).catch(whyNot);
    if ("why" in keys) return withoutKeys(call, keys);
    // pop-core would send a request without a key unsigned.
    if (!keys.accessKeyId || !keys.accessKeySecret) return withoutKeys(call, { why: "the key is empty" });
    const secrets = [keys.accessKeyId, keys.accessKeySecret, keys.securityToken ?? ""];
    const signedAt = call.signedAt ?? this.serverNow();
    const read = (body: unknown, entry: Entry | undefined) =>
      this.#inTime(readAnswer(call, this.#answerOf(body, entry), secrets), signedAt);
    try {
      const [body, entry] = await this.#request(call, keys, signedAt);
      return read(body, entry);
    } catch (thrown) {
      const { data, entry } = (thrown ?? {}) as { data?: unknown; entry?: Entry };
      if (data !== undefined) return read(data, entry);
      const { is, code, message } = readNoAnswer(thrown);
      return { is, error: { code, message, product: call.product, action: call.action } };
    }
  }

  /** A clock was set, or a laptop has slept: the answer has told the service's time, and with that it may be sent again. */
  #inTime(outcome: Outcome, signedAt: number): Outcome {
    if (outcome.is !== "refused" || outcome.error.code !== "InvalidTimeStamp.Expired") return outcome;
    const isStale = Math.abs(this.serverNow() - signedAt) > STALE_MS;
    return isStale ? { is: "unsent", error: outcome.error } : outcome;
  }

  #request(call: ApiCall, keys: Keys, signedAt: number): Promise<[unknown, Entry]> {
    const baseUrl = this.#options.endpoint(call.product, call.region);
    const agents = this.#agentsOf(baseUrl);
    const readTimeout = this.#options.readTimeoutMs ?? 60_000;
    // POST in capitals: every other form puts key and signature into URLs, and URLs into error texts.
    const options = {
      method: "POST",
      readTimeout,
      connectTimeout: readTimeout + 1_000,
      agent: kindOf(call) === "read" ? agents.reads : agents.writes,
    };
    const params = { ...given(call), Timestamp: isoSeconds(signedAt) };
    return this.#clientOf(call, baseUrl, keys).request(call.action, params, options);
  }

  #answerOf(body: unknown, entry: Entry | undefined): Answer {
    const { statusCode = 0, headers = {} } = entry?.response ?? {};
    this.#readDate(headers.date);
    return { status: statusCode, headers, body: toReply(body) };
  }

  #readDate(date: unknown): void {
    const at = typeof date === "string" ? Date.parse(date) : Number.NaN;
    if (Number.isNaN(at)) return;
    const skew = at - this.#options.clock.now();
    this.#skewMs = Math.abs(skew) < NO_SKEW_MS ? 0 : skew;
  }

  #clientOf(call: ApiCall, baseUrl: string, keys: Keys): Client {
    const name = [baseUrl, call.product, keys.accessKeyId, keys.accessKeySecret, keys.securityToken].join(" ");
    const known = this.#clients.get(name);
    if (known) return known;
    const config = { ...keys, endpoint: baseUrl, apiVersion: versions[call.product] };
    const Rpc = RPC as unknown as new (config: object, verbose: boolean) => Client;
    const client = new Rpc(config, true);
    this.#clients.set(name, client);
    return client;
  }

  #agentsOf(baseUrl: string): Agents {
    const known = this.#agents.get(baseUrl);
    if (known) return known;
    const { connectTimeoutMs = 10_000, proxyOf } = this.#options;
    const agents = createAgents(baseUrl, connectTimeoutMs, proxyOf?.(baseUrl));
    this.#agents.set(baseUrl, agents);
    return agents;
  }
}

interface NoKeys {
  readonly why: string;
  readonly tryThis?: readonly Text[];
}

// Our own errors hold no secret; those of others may.
function whyNot(error: unknown): NoKeys {
  if (!(error instanceof SagctlError)) return { why: "the key could not be had" };
  return { why: error.message, tryThis: error.tryThis };
}

function withoutKeys(call: ApiCall, { why, tryThis = [] }: NoKeys): Outcome {
  const { account, product, action } = call;
  const error = { code: "sagctl.NoCredentials", message: `no key for ${account}: ${why}`, product, action, tryThis };
  return { is: "refused", error };
}

function given(call: ApiCall): Readonly<Record<string, Param>> {
  return Object.fromEntries(Object.entries(call.params).filter(([, value]) => value !== undefined && value !== null));
}

function refusePlaceholders(call: ApiCall): void {
  const found = placeholderIn(Object.values(call.params));
  if (found) throw new Error(`${call.product} ${call.action} was about to be sent with the placeholder ${found}`);
}

function placeholderIn(values: readonly unknown[]): string | undefined {
  for (const value of values) {
    if (typeof value === "string" && (isLater(value) || value === TOKEN || value === MARKER)) return value;
    const inner = typeof value === "object" && value !== null ? Object.values(value as Reply) : [];
    const found = placeholderIn(inner);
    if (found) return found;
  }
  return undefined;
}

function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
