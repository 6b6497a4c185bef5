import fc from "fast-check";

/**
 * Property tests draw the same cases in every run, so that a check passes or fails by what was
 * changed. `PROPERTY_SEED=<number>` draws others, `PROPERTY_SEED=random` new ones: to hunt faults.
 */
const asked = process.env.PROPERTY_SEED ?? "20261122";

if (asked !== "random") fc.configureGlobal({ seed: Number(asked) });
