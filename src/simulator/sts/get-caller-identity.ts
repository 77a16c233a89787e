import type { SimAction } from "../action.ts";
import { keyOf, ramUserId } from "./principal.ts";

/** Says whose key it is; every valid key may ask. */
export const getCallerIdentity: SimAction = {
  product: "Sts",
  name: "GetCallerIdentity",
  kind: "read",
  permission: "sts:GetCallerIdentity",
  parameters: {},
  evidence: "metadata; API page; a root key's Arn: assumption",
  handle(world, { uid, keyId }) {
    const { account, key } = keyOf(world, uid, keyId);
    if (key.role !== undefined) {
      const [name, session] = key.role.split("/");
      const id = account.roles?.find((role) => role.name === name)?.id ?? "";
      const Arn = `acs:ram::${uid}:assumed-role/${key.role}`;
      return { AccountId: uid, Arn, IdentityType: "AssumedRoleUser", PrincipalId: `${id}:${session}`, RoleId: id };
    }
    if (key.user !== undefined) {
      const id = ramUserId(uid, key.user);
      const Arn = `acs:ram::${uid}:user/${key.user}`;
      return { AccountId: uid, Arn, IdentityType: "RAMUser", PrincipalId: id, UserId: id };
    }
    return { AccountId: uid, Arn: `acs:ram::${uid}:root`, IdentityType: "Account", PrincipalId: uid, UserId: uid };
  },
};
