/**
 * The plain form as it stands in the page, seen from outside. Whether someone has begun with it is
 * read from its controls, not from events: what was typed before this module came, or brought
 * back by the browser after a reload, counts as well.
 */
export class PlainForm {
  constructor(
    readonly place: HTMLElement,
    readonly form: HTMLFormElement,
  ) {}

  /** The plain form of a page; undefined where there is none. */
  static in(place: HTMLElement): PlainForm | undefined {
    const form = place.querySelector<HTMLFormElement>("form[data-plain-form]");
    return form ? new PlainForm(place, form) : undefined;
  }

  /** The name of the page of the questionnaire that it shows. */
  get pageName(): string {
    return this.form.dataset.plainForm ?? "";
  }

  /** The invitation under which it was given out. */
  get invitation(): string {
    const control = this.form.elements.namedItem("invitation");
    return control instanceof HTMLInputElement ? control.value : "";
  }

  /** The server has refused what was posted; its messages stand at the questions. */
  get refused(): boolean {
    return this.place.querySelector('[aria-invalid="true"], .problems') !== null;
  }

  /** Something stands in the controls that the server did not put there. */
  get changed(): boolean {
    return [...this.form.elements].some((control) => {
      if (control instanceof HTMLInputElement) {
        return ["checkbox", "radio"].includes(control.type)
          ? control.checked !== control.defaultChecked
          : control.value !== control.defaultValue;
      }
      if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
      if (control instanceof HTMLSelectElement) return selectionChanged(control);
      return false;
    });
  }

  /** The focus is in it: someone is at work in it. */
  get inUse(): boolean {
    return this.place.contains(document.activeElement);
  }

  /** The question that is uppermost on the screen when its beginning has been scrolled past. */
  get anchor(): { name: string; top: number } | undefined {
    if (this.place.getBoundingClientRect().top >= 0) return undefined;
    const control = [...this.form.querySelectorAll('[name^="q."]')].find(
      (each) => each.getBoundingClientRect().top > 0,
    );
    const name = control?.getAttribute("name")?.split(".")[1];
    return control && name ? { name, top: control.getBoundingClientRect().top } : undefined;
  }

  /** What its controls hold. */
  fields(): FormData {
    return new FormData(this.form);
  }
}

/** Without a choice of the server's, a list stands on its first entry. */
function selectionChanged(select: HTMLSelectElement): boolean {
  const options = [...select.options];
  const chosen = Math.max(
    options.findIndex(({ defaultSelected }) => defaultSelected),
    0,
  );
  return select.selectedIndex !== chosen;
}
