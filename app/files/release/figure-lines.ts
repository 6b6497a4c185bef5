import type {
  PublishedByStratum,
  PublishedCount,
  PublishedCrossing,
  PublishedQuestion,
  PublishedSummary,
  PublishedVariable,
} from "#app/domain/survey/release/published.ts";
import { percentOf } from "#app/domain/survey/tabulation/percent.ts";
import { type FigureCell, type FigureLine, noFigure, type ReleaseFigures } from "./figure-line.ts";
import { type ReleaseDocument, remarkOf } from "./release-document.ts";

/** The figures of a release in the long form: one line a cell, in the order of its tables. */
export function releaseFigures(document: ReleaseDocument): ReleaseFigures {
  const { release, crossings, survey } = document;
  return {
    survey: release.survey,
    number: release.number,
    label: release.label,
    remark: remarkOf(survey),
    lines: [
      ...responseLines(document),
      ...release.questions.flatMap((question) => questionLines(question, document)),
      ...crossingLines(release.questions, Object.values(crossings)),
    ],
  };
}

/** A published count as a cell. */
export function cellOf(count: PublishedCount): FigureCell {
  return count ?? "x";
}

/** Summaries in the order in which tables show them. */
export const summaryParts = [
  ["mean", "平均"],
  ["lowerQuartile", "第1四分位数"],
  ["median", "中央値"],
  ["upperQuartile", "第3四分位数"],
] as const satisfies readonly (readonly [keyof PublishedSummary, string])[];

function responseLines({ release }: ReleaseDocument): FigureLine[] {
  const { overall, byStratum } = release.responseRate;
  const rates = [
    { ...overall, axis: "", axisText: "", stratum: "", stratumKey: "" },
    ...byStratum.flatMap(({ axis, label, rows }) =>
      rows.map((row) => ({ ...row, axis, axisText: label, stratumKey: row.stratum })),
    ),
  ];
  const rows = rates.flatMap(({ invited, eligible, complete, percent, ...of }): FigureLine[] => {
    const line = { ...noFigure, table: "回収" as const, ...of };
    return [
      { ...line, key: "invited", text: "依頼", count: invited },
      { ...line, key: "eligible", text: "対象", count: eligible },
      { ...line, key: "complete", text: "回答", count: complete, percent, n: eligible },
    ];
  });
  const answered = release.axes.flatMap(({ axis, label, strata }) =>
    strata.map(({ stratum, answers }) => ({
      ...noFigure,
      table: "回答者" as const,
      axis,
      axisText: label,
      stratumKey: stratum,
      stratum,
      key: "answers",
      text: "集計した回答",
      count: answers,
      n: release.responses,
    })),
  );
  return [...rows, ...answered];
}

function questionLines(question: PublishedQuestion, { release }: ReleaseDocument): FigureLine[] {
  const { number, title, variables, texts } = question;
  const labels = new Map<string, string>(release.axes.map(({ axis, label }) => [axis, label]));
  const lines = variables.flatMap((variable) => {
    const base = { ...noFigure, question: number, title, ...baseOf(variable) };
    return [
      ...singleLines(variable, base),
      ...variable.byStratum.flatMap((table) =>
        stratumLines(variable, table, {
          ...base,
          axis: table.axis,
          axisText: labels.get(table.axis) ?? table.axis,
        }),
      ),
    ];
  });
  if (texts === null) return lines;
  const base = { ...noFigure, question: number, title, variable: question.name };
  const n = cellOf(texts.written);
  return [
    ...lines,
    ...texts.published.map(({ text, firms }) => ({
      ...base,
      table: "記述" as const,
      text,
      count: cellOf(firms),
      n,
    })),
    ...texts.keywords.map(({ word, firms }) => ({
      ...base,
      table: "語" as const,
      text: word,
      count: firms,
      n,
    })),
  ];
}

function baseOf({ id, part, counts }: PublishedVariable) {
  const unit: FigureLine["unit"] = counts === "firms" ? "者" : "件";
  return { variable: id, part: part?.text ?? "", unit };
}

