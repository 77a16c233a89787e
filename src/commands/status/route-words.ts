/** The columns of the console's route tables. */
export const routeHead = ["destination", "next hop", "type"];

/** One row that stands where a key is missing. */
export const notReadable: readonly (readonly string[])[] = [["not readable from here", "", ""]];
