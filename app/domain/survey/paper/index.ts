export * from "./differences.ts";
export * from "./paper-form.ts";
