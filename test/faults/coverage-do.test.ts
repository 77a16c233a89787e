import { coverCalls } from "./cover.ts";

coverCalls("do", 7_800);
