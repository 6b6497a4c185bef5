import { choiceValues, type RawElement } from "../generated-survey/definition.ts";

/** Names and values stand in SQL as texts. */
export const text = (value: unknown) => `'${String(value).replaceAll("'", "''")}'`;

/** Where a variable is counted: among firms, or among the entries of one panel. */
interface Source {
  /** The table that holds a unit and its answers as JSON. */
  table: string;
  scope: string;
  id: (name: string) => string;
}

/**
 * SQL that fills, from the raw answers in JSON, `answered(scope, unit, variable)`,
 * `given(scope, unit, variable, category)` and `numbers(scope, unit, variable, value)` for the
 * variables of a question. Written from the definition as it stands, not from the product's reading.
 */
export function longTablesOf(element: RawElement): string[] {
  const firms: Source = { table: "firms", scope: "firms", id: (name) => name };
  if (element.type !== "paneldynamic") return variablesOf(element, firms);
  const { name } = element;
  const inner = Array.isArray(element.templateElements) ? element.templateElements : [];
  const table = `entries_${name}`;
  return [
    `CREATE TABLE ${table} AS SELECT unit * 100 + entry AS unit, unit AS firm, entry, answers
      FROM (SELECT unit, unnest(json_extract(answers, '$."${name}"[*]')) AS answers,
        generate_subscripts(json_extract(answers, '$."${name}"[*]'), 1) AS entry FROM firms
        WHERE unit IN (SELECT unit FROM asked WHERE scope = 'firms' AND question = ${text(name)}))`,
    ...one(
      { ...firms, id: () => name },
      name,
      `CASE WHEN ${at(name)} IS NULL THEN NULL ELSE 'written' END`,
    ),
    ...inner.flatMap((question: RawElement) =>
      variablesOf(question, { table, scope: name, id: (part) => `${name}/${part}` }),
    ),
  ];
}

function variablesOf(element: RawElement, source: Source): string[] {
  const { name, type } = element;
  const value = `answers ->> '$."${name}"'`;
  switch (type) {
    case "checkbox":
      return [
        answered(source, name, `json_array_length(${at(name)}) > 0`),
        `INSERT INTO given SELECT ${text(source.scope)}, unit, ${text(source.id(name))},
          unnest(from_json(${at(name)}, '["VARCHAR"]')) FROM ${source.table}`,
      ];
    case "rating":
      return [...one(source, name, value), numbers(source, name, value)];
    case "ranking":
      return choiceValues(element).flatMap((item) => {
        const place = `list_position(from_json(${at(name)}, '["VARCHAR"]'), ${text(item)})`;
        const left = element.selectToRankEnabled ? "'unranked'" : "NULL";
        const given = `CASE WHEN ${at(name)} IS NULL THEN NULL
          ELSE coalesce(${place}::VARCHAR, ${left}) END`;
        const id = `${name}/${item}`;
        return [...one(source, id, given), numbers(source, id, `${place}`)];
      });
    case "matrix":
      return choiceValues(element, "rows").flatMap((row) =>
        one(source, `${name}/${row}`, `answers ->> '$."${name}"."${row}"'`),
      );
    case "multipletext": {
      const items = Array.isArray(element.items) ? element.items : [];
      return items.flatMap((item) => {
        const part = `answers ->> '$."${name}"."${item.name}"'`;
        const id = `${name}/${item.name}`;
        return item.inputType === "number" ? measured(source, id, part) : written(source, id, part);
      });
    }
    case "text":
      return element.inputType === "number"
        ? measured(source, name, value)
        : written(source, name, value);
    case "comment":
      return written(source, name, value);
    default:
      return one(source, name, value);
  }
}

const at = (name: string) => `json_extract(answers, '$."${name}"')`;

function one(source: Source, name: string, value: string): string[] {
  return [
    answered(source, name, `${value} IS NOT NULL`),
    `INSERT INTO given SELECT ${text(source.scope)}, unit, ${text(source.id(name))}, ${value}
      FROM ${source.table} WHERE ${value} IS NOT NULL`,
  ];
}

function written(source: Source, name: string, value: string): string[] {
  return one(source, name, `CASE WHEN ${value} IS NULL THEN NULL ELSE 'written' END`);
}

/** A number's classes are put in once a release has told them. */
function measured(source: Source, name: string, value: string): string[] {
  return [answered(source, name, `${value} IS NOT NULL`), numbers(source, name, value)];
}

function answered({ table, scope, id }: Source, name: string, test: string): string {
  return `INSERT INTO answered SELECT ${text(scope)}, unit, ${text(id(name))}
    FROM ${table} WHERE ${test}`;
}

function numbers({ table, scope, id }: Source, name: string, value: string): string {
  return `INSERT INTO numbers SELECT ${text(scope)}, unit, ${text(id(name))}, (${value})::DOUBLE
    FROM ${table} WHERE ${value} IS NOT NULL`;
}
