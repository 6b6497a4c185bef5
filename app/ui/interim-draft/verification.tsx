import type { DraftHashes } from "#app/domain/interim-draft/hashes.ts";
import { fileLabel } from "#app/domain/japan/index.ts";

/** A file of the draft; `href` is absent while it is only previewed. */
export interface DraftFile {
  name: string;
  href?: string | undefined;
  /** In bytes. */
  size?: number | undefined;
}

/** The files of a draft: everything its page shows, to keep and to check. */
export interface DraftFiles {
  pdf: DraftFile;
  json: DraftFile;
  text: DraftFile;
}

/** A link to a file with its kind and size. */
export function FileLink({ file, children }: { file: DraftFile; children: string }) {
  const words = `${children}（${file.size === undefined ? "公表後に掲載" : fileLabel(file.name, file.size)}）`;
  return file.href === undefined ? <span>{words}</span> : <a href={file.href}>{words}</a>;
}

/** The draft's SHA-256 values and how anyone can check them. */
export function Verification({ hashes, files }: { hashes: DraftHashes; files: DraftFiles }) {
  return (
    <>
      <p>
        この中間案は、公表した時の内容のまま変わりません。公表した後に条例案や調査の回答が変わっても、このページには反映されません。
      </p>
      <dl className="draft-hashes">
        <div>
          <dt>文書の全体</dt>
          <dd>
            <code>{hashes.whole}</code>
            <FileLink file={files.json}>文書の全体</FileLink>
          </dd>
        </div>
        <div>
          <dt>条例の本文</dt>
          <dd>
            <code>{hashes.text}</code>
            <FileLink file={files.text}>条例の本文</FileLink>
          </dd>
        </div>
        <div>
          <dt>引用した数値</dt>
          <dd>
            <code>{hashes.figures}</code>
          </dd>
        </div>
      </dl>
      <p>
        確かめ方：ファイルを保存し、<code>sha256sum</code>（Windowsでは
        <code>certutil -hashfile</code>
        ）などで計算したSHA-256が上の値と同じであれば、公表した時の内容のままです。「引用した数値」は、JSONの各条の
        <code>provisionId</code>と<code>figures</code>だけを同じ決まり（RFC
        8785）で並べたものの値です。
      </p>
    </>
  );
}
