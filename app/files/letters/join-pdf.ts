import { PDFDocument, PDFName } from "@cantoo/pdf-lib";

/** Joins PDFs into one, page after page; parts are read one at a time, so that few are in memory. */
export class JoinedPdf {
  #whole = PDFDocument.create({ updateMetadata: false });

  /** Adds the pages of a part at the end. */
  async add(part: Uint8Array): Promise<void> {
    const whole = await this.#whole;
    const read = await PDFDocument.load(part, { updateMetadata: false });
    for (const page of await whole.copyPages(read, read.getPageIndices())) {
      // The part's tree of tags is not copied; its pages must not point into it.
      page.node.delete(structParents);
      whole.addPage(page);
    }
  }

  /** The bytes of the whole, under a title. */
  async finish(title: string): Promise<Uint8Array<ArrayBuffer>> {
    const whole = await this.#whole;
    whole.setTitle(title, { showInWindowTitleBar: true });
    whole.setLanguage("ja-JP");
    return new Uint8Array(await whole.save({ useObjectStreams: true }));
  }
}

const structParents = PDFName.of("StructParents");
