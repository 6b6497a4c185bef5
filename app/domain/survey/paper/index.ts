export * from "./differences.ts";
export * from "./paper-form.ts";
export * from "./paper-rule.ts";
