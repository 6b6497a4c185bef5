/** A question of a SurveyJS definition as it is written, and the questions inside it. */
export interface RawQuestion {
  name: string;
  type: string;
  json: Readonly<Record<string, unknown>>;
}

/** The questions of a definition that can be answered, in order; pages and panels opened. */
export function rawQuestions(container: unknown): RawQuestion[] {
  if (!isObject(container)) return [];
  const own = listAt(container, "pages").flatMap(rawQuestions);
  return [
    ...own,
    ...[...listAt(container, "elements"), ...listAt(container, "questions")].flatMap(rawQuestion),
  ];
}

/** The questions of a dynamic panel, the items of a multiple text. */
export function innerQuestions({ json }: RawQuestion): RawQuestion[] {
  const items = listAt(json, "items").flatMap((item) =>
    isObject(item) ? rawQuestion({ type: "text", ...item }) : [],
  );
  return [...listAt(json, "templateElements").flatMap(rawQuestion), ...items];
}

function rawQuestion(element: unknown): RawQuestion[] {
  if (!isObject(element) || element.type === "html") return [];
  if (element.type === "panel") return rawQuestions(element);
  return [{ name: String(element.name), type: String(element.type), json: element }];
}

/** Values of choices, rows or columns: "a", 3, "a|text" or { value }. */
export function valuesAt(json: Readonly<Record<string, unknown>>, key: string): unknown[] {
  return listAt(json, key).map((item) => {
    if (isObject(item)) return item.value;
    return typeof item === "string" && /^[^|]+\|[^|]+/.test(item) ? item.split("|")[0] : item;
  });
}

/** The list under a key; an empty one where there is none. */
export function listAt(json: Readonly<Record<string, unknown>>, key: string): unknown[] {
  const value = json[key];
  return Array.isArray(value) ? value : [];
}

/** Whether a value is an object: no list, not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
