import { z } from "zod";

/** A sentence: as it reads, and as the template with values that it was made of. */
const text = z.object({
  text: z.string(),
  template: z.string(),
  values: z.array(z.union([z.string(), z.number()])),
});

const texts = z.array(text);

const end = z.discriminatedUnion("is", [
  z.object({ is: z.literal("done"), as: text }),
  z.object({ is: z.literal("not-needed"), because: text }),
  z.object({ is: z.literal("stays"), because: text, bills: text.optional() }),
  z.object({
    is: z.literal("blocked"),
    who: z.enum(["person", "account"]),
    on: text,
    tryThis: texts,
    /** It lies in an account whose key is not here; pings through it may have proven it. */
    unseen: z.literal(true).optional(),
    /** It can be done another time, or elsewhere: a whole run in which nothing else is missing ends well. */
    elsewhere: z.literal(true).optional(),
    /** What it is that somebody does, where the simulated cloud has people for it. */
    deed: z.enum(["payment", "delivery", "cabling"]).optional(),
    /** The flag that would have allowed it. */
    consent: z.string().optional(),
  }),
  z.object({
    is: z.literal("failed"),
    kind: z.enum(["check", "guard", "denied", "refused"]),
    because: text,
    tryThis: texts,
    /** A check of what cannot all be read from here: the other account may not have done its part yet. */
    unread: z.literal(true).optional(),
    error: z.object({ code: z.string(), message: z.string(), requestId: z.string().optional() }).loose().optional(),
  }),
  z.object({ is: z.literal("unsettled"), because: text, mayHaveCommitted: z.boolean() }),
  z.object({
    is: z.literal("unknown"),
    /** What --buy-again names it by. */
    marker: z.string(),
    /** Nothing in the console shows the mark. */
    isUnmarked: z.literal(true).optional(),
    at: z.number(),
    because: text,
    tryThis: texts,
  }),
  z.object({ is: z.literal("declined"), change: text }),
  z.object({ is: z.literal("held-up"), by: z.string() }),
  z.object({ is: z.literal("interrupted"), mayHaveCommitted: z.boolean() }),
  z.object({ is: z.literal("looked-at"), verdict: z.object({ is: z.string() }).loose() }),
]);

const call = z.object({
  product: z.string(),
  action: z.string(),
  account: z.string(),
  region: z.string(),
  params: z.record(z.string(), z.unknown()),
});

const amount = z.object({ amount: z.number(), currency: z.string() });

/** What is paid with the order, and what is billed afterwards for as long as it stands. */
const cost = z.object({
  currency: z.string(),
  now: z.number(),
  later: z.array(z.object({ amount: z.number(), per: z.enum(["month", "hour", "GB"]) })),
});

/** Of a purchase. On the real cloud only its order page knows; the simulated cloud invents one. */
const price = z.object({ says: text, orderPage: text.optional(), invented: cost.optional() });

const change = z.object({
  slot: z.string(),
  summary: text,
  risk: z.enum(["none", "costs-money", "shared", "destroys"]),
  permission: z.string(),
  call,
  price: price.optional(),
});

const plan = z.object({
  way: z.enum(["do", "undo"]),
  rows: z.array(
    z.object({
      item: z.string(),
      title: z.string(),
      verdict: z.object({ is: z.string() }).loose(),
      changes: z.array(change),
      /** What its probe would run on an instance, if it is allowed to: --allow-probes. */
      command: z.object({ on: text, line: z.string() }).optional(),
      /** The item that comes first and is no part of this command: nothing of this row is sent. */
      first: z.string().optional(),
      /** It is looked at only because of what another row would cost. */
      isAside: z.literal(true).optional(),
    }),
  ),
});

const error = z.object({
  kind: z.string(),
  code: z.string(),
  message: text,
  tryThis: texts,
  requestId: z.string().optional(),
});