function singleLines(variable: PublishedVariable, named: FigureLine): FigureLine[] {
  const { rows, kind, summary } = variable;
  const base = {
    ...named,
    n: cellOf(variable.n),
    noAnswer: cellOf(variable.noAnswer),
    notApplicable: cellOf(variable.notApplicable),
  };
  const lines = rows.map(({ key, text, count, percent, weighted }) => ({
    ...base,
    key,
    text,
    count: cellOf(count),
    percent,
    weighted: weighted?.percent ?? null,
    lower: weighted?.lower ?? null,
    upper: weighted?.upper ?? null,
  }));
  if (summary === null) return lines;
  const parts = summaryParts.filter(([part]) => kind !== "place" || part === "mean");
  return [
    ...lines,
    ...parts.map(([key, text]) => ({
      ...base,
      table: "代表値" as const,
      key,
      text,
      value: summaryCell(summary[key], variable.n),
    })),
  ];
}

function stratumLines(
  { rows, summary }: PublishedVariable,
  { strata, cells }: PublishedByStratum,
  named: FigureLine,
): FigureLine[] {
  return strata.flatMap(({ stratum, n, noAnswer, notApplicable, mean }, column) => {
    const base = {
      ...named,
      table: "層別" as const,
      stratumKey: stratum,
      stratum,
      n: cellOf(n),
      noAnswer: cellOf(noAnswer),
      notApplicable: cellOf(notApplicable),
    };
    const lines: FigureLine[] = rows.map(({ key, text }, row) => {
      const count = cells[row]?.[column] ?? null;
      return { ...base, key, text, count: cellOf(count), percent: shareOf(count, n) };
    });
    if (summary === null) return lines;
    return [...lines, { ...base, key: "mean", text: "平均", value: summaryCell(mean, n) }];
  });
}

function crossingLines(
  questions: readonly PublishedQuestion[],
  crossings: readonly PublishedCrossing[],
): FigureLine[] {
  const variables = new Map(
    questions.flatMap(({ number, title, variables }) =>
      variables.map((variable) => [variable.id, { number, title, variable }] as const),
    ),
  );
  // What a database keeps by name comes back in an order of its own.
  const places = new Map([...variables.keys()].map((id, place) => [id, place]));
  const place = (id: string) => places.get(id) ?? 0;
  const ordered = crossings.toSorted(
    (one, other) =>
      place(one.rows) - place(other.rows) || place(one.columns) - place(other.columns),
  );
  return ordered.flatMap(({ rows, columns, n, cells }) => {
    const [down, across] = [variables.get(rows), variables.get(columns)];
    if (!down || !across) return [];
    const { number, title, variable } = down;
    const base = {
      ...noFigure,
      question: number,
      title,
      ...baseOf(variable),
      axis: columns,
      axisText: variableName(across),
    };
    return across.variable.rows.flatMap(({ key: stratumKey, text: stratum }, column) =>
      variable.rows.map(({ key, text }, row): FigureLine => {
        const count = cells[row]?.[column] ?? null;
        const whole = n[column] ?? null;
        return {
          ...base,
          table: "クロス",
          stratumKey,
          stratum,
          key,
          text,
          count: cellOf(count),
          percent: shareOf(count, whole),
          n: cellOf(whole),
        };
      }),
    );
  });
}

/** 問7　報告の負担（書類） */
function variableName(named: { number: number; title: string; variable: PublishedVariable }) {
  const { part } = named.variable;
  return `問${named.number}　${named.title}${part === null ? "" : `（${part.text}）`}`;
}

/** `count` of `n` in percent; null where either is hidden or nobody answered. */
export function shareOf(count: PublishedCount, n: PublishedCount): number | null {
  return count === null || n === null ? null : percentOf(count, n);
}

/** A mean or quartile that is not told although there are answers is hidden. */
function summaryCell(value: number | null, n: PublishedCount): FigureCell {
  if (value !== null) return value;
  return n === 0 ? null : "x";
}
