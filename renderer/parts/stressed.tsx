/** A sentence of the catalogue with one word that is stressed: "Zeg <1>u</1>." The library's own way for it is 4 kB of a parser. */
export function Stressed({ text }: { readonly text: string }) {
  const [before = '', word = '', after = ''] = text.split(/<\/?1>/);
  return (
    <>
      {before}
      <strong>{word}</strong>
      {after}
    </>
  );
}
