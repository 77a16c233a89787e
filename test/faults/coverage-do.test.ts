import { coverCalls } from "./cover.ts";

coverCalls("do", 3_200);
