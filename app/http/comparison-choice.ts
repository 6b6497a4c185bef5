import type { ComparisonChoice } from "#app/domain/comparison/index.ts";
import { numberParam } from "./guards.ts";

/**
 * What the address of a comparison asks for; anything it does not say has its usual value. Throws
 * the 404 page where a version is no number.
 *
 * @param usual the two versions compared when none are named
 */
export function comparisonChoice(
  request: Request,
  usual: { from: number; to: number } | undefined,
): ComparisonChoice {
  const address = new URL(request.url).searchParams;
  const version = (name: "from" | "to") => {
    const value = address.get(name);
    const given = value === null || value === "" ? undefined : value;
    return given === undefined && usual ? usual[name] : numberParam(given, "条例案の版");
  };
  const only = address.get("only");
  const view = address.get("view");
  return {
    from: version("from"),
    to: version("to"),
    newSide: address.get("new") === "left" ? "left" : "right",
    view: view === "text" || view === "amending" ? view : "table",
    only: only === "changed" || only === "all" ? only : "",
  };
}
