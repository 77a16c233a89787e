import { MARKER, type Read, type Write } from "./call.ts";
import { makeWrite } from "./make-call.ts";
import { numberedThings } from "./paging.ts";
import { type CcnSeen, ccnSeen } from "./seen/ccns-seen.ts";
import { type InArea, smartagCall } from "./smartag-call.ts";

export type { CcnSeen };

/** All CCNs of the account in the area, the default one among them. */
export function listCcns(at: InArea): Read<readonly CcnSeen[]> {
  const first = smartagCall("DescribeCloudConnectNetworks", at, { PageNumber: 1, PageSize: 50 });
  return numberedThings(first, ["CloudConnectNetworks", "CloudConnectNetwork"], ccnSeen);
}

/** The service takes no token: the marker in the description is how the CCN is found again. */
export function createCcn(at: InArea & { readonly name: string }): Write {
  return makeWrite(smartagCall("CreateCloudConnectNetwork", at, { Name: at.name, Description: MARKER }));
}

/** Only once nothing is bound to it. */
export function deleteCcn(at: InArea & { readonly id: string }): Write {
  return makeWrite(smartagCall("DeleteCloudConnectNetwork", at, { CcnId: at.id }));
}

/** A gateway and the CCN it is to be on, or to leave; both by id. */
export interface Binding extends InArea {
  readonly gateway: string;
  readonly ccn: string;
}

/** Puts a gateway on a CCN. */
export function bindGateway(of: Binding): Write {
  return makeWrite(smartagCall("BindSmartAccessGateway", of, { SmartAGId: of.gateway, CcnId: of.ccn }));
}

/** Takes it off again. */
export function unbindGateway(of: Binding): Write {
  return makeWrite(smartagCall("UnbindSmartAccessGateway", of, { SmartAGId: of.gateway, CcnId: of.ccn }));
}
