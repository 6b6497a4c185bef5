/** Why a workbook cannot be read; the message is Japanese and says what to do. */
export class XlsxFault extends Error {}

export const damaged =
  "Excelのファイルとして読めません。Excelで開いて保存し直すか、「CSV UTF-8」で保存してから選んでください。";
