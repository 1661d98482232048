import { type ReactNode, type Ref, useState } from 'react';
import { PdfView, type PdfViewHandle } from '../../ui-viewer/pdf/pdf-view';

/** The pages, and over their lower edge what can be done with the page that is looked at: beside them it would take room, and come and go with every page. */
export function ShownPages({ url, sizeBytes, name, pages, ofPage }: { readonly url: string; readonly sizeBytes: number; readonly name: string; readonly pages: Ref<PdfViewHandle>; readonly ofPage: ((page: number) => ReactNode) | undefined }) {
  const [page, setPage] = useState(1);
  return (
    <div className="pages-view">
      <PdfView ref={pages} url={url} sizeBytes={sizeBytes} name={name} onPage={setPage} />
      {ofPage?.(page)}
    </div>
  );
}