const destination = z.object({
  name: z.string(),
  address: z.string(),
  is: z.enum(["answers", "probe-only", "silent", "not-pinged"]),
  averageMs: z.number().optional(),
  /** The port that was tried beside the ping: --tcp. */
  tcp: z
    .object({ port: z.number(), is: z.enum(["answers", "refused", "silent"]), averageMs: z.number().optional() })
    .optional(),
});

/** The one object that a command with --json writes to stdout, at its end. */
export const resultShape = z.object({
  version: z.literal(1),
  command: z.string(),
  /** "real", or "simulated" with the scenario. */
  cloud: z.enum(["real", "simulated"]),
  scenario: z.string().optional(),
  network: z.object({ name: z.string(), file: z.string().optional() }).optional(),
  accounts: z.array(z.object({ name: z.string(), uid: z.string().optional(), from: z.string().optional() })).optional(),
  /** What would be done, or would be undone. */
  plan: plan.optional(),
  /** How each item ended, in the order of the list. */
  items: z.array(z.object({ key: z.string(), title: z.string(), end })).optional(),
  permissions: z
    .array(z.object({ account: z.string(), actions: z.array(z.string()), serviceLinkedRoles: z.array(z.string()) }))
    .optional(),
  status: z
    .array(
      z.object({
        is: z.enum(["true", "pending", "waiting", "wrong"]),
        title: z.string(),
        name: z.string().optional(),
        id: z.string().optional(),
        says: texts,
        /** Milliseconds since 1970. */
        endsAt: z.number().optional(),
      }),
    )
    .optional(),
  /** By heading; each row by the names of its columns. */
  tables: z.record(z.string(), z.array(z.record(z.string(), z.string()))).optional(),
  facts: z.record(z.string(), z.string()).optional(),
  /** What has been pinged, by where it started: a branch, or an instance of a VPC. */
  paths: z
    .array(
      z.union([
        z.object({
          branch: z.object({ name: z.string(), cidrs: z.array(z.string()) }),
          ccn: z.string(),
          destinations: z.array(destination),
        }),
        z.object({
          vpc: z.object({ name: z.string(), address: z.string() }),
          router: z.string(),
          destinations: z.array(destination.extend({ behind: z.string().optional() })),
        }),
      ]),
    )
    .optional(),
  counts: z
    .object({
      steps: z.number(),
      writes: z.number(),
      reads: z.number(),
      /** Reads repeated while waiting; not among `reads`. */
      polls: z.number().optional(),
      probes: z.number().optional(),
      tookMs: z.number(),
      cloudMs: z.number().optional(),
      spent: z.array(amount).optional(),
      /** Ordered, and waiting to be paid. */
      unpaid: z.array(amount).optional(),
    })
    .optional(),
  /** Commands that go on from here. */
  next: z.array(z.object({ command: z.string(), what: z.string().optional() })).optional(),
  /** Text in another format, such as the example file of `init`. */
  output: z.string().optional(),
  error: error.optional(),
  exit: z.number(),
});

const itemEvent = { item: z.string(), title: z.string() };

/** One line of stderr with --json: something that happened on the way. */
export const eventShape = z.discriminatedUnion("event", [
  z.object({ event: z.literal("planned"), items: z.number(), changes: z.number() }),
  z.object({ event: z.literal("looking"), ...itemEvent }),
  z.object({ event: z.literal("sending"), ...itemEvent, change }),
  z.object({
    event: z.literal("answered"),
    item: z.string(),
    change,
    outcome: z.string(),
    requestId: z.string().optional(),
  }),
  z.object({
    event: z.literal("waiting"),
    ...itemEvent,
    for: text,
    who: z.enum(["cloud", "person", "account"]),
    untilMs: z.number(),
    tryThis: texts,
  }),
  z.object({ event: z.literal("ended"), ...itemEvent, end }),
  z.object({ event: z.literal("note"), text }),
  /** With --verbose: each request that was sent, without anything secret or personal. */
  z.object({
    event: z.literal("called"),
    kind: z.enum(["read", "write", "probe"]),
    call,
    outcome: z.string(),
    code: z.string(),
    requestId: z.string(),
  }),
]);
