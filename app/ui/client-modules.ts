import { createContext } from "react";

/**
 * Addresses of the modules that start the script of a page which does not hydrate, in order. The
 * names carry hashes that only the build knows, so the renderer hands them in (entry.server.tsx).
 */
export const ClientModules = createContext<readonly string[]>([]);
