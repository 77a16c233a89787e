import { Refusal, type SimAction } from "../action.ts";
import type { SimAccount, World } from "../world.ts";
import { keyOf } from "./principal.ts";

const HOUR_SECONDS = 3600;

function findRole(world: World, arn: string): { account: SimAccount; role: NonNullable<SimAccount["roles"]>[number] } {
  const match = /^acs:ram::(\d+):role\/([\w.@-]+)$/.exec(arn);
  if (match === null) throw new Refusal(400, "InvalidParameter.RoleArn", "The parameter RoleArn is wrongly formed.");
  const account = world.state.accounts.find(({ uid }) => uid === match[1]);
  const role = account?.roles?.find(({ name }) => name === match[2]);
  if (account !== undefined && role !== undefined) return { account, role };
  throw new Refusal(404, "EntityNotExist.Role", `The role not exists: ${arn}.`);
}

function checkSession(name: string, seconds: number): void {
  if (!/^[A-Za-z0-9.@_-]{2,64}$/.test(name)) {
    throw new Refusal(400, "InvalidParameter.RoleSessionName", "The parameter RoleSessionName is wrongly formed.");
  }
  if (seconds < 900 || seconds > HOUR_SECONDS) {
    throw new Refusal(400, "InvalidParameter.DurationSeconds", "The Min/Max value of DurationSeconds is 15min/1hr.");
  }
}

/** Root keys may not assume roles, nor may anybody whom the role does not trust. */
function checkCaller(world: World, uid: string, keyId: string, trusts: readonly string[]): void {
  const { key } = keyOf(world, uid, keyId);
  const isRoot = key.user === undefined && key.role === undefined;
  if (isRoot) throw new Refusal(403, "NoPermission", "Roles may not be assumed by root accounts.");
  if (trusts.includes(uid)) return;
  const message = "You are not authorized to do this action. You should be authorized by RAM.";
  throw new Refusal(403, "NoPermission", message);
}

/** Issues keys that expire by the world's clock. They are a read to the log: no resource comes of it. */
export const assumeRole: SimAction = {
  product: "Sts",
  name: "AssumeRole",
  kind: "read",
  permission: "sts:AssumeRole",
  parameters: {
    RoleArn: { type: "string", required: true },
    RoleSessionName: { type: "string", required: true },
    DurationSeconds: { type: "integer" },
    Policy: { type: "string" },
    ExternalId: { type: "string" },
    SourceIdentity: { type: "string" },
  },
  evidence: "metadata; API page; MaxSessionDuration of every role is an hour, Policy does not narrow: assumptions",
  handle(world, { uid, keyId, params }) {
    const session = String(params.RoleSessionName);
    const seconds = Number(params.DurationSeconds ?? HOUR_SECONDS);
    checkSession(session, seconds);
    const { account, role } = findRole(world, String(params.RoleArn));
    checkCaller(world, uid, keyId, role.trusts);
    const expires = world.now + seconds * 1000;
    const key = {
      id: world.newId("STS.", 24),
      secret: world.newId("", 32),
      securityToken: world.newId("CAIS", 32),
      role: `${role.name}/${session}`,
      expires,
    };
    account.keys.push(key);
    return {
      Credentials: {
        AccessKeyId: key.id,
        AccessKeySecret: key.secret,
        SecurityToken: key.securityToken,
        Expiration: `${new Date(expires).toISOString().slice(0, 19)}Z`,
      },
      AssumedRoleUser: {
        Arn: `acs:ram::${account.uid}:assumed-role/${key.role}`,
        AssumedRoleId: `${role.id}:${session}`,
      },
    };
  },
};
