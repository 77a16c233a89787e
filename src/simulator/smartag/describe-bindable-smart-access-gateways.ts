import { pageOf } from "../paging.ts";
import { findCcn, isActivated } from "./find-gateway.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway } from "./things.ts";

export const describeBindableSmartAccessGateways = smartagAction({
  name: "DescribeBindableSmartAccessGateways",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    CcnId: { type: "string", required: true },
    SmartAGId: { type: "string" },
    Name: { type: "string" },
    CrossAccount: { type: "boolean" },
    PageNumber: { type: "integer" },
    PageSize: { type: "integer" },
  },
  evidence:
    "SDK model: parameters, fields. Page: CCN.InvalidId. Assumption: bindable is activated, not overdue and on no CCN; " +
    "gateways of other accounts are not modelled, so that CrossAccount finds none.",
  handle(world, request) {
    const { uid, params } = request;
    findCcn(world, request, "CCN.InvalidId");
    const isBindable = (gateway: Gateway) =>
      gateway.uid === uid && gateway.region === params.RegionId && gateway.ccnId === undefined && isActivated(gateway);
    const isAskedFor = (gateway: Gateway) =>
      gateway.id === (params.SmartAGId ?? gateway.id) && gateway.name === (params.Name ?? gateway.name);
    const found = world.listed<Gateway>("gateway").filter((one) => one.status !== "Arrearage" && isBindable(one));
    const page = pageOf(params.CrossAccount === true ? [] : found.filter(isAskedFor), request);
    const list = page.items.map((one) => ({ SmartAGId: one.id, Name: one.name, SmartAGUid: Number(one.uid) }));
    return { ...page.echo, SmartAccessGateways: { SmartAccessGateway: list } };
  },
});
