import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { releaseCp932Losses } from "#app/http/release-file.ts";
import { href } from "#app/routes.ts";
import { Page, pageTitle } from "#app/ui/page.tsx";

export const meta = () => pageTitle("シフトJISで表せない文字");

/** Characters of a release's CSV file that CP932 cannot hold, before it is downloaded so. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { survey, release, losses } = await releaseCp932Losses(context, params);
  const { slug, title, isSample, isSimulated } = survey;
  const { number, label } = release;
  return { survey: { slug, title, isSample, isSimulated }, release: { number, label }, losses };
}

export default function ReleaseCp932Page() {
  const { survey, release, losses } = useLoaderData<typeof loader>();
  const address = { survey: survey.slug, release: release.number };
  const csv = href("releaseCsv", address);
  const name = `集計版${release.number}（${release.label}）`;
  return (
    <Page
      title="シフトJISで表せない文字"
      crumbs={[
        { to: href("surveys"), label: "調査結果" },
        { to: href("survey", { survey: survey.slug }), label: survey.title },
        { to: href("release", address), label: name },
      ]}
      sample={survey.isSample}
      simulated={survey.isSimulated}
    >
      {losses.length === 0 ? (
        <p className="prose">
          この集計表の文字は、すべてシフトJISで表せます。そのまま保存できます。
        </p>
      ) : (
        <>
          <p className="prose">
            この集計表には、シフトJIS（CP932）で表せない文字が{losses.length}
            種類あります。シフトJISのファイルでは「〓」になります。数値は変わりません。
          </p>
          <p className="prose">
            ふつうは、UTF-8のCSVかExcelのファイルを選んでください。文字はすべてそのまま入っています。シフトJISしか読めないソフトを使うときだけ、次の表で「〓」になる所を確かめてから保存してください。
          </p>
        </>
      )}
      <ul>
        <li>
          <a href={csv}>集計表（CSV、UTF-8）を保存する</a>
        </li>
        <li>
          <a href={href("releaseXlsx", address)}>集計表（Excel）を保存する</a>
        </li>
        <li>
          <a href={`${csv}?encoding=cp932&substitute=yes`}>
            集計表（CSV、シフトJIS）を保存する{losses.length > 0 && "（表せない文字は「〓」）"}
          </a>
        </li>
      </ul>
      {losses.length > 0 && (
        <>
          <h2>「〓」になる文字</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard. */}
          <section className="table-scroll" tabIndex={0} aria-label="「〓」になる文字の表">
            <table>
              <thead>
                <tr>
                  <th scope="col">文字</th>
                  <th scope="col">文字の番号</th>
                  <th scope="col">セルの数</th>
                  <th scope="col">CSVの中の場所（はじめの5か所）</th>
                </tr>
              </thead>
              <tbody>
                {losses.map(({ character, code, cells, places }) => (
                  <tr key={code}>
                    <th scope="row">
                      <bdi>{character}</bdi>
                    </th>
                    <td>{code}</td>
                    <td>{cells}</td>
                    <td>
                      <ul>
                        {places.map(({ line, column, text }) => (
                          <li key={`${line} ${column}`}>
                            {line}行目の「{column}」：<bdi>{text}</bdi>
                          </li>
                        ))}
                      </ul>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </Page>
  );
}
