import { Agent, type RequestOptions, request } from "node:http";
import type { Quote } from "./action.ts";
import type { CloudControl, CloudKey, CloudStatus } from "./cloud-control.ts";
import type { ProbeReport } from "./data-plane/probe.ts";
import type { Fault, FaultOrder } from "./faults/fault.ts";
import type { CallEntry, LedgerEntry } from "./world.ts";

/** The running `serve` refused a command, or could not be reached. */
export class ControlFailed extends Error {
  /** Of HTTP; absent when nothing answered. */
  readonly status: number | undefined;

  constructor(message: string, parts: { readonly status?: number; readonly cause?: unknown } = {}) {
    super(message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.status = parts.status;
  }
}

type Ask = <T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown) => Promise<T>;

interface Came {
  readonly status: number;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true });

/** Over node:http, since to load what `fetch` needs takes longer than all that a short command asks. */
function reach(url: URL, options: RequestOptions, body: string): Promise<Came> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(new ControlFailed(`No simulated cloud answers at ${url.origin}.`, { cause }));
    const asked = request(url, { ...options, agent }, (answer) => {
      answer.setEncoding("utf8").on("error", fail);
      let text = "";
      answer.on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asked.on("error", fail).end(body);
  });
}

function createAsk(base: URL, token: string): Ask {
  return async <T>(method: string, path: string, body?: unknown) => {
    const headers = token === "" ? {} : { authorization: `Bearer ${token}` };
    const sent = body === undefined ? "" : JSON.stringify(body);
    const { status, text } = await reach(new URL(path, base), { method, headers }, sent);
    if (status >= 200 && status < 300) return JSON.parse(text) as T;
    throw new ControlFailed(`The simulated cloud at ${base.origin} answered ${status}: ${text}`, { status });
  };
}

function remoteFaults(ask: Ask): CloudControl["faults"] {
  const read = () => ask<{ faults: Fault[]; held: number }>("GET", "/control/faults");
  return {
    add: (order: FaultOrder) => ask<Fault>("POST", "/control/faults", order),
    list: async () => (await read()).faults,
    clear: async (id) => {
      await ask("DELETE", `/control/faults${id === undefined ? "" : `?${new URLSearchParams({ id })}`}`);
    },
    release: (id) => ask<number>("POST", "/control/faults/release", { id }),
    held: async () => (await read()).held,
  };
}

function remotePeople(ask: Ask): CloudControl["people"] {
  return {
    deliver: (id) => ask<string[]>("POST", "/control/people/deliver", { id }),
    plugIn: (id) => ask<string[]>("POST", "/control/people/plug-in", { id }),
    pay: (id) => ask<string[]>("POST", "/control/people/pay", { id }),
  };
}

/** The control of a simulated cloud in another process. The token may stand in the URL: `http://control:TOKEN@host:port`. */
export function createRemoteCloud(url: string, token?: string): CloudControl {
  const base = new URL(url);
  const ask = createAsk(new URL(base.origin), token ?? decodeURIComponent(base.password));
  const status = () => ask<CloudStatus>("GET", "/control/now");
  return {
    status,
    now: async () => (await status()).now,
    advanceTo: async (to) => (await ask<CloudStatus>("POST", "/control/advance", { to })).now,
    ledger: () => ask<LedgerEntry[]>("GET", "/control/ledger"),
    calls: () => ask<CallEntry[]>("GET", "/control/calls"),
    unmodelled: () => ask<Record<string, number>>("GET", "/control/unmodelled"),
    keys: () => ask<CloudKey[]>("GET", "/control/keys"),
    people: remotePeople(ask),
    faults: remoteFaults(ask),
    probe: (question) => ask<ProbeReport>("POST", "/control/probe", question),
    quote: async (order) => (await ask<{ quote?: Quote }>("POST", "/control/quote", order)).quote,
    reset: async (options) => {
      await ask("POST", "/control/reset", options ?? {});
    },
  };
}
