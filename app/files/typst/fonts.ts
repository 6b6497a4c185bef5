import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Family names as the templates use them. */
export const fontFamilies = {
  mincho: "BIZ UDMincho",
  gothic: "BIZ UDPGothic",
  /** For rare kanji of names that the BIZ UD fonts lack (𠮷). */
  rare: "Noto Serif JP",
} as const;

/** Paths of the fonts inside their packages: BIZ UD regular and bold, the rare kanji regular. */
const fontFiles = [
  "@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf",
  "@expo-google-fonts/biz-udmincho/700Bold/BIZUDMincho_700Bold.ttf",
  "@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf",
  "@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf",
  "@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf",
] as const;

/**
 * Where the fonts lie on this machine. Resolved like an import from this module, so it also holds
 * for the bundled server, whose packages stay outside the bundle.
 */
export function fontPaths(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return fontFiles.map((file) => resolve(file));
}

/** The fonts' bytes, read anew. */
export function fontBlobs(): Buffer[] {
  return fontPaths().map((path) => readFileSync(path));
}
