import { execFile } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

/** A browser program that may run here, and what to add to its environment. */
export type BrowserProgram = { path: string; environment: Record<string, string> };

const CACHE = resolve(".cache");
const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser programs to try, best first: the one that CHROME_PATH names,
 * the one of the npm package `@sparticuz/chromium` (Linux on x64), with its
 * own copies of libraries that a bare system lacks, then installed ones.
 */
export async function* browserPrograms(): AsyncGenerator<BrowserProgram> {
  const fonts = { FONTCONFIG_FILE: fontSettings() };
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) yield { path: CHROME_PATH, environment: fonts };
  if (process.platform === "linux" && process.arch === "x64") {
    const folder = await unpacked();
    const path = join(folder, "chromium");
    yield { path, environment: fonts };
    const libraries = { LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
    yield { path, environment: { ...fonts, ...libraries } };
  }
  for (const path of INSTALLED) if (existsSync(path)) yield { path, environment: fonts };
}

// The package unpacks into the system's temporary folder, under names that every account and
// every run shares. A process of its own with another temporary folder keeps that apart;
// the variable makes it unpack the libraries, too.
async function unpacked(): Promise<string> {
  const { version } = manifest("@sparticuz/chromium");
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const program =
    'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
  const environment = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
  try {
    await promisify(execFile)(process.execPath, ["--eval", program], { env: environment });
    // Another account may run the tests in this checkout next time.
    chmodSync(join(fresh, "chromium"), 0o755);
    renameSync(fresh, folder);
  } catch (error) {
    // A run beside this one was faster.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

// Japanese text would show as boxes where no Japanese font is installed, and differ from
// machine to machine where one is: the browser gets the fonts of the npm packages and no other.
// Without hinting, which loses the thin stroke of the ― in 第1条―第6条.
function fontSettings(): string {
  const folders = ["biz-udpgothic", "biz-udmincho"].map((name) =>
    resolve("node_modules/@expo-google-fonts", name),
  );
  const alias = (generic: string, family: string) =>
    `<alias binding="same"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
  const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `<dir>${folder}</dir>`).join("\n")}
<cachedir>${join(CACHE, "fontconfig")}</cachedir>
<match target="font">
<edit name="hinting" mode="assign"><bool>false</bool></edit>
<edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
</match>
${["sans-serif", "system-ui", "monospace"].map((name) => alias(name, "BIZ UDPGothic")).join("\n")}
${alias("serif", "BIZ UDMincho")}
</fontconfig>
`;
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, "fonts.conf");
  if (!existsSync(file) || readFileSync(file, "utf8") !== settings) {
    writeFileSync(`${file}.${process.pid}`, settings);
    renameSync(`${file}.${process.pid}`, file);
  }
  return file;
}

function manifest(name: string): { version: string } {
  return JSON.parse(readFileSync(resolve("node_modules", name, "package.json"), "utf8"));
}
