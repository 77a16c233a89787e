import { coverCalls } from "./cover.ts";

coverCalls("undo", 5_700);
