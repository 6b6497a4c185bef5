/**
 * Fills that are told apart in black and white too: each differs from its neighbours by texture
 * and by lightness. They repeat after the last.
 */
const kinds = ["solid", "stripes", "plain", "dots", "grey", "grid", "light"] as const;

type FillKind = (typeof kinds)[number];

/** The fill of the part with that place in the order, counted from 0. */
export function fillKind(place: number): FillKind {
  return kinds[place % kinds.length] ?? "plain";
}

/** The class and fill of a part's shape; the patterns have to stand in the same SVG. */
export function fillOf(id: string, place: number): { className: string; fill?: string } {
  const kind = fillKind(place);
  const className = `chart-part ${kind}`;
  return isPattern(kind) ? { className, fill: `url(#${id}-${kind})` } : { className };
}

function isPattern(kind: FillKind): boolean {
  return kind === "stripes" || kind === "dots" || kind === "grid";
}

/** The patterns that `fillOf` refers to, under names that begin with `id`. */
export function FillPatterns({ id }: { id: string }) {
  const size = { width: 8, height: 8, patternUnits: "userSpaceOnUse" };
  return (
    <defs>
      <pattern id={`${id}-stripes`} {...size} patternTransform="rotate(45)">
        <rect className="chart-pattern-ground" width="8" height="8" />
        <rect className="chart-pattern-ink" width="4" height="8" />
      </pattern>
      <pattern id={`${id}-dots`} {...size}>
        <rect className="chart-pattern-ground" width="8" height="8" />
        <circle className="chart-pattern-ink" cx="4" cy="4" r="2" />
      </pattern>
      <pattern id={`${id}-grid`} {...size}>
        <rect className="chart-pattern-ground" width="8" height="8" />
        <path className="chart-pattern-line" d="M0 4H8M4 0V8" />
      </pattern>
    </defs>
  );
}
