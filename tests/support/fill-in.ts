import type { CompiledForm, FormField, FormPage } from "#app/domain/survey/form/index.ts";
import type { Answers } from "#app/domain/survey/index.ts";

/** What a browser would post of fields as they stand (`URLSearchParams`, \r\n in text areas). */
export function submitted(fields: readonly FormField[]): URLSearchParams {
  const posted = new URLSearchParams();
  for (const field of fields) append(posted, field);
  return posted;
}

function append(posted: URLSearchParams, field: FormField): void {
  if (!field.enabled) return;
  const { control } = field;
  if (field.comment !== null) posted.append(field.comment.control, field.comment.value);
  switch (field.type) {
    case "text":
    case "number":
    case "date":
      posted.append(control, field.value);
      return;
    case "comment":
      posted.append(control, field.value.replaceAll("\n", "\r\n"));
      return;
    case "boolean":
    case "rating":
    case "radiogroup":
    case "checkbox":
      for (const { value, chosen } of field.choices) if (chosen) posted.append(control, value);
      if ("other" in field && field.other) posted.append(field.other.control, field.other.value);
      return;
    case "dropdown":
      posted.append(control, field.choices.find(({ chosen }) => chosen)?.value ?? "");
      if (field.other) posted.append(field.other.control, field.other.value);
      return;
    case "ranking":
      for (const item of field.items) posted.append(item.control, item.place);
      return;
    case "matrix":
      for (const row of field.rows) if (row.chosen !== "") posted.append(row.control, row.chosen);
      return;
    case "multipletext":
      for (const item of field.items) posted.append(item.control, item.value);
      return;
    case "paneldynamic":
      posted.append(control, String(field.panels.length));
      for (const panel of field.panels) for (const inner of panel.fields) append(posted, inner);
      return;
    case "html":
      return;
  }
}

/** A page with every field that it shows filled in as in `wanted`; fields not wanted stay empty. */
export function filledIn(form: CompiledForm, page: FormPage, wanted: Answers): FormField[] {
  const there = form.pages(wanted).find(({ name }) => name === page.name);
  return page.fields.map((field) => {
    const filled = there?.fields.find(({ control }) => control === field.control);
    if (field.type !== "paneldynamic" || filled?.type !== "paneldynamic") return filled ?? field;
    // Only the questions that the page shows now can be filled in.
    const panels = field.panels.map((panel, index) => ({
      ...panel,
      fields: panel.fields.map(
        (inner) =>
          filled.panels[index]?.fields.find(({ control }) => control === inner.control) ?? inner,
      ),
    }));
    return { ...filled, panels };
  });
}

/**
 * Answers a whole questionnaire as a person without script does: page by page, a page again while
 * answers bring questions onto it, with panels added by their button. Throws when a page refuses.
 */
export function answerByForm(form: CompiledForm, wanted: Answers): Answers {
  let answers: Answers = {};
  for (let number = 0; ; number++) {
    let page = form.pages(answers)[number];
    if (page === undefined) return answers;
    const { name } = page;
    for (let round = 0; ; round++) {
      for (const field of page.fields) answers = withPanels(form, answers, field, wanted);
      page = form.pages(answers).find((each) => each.name === name) ?? page;
      const reading = form.read(name, answers, submitted(filledIn(form, page, wanted)));
      if (reading === undefined) throw new Error(`no page ${name}`);
      answers = reading.answers;
      if (reading.added.length === 0 || round > 20) {
        if (reading.problems.length === 0) break;
        throw new Error(reading.problems.map((each) => `${each.control} ${each.message}`).join());
      }
      page = form.pages(answers).find((each) => each.name === name) ?? page;
    }
  }
}

function withPanels(form: CompiledForm, answers: Answers, field: FormField, wanted: Answers) {
  if (field.type !== "paneldynamic") return answers;
  const value = wanted[field.name];
  let changed = answers;
  for (
    let count = field.panels.length;
    count < (Array.isArray(value) ? value.length : 0);
    count++
  ) {
    changed = form.change(`add:${field.name}`, changed);
  }
  return changed;
}
