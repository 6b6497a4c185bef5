export type * from "./version.ts";
