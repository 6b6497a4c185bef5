import type { PanelDynamicQuestion } from "#app/domain/survey/index.ts";
import type { RawAnswer } from "#app/domain/survey/raw-answer.ts";
import type { RawColumn } from "./raw-column.ts";
import { valueColumns } from "./value-columns.ts";

/** Columns that the entries of one panel may have; beyond that they stand in one cell as JSON. */
const mostPanelColumns = 1_000;

/** The columns of a question with entries: how many there are, then each question of each entry. */
export function panelColumns(question: PanelDynamicQuestion, place: string): RawColumn[] {
  const { name, title } = question;
  const entries = ({ answers }: RawAnswer) => {
    const value = answers[name];
    return Array.isArray(value) ? value : undefined;
  };
  const count: RawColumn = {
    name,
    place,
    title,
    meaning: "書いた件数です。",
    codes: [],
    cell: (row) => entries(row)?.length ?? null,
  };
  const inner = question.questions.filter((one) => one.type !== "html");
  const entryColumns = (index: number) =>
    inner.flatMap((one) =>
      valueColumns(
        one,
        `${name}[${index + 1}]/${one.name}`,
        place,
        `${title}　${index + 1}件目　${one.title}`,
        (row) => entries(row)?.[index],
      ),
    );
  const each = Array.from({ length: question.maxPanels }, (_, index) => index);
  if (entryColumns(0).length * each.length > mostPanelColumns) {
    const json = (row: RawAnswer) => {
      const value = entries(row);
      return value ? JSON.stringify(value) : null;
    };
    return [
      count,
      { ...count, name: `${name}[]`, meaning: "書いた内容（JSON）です。", cell: json },
    ];
  }
  return [count, ...each.flatMap(entryColumns)];
}
