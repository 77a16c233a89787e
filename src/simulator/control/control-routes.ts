import { type Context, Hono } from "hono";
import { z } from "zod";
import type { LocalControl } from "../local-control.ts";
import { bodies } from "./bodies.ts";

async function bodyOf<T>(context: Context, form: z.ZodType<T>): Promise<T> {
  const text = await context.req.text();
  return form.parse(text === "" ? {} : JSON.parse(text));
}

/** What a person's or a test's command was wrong in. */
function wrong(context: Context, error: Error): Response {
  if (error instanceof z.ZodError) return context.json({ error: z.prettifyError(error) }, 400);
  return context.json({ error: error.message }, 400);
}

function peopleRoutes(cloud: LocalControl): Hono {
  return new Hono()
    .post("/deliver", async (c) => c.json(cloud.people.deliver((await bodyOf(c, bodies.only)).id)))
    .post("/plug-in", async (c) => c.json(cloud.people.plugIn((await bodyOf(c, bodies.only)).id)))
    .post("/pay", async (c) => c.json(cloud.people.pay((await bodyOf(c, bodies.only)).id)));
}

function faultRoutes(cloud: LocalControl): Hono {
  return new Hono()
    .get("/", (c) => c.json({ faults: cloud.faults.list(), held: cloud.faults.held() }))
    .post("/", async (c) => c.json(cloud.faults.add(await bodyOf(c, bodies.fault))))
    .delete("/", async (c) => {
      cloud.faults.clear(c.req.query("id"));
      return c.json({});
    })
    .post("/release", async (c) => c.json(cloud.faults.release((await bodyOf(c, bodies.only)).id)));
}

/** Everything of CloudControl over HTTP, one path for each. */
export function controlRoutes(cloud: LocalControl): Hono {
  const routes = new Hono();
  routes.onError((error, context) => wrong(context, error));
  routes
    .get("/now", (c) => c.json(cloud.status()))
    .post("/advance", async (c) => {
      await cloud.advanceTo((await bodyOf(c, bodies.advance)).to);
      return c.json(cloud.status());
    })
    .get("/ledger", (c) => c.json(cloud.ledger()))
    .get("/calls", (c) => c.json(cloud.calls()))
    .get("/unmodelled", (c) => c.json(cloud.unmodelled()))
    .get("/keys", (c) => c.json(cloud.keys()))
    .post("/probe", async (c) => c.json(cloud.probe(await bodyOf(c, bodies.probe))))
    .post("/quote", async (c) => c.json({ quote: cloud.quote(await bodyOf(c, bodies.quote)) }))
    .post("/reset", async (c) => {
      cloud.reset(await bodyOf(c, bodies.reset));
      return c.json(cloud.status());
    })
    .route("/people", peopleRoutes(cloud))
    .route("/faults", faultRoutes(cloud));
  return routes;
}
