import type { ReactNode } from "react";

/**
 * The SVG of a chart: as wide as its place, `height` in CSS pixels, with title and description for
 * those who do not see it. It does not scale, so its letters keep their size at any width: what is
 * inside is placed in percent across and in pixels down.
 */
export function ChartDrawing({
  id,
  title,
  description,
  height,
  children,
}: {
  id: string;
  title: string;
  description: string;
  height: number;
  children: ReactNode;
}) {
  return (
    <svg
      className="chart-drawing"
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      width="100%"
      height={height}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {children}
    </svg>
  );
}

/** Lines of text that begin at `y`, the first line's baseline. */
export function TextLines({ lines, y }: { lines: string[]; y: number }) {
  return (
    <text className="chart-label" x="0" y={y}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name
        <tspan key={index} x="0" dy={index === 0 ? 0 : lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** From baseline to baseline, in CSS pixels, of the 15-pixel labels. */
export const lineHeight = 21;

/** Full-width characters of a label that fit a line on the narrowest phone (320 px). */
export const labelWidth = 18;
