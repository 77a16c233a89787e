import { z } from "zod";
import type { ResetOptions } from "../cloud-control.ts";
import type { ProbeRequest } from "../data-plane/probe.ts";
import { type FaultName, type FaultOrder, points, usualPoint } from "../faults/fault.ts";
import type { QuoteRequest } from "../quote.ts";

const products = ["Smartag", "Cbn", "Vpc", "Ecs", "Sts", "BssOpenApi"] as const;

const fault = z.strictObject({
  id: z.string().optional(),
  when: z.strictObject({
    index: z.int().optional(),
    product: z.enum(products).optional(),
    action: z.string().optional(),
    kind: z.enum(["read", "write"]).optional(),
    nth: z.int().min(1).optional(),
    from: z.int().min(1).optional(),
    share: z.number().min(0).max(1).optional(),
  }),
  what: z.enum(Object.keys(usualPoint) as [FaultName, ...FaultName[]]),
  point: z.enum(points).optional(),
  times: z.union([z.literal(["once", "always"]), z.int().min(0)]).optional(),
  status: z.int().min(200).max(599).optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  retryAfterMs: z.number().min(0).optional(),
  virtualMs: z.number().min(0).optional(),
  realMs: z.number().min(0).optional(),
});

const probe = z.strictObject({
  from: z.union([
    z.strictObject({ address: z.string() }),
    z.strictObject({ cidr: z.string() }),
    z.strictObject({ instanceId: z.string() }),
  ]),
  to: z.string(),
  protocol: z.enum(["icmp", "tcp", "udp"]),
  port: z.int().min(1).max(65_535).optional(),
  class: z.enum(["probe", "service"]).optional(),
});

const quote = z.strictObject({
  product: z.enum(products),
  action: z.string(),
  uid: z.string(),
  params: z.record(z.string(), z.unknown()),
});

const reset = z.strictObject({
  scenario: z.string().optional(),
  seed: z.int().optional(),
  people: z.enum(["auto", "manual"]).optional(),
  start: z.number().optional(),
  switches: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])).optional(),
});

/** The forms of what the control path is sent; a misspelt field is refused instead of quietly doing nothing. */
export const bodies = {
  only: z.strictObject({ id: z.string().optional() }),
  advance: z.strictObject({ to: z.number() }),
  fault: fault as unknown as z.ZodType<FaultOrder>,
  probe: probe as unknown as z.ZodType<ProbeRequest>,
  quote: quote satisfies z.ZodType<QuoteRequest>,
  reset: reset as unknown as z.ZodType<ResetOptions>,
};
