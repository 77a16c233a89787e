import { coverCalls } from "./cover.ts";

coverCalls("undo", 2_400);
