import { MARKER, type Param, type Read, TOKEN, type Write } from "./call.ts";
import { cbnCall as call, type OfAccount } from "./cbn-call.ts";
import { makeWrite } from "./make-call.ts";
import { tokenList, tokenThings } from "./paging.ts";
import {
  type AssociationSeen,
  associationSeen,
  type RouterRouteSeen,
  type RouterTableSeen,
  routerRouteSeen,
  routerTableSeen,
} from "./seen/router-tables-seen.ts";

export type { AssociationSeen, RouterRouteSeen, RouterTableSeen };

/** A transit router by its id, `tr-…`; a write locks it. */
export interface OfRouter extends OfAccount {
  readonly router: string;
}

/** A route table of a transit router, by its id, `vtb-…`. */
export interface OfRouterTable extends OfRouter {
  readonly table: string;
}

/** The default table and the Custom ones. */
export function listRouterTables(of: OfRouter): Read<readonly RouterTableSeen[]> {
  const first = call("ListTransitRouterRouteTables", of, { TransitRouterId: of.router, MaxResults: 100 });
  return tokenThings(first, ["TransitRouterRouteTables"], routerTableSeen);
}

/** A Custom table: empty, and nothing is looked up in it yet. */
export function createRouterTable(of: OfRouter & { readonly name: string }): Write {
  return makeWrite(
    call("CreateTransitRouterRouteTable", of, {
      TransitRouterId: of.router,
      TransitRouterRouteTableName: of.name,
      TransitRouterRouteTableDescription: MARKER,
      ClientToken: TOKEN,
    }),
  );
}

/** A Custom table that no attachment uses any more. */
export function deleteRouterTable(of: OfRouterTable): Write {
  return onRouter("DeleteTransitRouterRouteTable", of, { TransitRouterRouteTableId: of.table });
}

/** Whose packets are looked up in the table. */
export function listAssociations(of: OfRouterTable): Read<readonly AssociationSeen[]> {
  return associations(of, { TransitRouterRouteTableId: of.table });
}

/** In which tables an attachment's packets are looked up: in one, and one at each end of a region connection. */
export function listAssociationsOf(of: OfAccount & { readonly attachment: string }): Read<readonly AssociationSeen[]> {
  return associations(of, { TransitRouterAttachmentId: of.attachment });
}

function associations(of: OfAccount, params: Readonly<Record<string, Param>>): Read<readonly AssociationSeen[]> {
  const first = call("ListTransitRouterRouteTableAssociations", of, { ...params, MaxResults: 100 });
  return tokenList(first, ["TransitRouterAssociations"], associationSeen);
}

/** Whose routes the table learns; this list wants the table's id. */
export function listPropagations(of: OfAccount & { readonly table: string }): Read<readonly AssociationSeen[]> {
  const params = { TransitRouterRouteTableId: of.table, MaxResults: 100 };
  const first = call("ListTransitRouterRouteTablePropagations", of, params);
  return tokenList(first, ["TransitRouterPropagations"], associationSeen);
}

/** An attachment, and a table of a router that it ends at. */
export interface TablePair extends OfRouterTable {
  readonly attachment: string;
}

/** For an attachment that has no association yet. */
export function associate(of: TablePair): Write {
  return onRouter("AssociateTransitRouterAttachmentWithRouteTable", of, pair(of));
}

/** What comes over the attachment is looked up nowhere then. */
export function dissociate(of: TablePair): Write {
  return onRouter("DissociateTransitRouterAttachmentFromRouteTable", of, pair(of));
}

/** Moves an association; `table` is the new one. */
export function replaceAssociation(of: TablePair): Write {
  return onRouter("ReplaceTransitRouterRouteTableAssociation", of, pair(of));
}

/** The table learns what the attachment brings; an attachment may teach several tables. */
export function enablePropagation(of: TablePair): Write {
  return onRouter("EnableTransitRouterRouteTablePropagation", of, pair(of));
}

/** The table forgets what the attachment has brought. */
export function disablePropagation(of: TablePair): Write {
  return onRouter("DisableTransitRouterRouteTablePropagation", of, pair(of));
}

function pair(of: TablePair): Readonly<Record<string, Param>> {
  return { TransitRouterAttachmentId: of.attachment, TransitRouterRouteTableId: of.table };
}

function onRouter(action: string, of: OfRouter, params: Readonly<Record<string, Param>>): Write {
  return makeWrite(call(action, of, { ...params, ClientToken: TOKEN }), [`tr:${of.router}`]);
}

/** Routes of every status: a rejected one says why a path is missing; the service's default shows Active ones only. */
export function listRouterRoutes(of: OfAccount & { readonly table: string }): Read<readonly RouterRouteSeen[]> {
  const params = {
    TransitRouterRouteTableId: of.table,
    TransitRouterRouteEntryStatus: "All",
    MaxResults: 100,
  };
  return tokenList(call("ListTransitRouterRouteEntries", of, params), ["TransitRouterRouteEntries"], routerRouteSeen);
}
