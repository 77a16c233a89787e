import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Hono } from "hono";
import { Dropped } from "./faults/strike.ts";
import { dropConnection } from "./wire/drop.ts";

export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

async function answer(app: Hono, request: Request, outgoing: ServerResponse): Promise<Response> {
  try {
    return await app.fetch(request);
  } catch (error) {
    if (!(error instanceof Dropped)) throw error;
    dropConnection(outgoing, error);
    return RESPONSE_ALREADY_SENT;
  }
}

/** Opens a port on loopback, and only there. */
export function listen(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        port,
        hostname: "127.0.0.1",
        // Otherwise the library replaces the process's own Request and Response.
        overrideGlobalObjects: false,
        fetch: (request, { outgoing }) => answer(app, request, outgoing as ServerResponse),
      },
      (address: AddressInfo) => {
        const close = () =>
          new Promise<void>((closed) => {
            server.close(() => closed());
            if ("closeAllConnections" in server) server.closeAllConnections();
          });
        resolve({ url: `http://127.0.0.1:${address.port}`, port: address.port, close });
      },
    );
    server.once("error", reject);
  });
}
