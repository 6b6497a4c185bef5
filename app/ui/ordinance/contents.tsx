import { isDivision, type Ordinance } from "#app/domain/ordinance/index.ts";
import { type Outline, outlineOf } from "./outline.ts";

/**
 * The 目次 with a link to every chapter and article. Where the text has a 目次 of its own its
 * ranges (第1条―第6条) stand beside the chapters, as written.
 */
export function Contents({ ordinance }: { ordinance: Ordinance }) {
  const ranges = new Map(
    ordinance.toc?.entries.map(({ title, articleRange }) => [squeezed(title), articleRange]),
  );
  return (
    <nav className="contents" aria-labelledby="contents">
      <h2 id="contents">{ordinance.toc?.label ?? "目次"}</h2>
      <Entries branches={outlineOf(ordinance)} ranges={ranges} />
    </nav>
  );
}

function Entries({
  branches,
  ranges,
}: {
  branches: readonly Outline[];
  ranges: ReadonlyMap<string, string | undefined>;
}) {
  const shown = branches.filter(({ node }) => isDivision(node) || kinds.has(node.kind));
  if (shown.length === 0) return null;
  return (
    <ul>
      {shown.map(({ node, children }) => {
        const title = titleOf(node);
        return (
          <li key={node.path}>
            <a href={`#${node.anchor}`}>{title}</a>
            {isDivision(node) && ranges.get(squeezed(title))}
            {isDivision(node) && <Entries branches={children} ranges={ranges} />}
          </li>
        );
      })}
    </ul>
  );
}

const kinds = new Set(["preamble", "article", "supplementary", "table", "style"]);

function titleOf({ kind, label, numeral, text, caption }: Outline["node"]): string {
  switch (kind) {
    case "article":
      return caption === undefined ? label : `${label}　${caption.slice(1, -1)}`;
    case "supplementary":
      return `${label}${text}`;
    case "preamble":
    case "table":
    case "style":
      return label;
    default:
      return text === "" ? numeral : `${numeral}　${text}`;
  }
}

function squeezed(title: string): string {
  return title.replace(/\s/gu, "");
}
