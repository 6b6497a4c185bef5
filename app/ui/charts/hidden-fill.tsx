/** The fill of what is hidden: a broken hatching that none of the counted parts has. */
export function HiddenPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hidden`} width="10" height="10" patternUnits="userSpaceOnUse">
        <rect className="chart-pattern-ground" width="10" height="10" />
        <path className="chart-pattern-line" d="M2 2L6 6M6 2L2 6" />
      </pattern>
    </defs>
  );
}

/** Attributes of a shape that stands for hidden counts; `HiddenPattern` is in the same SVG. */
export function hiddenFill(id: string): { className: string; fill: string } {
  return { className: "chart-hidden", fill: `url(#${id}-hidden)` };
}
