import { Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import { HTTPException } from "hono/http-exception";
import type { LocalControl } from "../local-control.ts";
import { answerRpc } from "../wire/answer-rpc.ts";
import { controlRoutes } from "./control-routes.ts";

/** The whole HTTP side: the guarded control path, and the RPC service everywhere else. */
export function createApp(cloud: LocalControl, token: string): Hono {
  const app = new Hono();
  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });
  app.use("/control/*", bearerAuth({ token }));
  app.route("/control", controlRoutes(cloud));
  app.all("*", ({ req }) => answerRpc(cloud, req.raw));
  return app;
}
