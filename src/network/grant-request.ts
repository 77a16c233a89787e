import { createHash } from "node:crypto";
import { SagctlError } from "../errors.ts";
import { say, type Text } from "../text.ts";
import type { Vpc } from "./network.ts";

/** What the owner of a CEN asks the owner of a VPC for. There is no secret in it. */
export interface GrantRequest {
  /** What the file of the one who asks calls the VPC. */
  readonly name: string;
  /** The network of that file, and the marker of what is made for it. */
  readonly network: string;
  readonly marker: string;
  readonly vpc: string;
  readonly region: string;
  /** The account id of the VPC's owner. */
  readonly owner: string;
  readonly cen: string;
  /** The account id of the CEN's owner. */
  readonly cenOwner: string;
  readonly payer: NonNullable<Vpc["payer"]>;
  /** Milliseconds since 1970, whole seconds. */
  readonly until: number;
}

const PREFIX = "sagctl-grant-1";

/** One word of plain letters that survives a chat window: `sagctl-grant-1.….1f2e3d4c`. */
export function writeGrantRequest(request: GrantRequest): string {
  const { name, network, marker, vpc, region, owner, cen, cenOwner, payer, until } = request;
  const fields = [name, vpc, region, owner, cen, cenOwner, payer, String(until / 1000), network, marker];
  const body = Buffer.from(fields.join("\n"), "utf8").toString("base64url");
  return `${PREFIX}.${body}.${checksum(body)}`;
}

/** Throws when it is not one, or was damaged on its way. Whether it has expired says the service's clock. */
export function readGrantRequest(token: string): GrantRequest {
  const [prefix, body = "", sum] = token.trim().split(".");
  if (prefix !== PREFIX) throw damaged(say`This is no request for a grant: one begins with ${PREFIX}.`);
  if (sum !== checksum(body)) throw damaged(say`The request was damaged on its way: its checksum does not fit`);
  const fields = Buffer.from(body, "base64url").toString("utf8").split("\n");
  const [name = "", vpc = "", region = "", owner = "", cen = "", cenOwner = "", ...more] = fields;
  const [payer = "", seconds = "", network = "", marker = ""] = more;
  return {
    name,
    network,
    marker,
    vpc,
    region,
    owner,
    cen,
    cenOwner,
    payer: payer as GrantRequest["payer"],
    until: Number(seconds) * 1000,
  };
}

/** Against slips of hand and of chat windows, not against forgers: a person confirms what it asks for. */
function checksum(body: string): string {
  return createHash("sha256").update(body).digest("hex").slice(0, 8);
}

function damaged(message: Text): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "grant-request-damaged",
    message,
    tryThis: [say`Copy all of it, in one piece, or ask for another one: sagctl grant --request`],
  });
}
