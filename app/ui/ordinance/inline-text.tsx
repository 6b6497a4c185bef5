import { type FoldedPart, wholes } from "#app/domain/comparison/index.ts";
import { type InlineProvision, isDivision } from "#app/domain/ordinance/index.ts";
import { Segments } from "./segments.tsx";

/** One text of two versions: insertions underlined, deletions struck through. */
export function InlineText({ provisions }: { provisions: readonly InlineProvision[] }) {
  return (
    <div className="ordinance-text inline-comparison">
      {wholes(provisions).map((whole) => (
        <WholeSection key={whole.map(keyOf).join()} whole={whole} />
      ))}
    </div>
  );
}

/** As `InlineText`, with what did not change left out or named in a line: 「第2条～第5条　（略）」. */
export function FoldedInlineText({ parts }: { parts: readonly FoldedPart[] }) {
  return (
    <div className="ordinance-text inline-comparison">
      {parts.map((part) =>
        part.kind === "unchanged" ? (
          <p key={part.name} className="unchanged-run">
            {part.name}　<span className="note">（略）</span>
          </p>
        ) : (
          <WholeSection key={part.provisions.map(keyOf).join()} whole={part.provisions} />
        ),
      )}
    </div>
  );
}

function WholeSection({ whole: [head, ...parts] }: { whole: readonly InlineProvision[] }) {
  if (head === undefined) return null;
  return (
    <section className={head.kind === "article" ? "article" : undefined}>
      <Whole head={head} parts={parts} />
    </section>
  );
}

const standAlone = new Set([
  "title",
  "enactStatement",
  "toc",
  "preamble",
  "article",
  "supplementary",
  "table",
  "style",
]);

function Whole({ head, parts }: { head: InlineProvision; parts: readonly InlineProvision[] }) {
  if (!isDivision(head) && !standAlone.has(head.kind)) {
    // A 項 or 号 by itself, on its own page.
    return [head, ...parts].map((part) => (
      <Line key={keyOf(part)} provision={part} base={head.depth} />
    ));
  }
  const [first, ...rest] = parts;
  const isArticle = head.kind === "article";
  const opens = isArticle && first?.kind === "paragraph" && isBare(first);
  const captioned = isArticle && head.caption.length > 0;
  return (
    <>
      <h3 className={isDivision(head) ? "division-heading" : "caption"}>
        {captioned ? <Segments segments={head.caption} /> : <HeadLabel head={head} />}
        <Fate provision={head} />
      </h3>
      {!isDivision(head) && head.segments.length > 0 && (
        <p className="provision lines">
          <Segments segments={head.segments} />
        </p>
      )}
      {captioned && !opens && (
        <p className="provision">
          <Segments segments={head.label} />
        </p>
      )}
      {opens && <Line provision={first} numeral={head} base={head.depth + 1} />}
      {(opens ? rest : parts).map((part) => (
        <Line key={keyOf(part)} provision={part} base={head.depth + 1} />
      ))}
    </>
  );
}

function HeadLabel({ head }: { head: InlineProvision }) {
  if (head.label.length > 0) {
    return (
      <>
        <Segments segments={head.label} />
        {isDivision(head) && head.segments.length > 0 && "　"}
        {isDivision(head) && <Segments segments={head.segments} />}
      </>
    );
  }
  const names: Partial<Record<InlineProvision["kind"], string>> = {
    title: "題名",
    toc: "目次",
    preamble: "前文",
    enactStatement: "制定文",
  };
  return <>{names[head.kind] ?? ""}</>;
}

function Line({
  provision,
  numeral = provision,
  base,
}: {
  provision: InlineProvision;
  numeral?: InlineProvision;
  base: number;
}) {
  const indent = Math.max(0, Math.min(provision.depth - base, 4));
  const strong = numeral !== provision;
  const label = <Segments segments={numeral.label} />;
  return (
    <>
      {provision.caption.length > 0 && (
        <p className="caption">
          <Segments segments={provision.caption} />
        </p>
      )}
      <p className={`provision indent-${indent}${provision.kind === "row" ? " row" : ""}`}>
        {numeral.label.length > 0 && (
          <>
            {strong ? <b>{label}</b> : label}
            {"　"}
          </>
        )}
        <Segments segments={provision.segments} />
        {!strong && <Fate provision={provision} />}
      </p>
    </>
  );
}

/** What happened to a provision as a whole, in words. */
function Fate({ provision: { status, other } }: { provision: InlineProvision }) {
  const words = {
    kept: "",
    reworded: "",
    added: "新設",
    removed: "削る",
    moved: other ? `${other}から移動` : "移動",
    "moved-and-reworded": other ? `${other}から移動` : "移動",
    split: other ? `${other}から分割` : "分割",
    merged: other ? `${other}に統合` : "統合",
  }[status];
  return words === "" ? null : <span className="fate">{`［${words}］`}</span>;
}

const isBare = ({ label }: InlineProvision) => label.every(({ text }) => text === "");
const keyOf = ({ before, after }: InlineProvision) => `${before ?? ""}-${after ?? ""}`;
