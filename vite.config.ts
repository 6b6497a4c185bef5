import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vitest/config";
import remixConfig from "./remix.config.js";

// Remix wants this file by name; it also holds the settings of Vitest.
export default defineConfig({
  plugins: [!process.env.VITEST && remix(remixConfig)],
  build: { assetsInlineLimit: 0 },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/property-seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: process.env.VITEST_REPORT ? ["default", "json"] : ["default"],
    ...(process.env.VITEST_REPORT ? { outputFile: { json: process.env.VITEST_REPORT } } : {}),
  },
});
