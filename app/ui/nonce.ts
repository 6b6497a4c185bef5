import { createContext } from "react";

/** The nonce of the page's scripts; empty in the browser, where it is not needed. */
export const Nonce = createContext("");
