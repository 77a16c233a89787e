import { createMemoryStore } from "../../src/state/memory-store.ts";
import { describeStore } from "./store-suite.ts";

describeStore("memory store", async () => {
  const store = createMemoryStore();
  return () => store;
});
